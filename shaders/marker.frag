#version 120
// SPDX-License-Identifier: Apache-2.0
uniform int u_shape;         // 0 circle, 1 square, 2 triangle, 3 diamond
uniform float u_rimPx;
uniform vec4 u_color;
uniform vec4 u_rimColor;
varying vec2 v_px;
varying float v_radiusPx;

// Pixels inside the shape's edge; negative outside.
float depth() {
    vec2 p = abs(v_px);
    if (u_shape == 1) return v_radiusPx * 0.886 - max(p.x, p.y);
    if (u_shape == 2) return min(v_radiusPx * 0.6 + v_px.y, (v_radiusPx * 1.2 - v_px.y) * 0.5 - p.x * 0.866);
    if (u_shape == 3) return (v_radiusPx * 1.1 - p.x - p.y) * 0.70710678;
    return v_radiusPx - length(v_px);
}

void main() {
    float inside = depth();
    vec4 color = mix(u_rimColor, u_color, clamp(inside - u_rimPx + 0.5, 0.0, 1.0));
    gl_FragColor = vec4(color.rgb, color.a * clamp(inside + 0.5, 0.0, 1.0));
}
