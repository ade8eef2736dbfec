#version 120
// SPDX-License-Identifier: Apache-2.0
// Areas. Positions are metres from the tile's south-west corner, y up; the picture's pixels run y down.
attribute vec2 a_position;
uniform vec2 u_originPx;   // the corner in the picture
uniform float u_pxPerM;
uniform vec2 u_targetPx;   // size of what is drawn into

void main() {
    vec2 px = u_originPx + vec2(a_position.x, -a_position.y) * u_pxPerM;
    gl_Position = vec4(px.x / u_targetPx.x * 2.0 - 1.0, px.y / u_targetPx.y * 2.0 - 1.0, 0.0, 1.0);
}
