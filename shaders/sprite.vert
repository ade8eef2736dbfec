#version 120
// SPDX-License-Identifier: Apache-2.0
attribute vec2 a_px;         // pixels of the picture
attribute vec2 a_uv;         // texels
attribute vec4 a_color;
uniform vec2 u_offsetPx;     // of what is drawn into, from the picture's top left
uniform vec2 u_targetPx;
uniform vec2 u_texturePx;
varying vec2 v_uv;
varying vec4 v_color;

void main() {
    vec2 px = a_px - u_offsetPx;
    v_uv = a_uv / u_texturePx;
    v_color = a_color;
    gl_Position = vec4(px.x / u_targetPx.x * 2.0 - 1.0, px.y / u_targetPx.y * 2.0 - 1.0, 0.0, 1.0);
}
