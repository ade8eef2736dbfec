// SPDX-License-Identifier: Apache-2.0
#pragma once
// cairo's handles as owning types. Used only in layers/paper; one thread.

#include <cairo.h>

#include <memory>

#include "layers/model/style.hpp"

namespace layers {

struct CairoRelease {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
};
using Cairo = std::unique_ptr<cairo_t, CairoRelease>;
using CairoSurface = std::unique_ptr<cairo_surface_t, CairoRelease>;
using CairoFace = std::unique_ptr<cairo_font_face_t, CairoRelease>;

inline void setColor(cairo_t* cairo, Rgba c) {
    cairo_set_source_rgba(cairo, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0);
}

// While it lives what is drawn is gathered; then it is laid down once at the colour's opacity, however often it
// overlaps itself. Opaque colours need no gathering.
class CairoOnce {
public:
    CairoOnce(cairo_t* cairo, Rgba color) : m_cairo(cairo), m_alpha(color.a) {
        if (m_alpha < 255) cairo_push_group(cairo);
        setColor(cairo, {color.r, color.g, color.b, 255});
    }
    ~CairoOnce() {
        if (m_alpha == 255) return;
        cairo_pop_group_to_source(m_cairo);
        cairo_paint_with_alpha(m_cairo, m_alpha / 255.0);
    }
    CairoOnce(const CairoOnce&) = delete;
    CairoOnce& operator=(const CairoOnce&) = delete;

private:
    cairo_t* m_cairo;
    int m_alpha;
};

}  // namespace layers
