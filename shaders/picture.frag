#version 120
// SPDX-License-Identifier: Apache-2.0
uniform sampler2D u_texture;  // premultiplied
varying vec2 v_uv;

void main() { gl_FragColor = texture2D(u_texture, v_uv); }
