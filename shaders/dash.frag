#version 120
// SPDX-License-Identifier: Apache-2.0
uniform vec4 u_color;
uniform float u_halfWidthPx;
uniform int u_dashCount;     // numbers in u_dashPx: on, off, on, …
uniform float u_dashPx[8];
uniform float u_periodPx;
varying float v_acrossPx;
varying float v_alongPx;

// How much of the pixel lies on a dash: its distance into the nearest one, feathered over a pixel.
float dashCoverage() {
    float at = mod(v_alongPx, u_periodPx);
    float inside = -1.0e6;
    float start = 0.0;
    for (int i = 0; i < 8; i += 2) {
        if (i >= u_dashCount) break;
        float end = start + u_dashPx[i];
        for (int lap = -1; lap <= 1; ++lap) {
            float shifted = at + float(lap) * u_periodPx;
            inside = max(inside, min(shifted - start, end - shifted));
        }
        start = end + u_dashPx[i + 1];
    }
    return clamp(inside + 0.5, 0.0, 1.0);
}

void main() {
    float coverage = clamp(u_halfWidthPx + 0.5 - abs(v_acrossPx), 0.0, 1.0);
    if (u_halfWidthPx < 0.5) coverage *= 2.0 * u_halfWidthPx;  // thinner than a pixel: paler, not broken
    gl_FragColor = vec4(u_color.rgb, u_color.a * coverage * dashCoverage());
}
