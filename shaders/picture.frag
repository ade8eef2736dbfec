#version 120
// Nothing but the texel: llvmpipe copies such rectangles row by row (docs/PERFORMANCE.md).
uniform sampler2D u_texture;  // premultiplied
varying vec2 v_uv;

void main() { gl_FragColor = texture2D(u_texture, v_uv); }
