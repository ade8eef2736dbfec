#version 120
// SPDX-License-Identifier: Apache-2.0
// Wide lines: every vertex lies on the line and is moved to its edge here, so width is free of the mesh.
attribute vec2 a_position;   // metres from the tile's corner
attribute vec2 a_extrude;    // towards the edge, in half widths
attribute float a_along;     // metres from the line's start
attribute float a_across;    // -1 … 1
uniform vec2 u_originPx;
uniform float u_pxPerM;
uniform vec2 u_targetPx;
uniform float u_halfWidthPx;
varying float v_acrossPx;
varying float v_alongPx;

void main() {
    float reachPx = u_halfWidthPx + 1.0;  // room for the feathered edge
    vec2 px = u_originPx + vec2(a_position.x, -a_position.y) * u_pxPerM + vec2(a_extrude.x, -a_extrude.y) * reachPx;
    v_acrossPx = a_across * reachPx;
    v_alongPx = a_along * u_pxPerM;
    gl_Position = vec4(px.x / u_targetPx.x * 2.0 - 1.0, px.y / u_targetPx.y * 2.0 - 1.0, 0.0, 1.0);
}
