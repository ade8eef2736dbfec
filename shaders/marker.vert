#version 120
// SPDX-License-Identifier: Apache-2.0
attribute vec2 a_position;   // metres from the tile's corner
attribute vec2 a_corner;     // of a triangle around the square from -1 to 1
attribute float a_scale;     // of the radius: a marker for many points is larger
uniform vec2 u_originPx;
uniform float u_pxPerM;
uniform vec2 u_targetPx;
uniform float u_radiusPx;    // to the outer edge of the rim
varying vec2 v_px;           // from the marker's middle
varying float v_radiusPx;

void main() {
    v_radiusPx = u_radiusPx * a_scale;
    v_px = a_corner * (v_radiusPx + 1.0);
    vec2 px = u_originPx + vec2(a_position.x, -a_position.y) * u_pxPerM + vec2(v_px.x, -v_px.y);
    gl_Position = vec4(px.x / u_targetPx.x * 2.0 - 1.0, px.y / u_targetPx.y * 2.0 - 1.0, 0.0, 1.0);
}
