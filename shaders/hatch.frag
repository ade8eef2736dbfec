#version 120
// SPDX-License-Identifier: Apache-2.0
uniform vec4 u_color;         // straight alpha
uniform int u_hatch;          // 1 "/", 2 "\", 3 both
uniform float u_spacingPx;    // between hatch lines
uniform float u_halfWidthPx;  // of a hatch line
uniform vec2 u_anchorPx;      // a point of the map in what is drawn into, so that the hatch moves with it

float lineAt(float px) {
    float off = abs(mod(px, u_spacingPx) - u_spacingPx * 0.5);
    return clamp(u_halfWidthPx + 0.5 - off, 0.0, 1.0);
}

void main() {
    vec2 p = (gl_FragCoord.xy - u_anchorPx) * 0.70710678;  // y runs down
    float rising = lineAt(p.x + p.y), falling = lineAt(p.x - p.y);
    float coverage = u_hatch == 1 ? rising : u_hatch == 2 ? falling : max(rising, falling);
    gl_FragColor = vec4(u_color.rgb, u_color.a * coverage);
}
