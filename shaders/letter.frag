#version 120
// SPDX-License-Identifier: Apache-2.0
uniform sampler2D u_texture;  // alpha: coverage
varying vec2 v_uv;
varying vec4 v_color;

void main() { gl_FragColor = vec4(v_color.rgb, 1.0) * (v_color.a * texture2D(u_texture, v_uv).a); }
