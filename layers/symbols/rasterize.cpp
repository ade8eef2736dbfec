// SPDX-License-Identifier: Apache-2.0
#include <cairo.h>
#include <fmt/format.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "layers/symbols/glib_handle.hpp"
#include "layers/symbols/symbols.hpp"

namespace layers {
namespace {

constexpr int kLargestSidePx = 4096;

struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

geodata::Error refused(const std::string& reason) { return geodata::failure("Cannot draw", "a symbol", reason); }

// cairo's pixels are one native-endian word, ours are bytes in the order R, G, B, A.
std::vector<std::uint8_t> rgbaOf(cairo_surface_t* surface, int width, int height) {
    std::vector<std::uint8_t> rgba(static_cast<std::size_t>(width) * height * 4);
    const int stride = cairo_image_surface_get_stride(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    for (int y = 0; y < height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
        for (int x = 0; x < width; ++x) {
            std::uint8_t* out = &rgba[(static_cast<std::size_t>(y) * width + x) * 4];
            for (int channel = 0; channel < 3; ++channel)
                out[channel] = static_cast<std::uint8_t>(row[x] >> (16 - 8 * channel));
            out[3] = static_cast<std::uint8_t>(row[x] >> 24);
        }
    }
    return rgba;
}

}  // namespace

geodata::Result<SymbolImage> rasterizeSymbol(const SymbolDrawing& drawing, double scalePx) {
    const double widthPx = drawing.width * scalePx, heightPx = drawing.height * scalePx;
    if (!(widthPx > 0 && heightPx > 0) || std::max(widthPx, heightPx) > kLargestSidePx)
        return refused(
            fmt::format("it would be {:.0f} × {:.0f} pixels, more than {}", widthPx, heightPx, kLargestSidePx));
    const GObjectHandle<RsvgHandle> handle(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(drawing.svg.data()), drawing.svg.size(), nullptr));
    if (!handle) return refused("its drawing is no SVG");
    SymbolImage image{.width = static_cast<int>(std::ceil(widthPx)),
                      .height = static_cast<int>(std::ceil(heightPx)),
                      .anchorX = drawing.anchorX * scalePx,
                      .anchorY = drawing.anchorY * scalePx,
                      .rgba = {}};
    const std::unique_ptr<cairo_surface_t, Destroy> surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image.width, image.height));
    const std::unique_ptr<cairo_t, Destroy> cairo(cairo_create(surface.get()));
    const RsvgRectangle viewport{0, 0, widthPx, heightPx};
    if (!rsvg_handle_render_document(handle.get(), cairo.get(), &viewport, nullptr))
        return refused("librsvg cannot render it");
    cairo_surface_flush(surface.get());
    image.rgba = rgbaOf(surface.get(), image.width, image.height);
    return image;
}

}  // namespace layers
