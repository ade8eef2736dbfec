#version 120
// SPDX-License-Identifier: Apache-2.0
uniform vec4 u_color;
uniform float u_halfWidthPx;
varying float v_acrossPx;

void main() {
    float coverage = clamp(u_halfWidthPx + 0.5 - abs(v_acrossPx), 0.0, 1.0);
    if (u_halfWidthPx < 0.5) coverage *= 2.0 * u_halfWidthPx;  // thinner than a pixel: paler, not broken
    gl_FragColor = vec4(u_color.rgb, u_color.a * coverage);
}
