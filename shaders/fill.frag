#version 120
// SPDX-License-Identifier: Apache-2.0
uniform vec4 u_color;  // straight alpha

void main() { gl_FragColor = u_color; }
