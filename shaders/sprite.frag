#version 120
uniform sampler2D u_texture;
uniform int u_coverage;      // 1: the texture's alpha covers v_color (letters); 0: it is a premultiplied picture
varying vec2 v_uv;
varying vec4 v_color;

void main() {
    vec4 texel = texture2D(u_texture, v_uv);
    gl_FragColor = u_coverage == 1 ? vec4(v_color.rgb, 1.0) * (v_color.a * texel.a) : texel * v_color.a;
}
