// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/draw/sprites.hpp"

#include <array>
#include <cmath>

namespace layers {
namespace {

int sixtyFourths(double px) { return static_cast<int>(std::lround(px * 64)); }

// A rectangle of the picture showing a slot, turned about `pivot` by cos and sin.
void addQuad(std::vector<SpriteVertex>& out, ScreenPoint pivot, double rotationRad, ScreenRect rect,
             const AtlasSlot& slot, Rgba color) {
    const double c = std::cos(rotationRad), s = std::sin(rotationRad);
    const auto corner = [&](double x, double y, int u, int v) {
        return SpriteVertex{static_cast<float>(pivot.x + x * c - y * s), static_cast<float>(pivot.y + x * s + y * c),
                            static_cast<float>(u), static_cast<float>(v), color};
    };
    const SpriteVertex leftTop = corner(rect.left, rect.top, slot.x, slot.y),
                       rightTop = corner(rect.right, rect.top, slot.x + slot.width, slot.y);
    const SpriteVertex leftBottom = corner(rect.left, rect.bottom, slot.x, slot.y + slot.height);
    const SpriteVertex rightBottom = corner(rect.right, rect.bottom, slot.x + slot.width, slot.y + slot.height);
    for (const SpriteVertex& v : {leftTop, rightTop, rightBottom, leftBottom}) out.push_back(v);
}

// A point of a turned letter's own frame, in the picture.
ScreenPoint along(const GlyphPose& pose, ScreenPoint p) {
    const double c = std::cos(pose.rotationRad), s = std::sin(pose.rotationRad);
    return {pose.origin.x + p.x * c - p.y * s, pose.origin.y + p.x * s + p.y * c};
}

// Letters of level text stand on whole pixels, which keeps them sharp; turned ones need not. Half a pixel goes one way,
// whatever errors of rounding it has: a map moved by whole pixels keeps them.
ScreenPoint snapped(ScreenPoint p) {
    constexpr double kHalf = 0.5 + 1e-4;
    return {std::floor(p.x + kHalf), std::floor(p.y + kHalf)};
}

std::pair<const SymbolDrawing*, int> keyOf(const draw::Symbol& symbol) {
    return {symbol.drawing.get(), static_cast<int>(std::lround(symbol.scalePx * 1024))};
}

}  // namespace

std::size_t Sprites::LetterHash::operator()(const LetterKey& key) const {
    const std::size_t which = static_cast<std::size_t>(key.glyph) << 16 ^ key.font,
                      how = static_cast<std::size_t>(key.size) << 16 ^ static_cast<std::size_t>(key.outline);
    return (which * 0x9e3779b97f4a7c15ULL ^ how * 0xc2b2ae3d27d4eb4fULL) >> 16;
}

const Sprites::Letter* Sprites::letter(const LetterKey& key) {
    if (const auto found = m_letterSlots.find(key); found != m_letterSlots.end()) return &found->second;
    const GlyphBitmap bitmap = m_fonts.rasterize(key.font, key.glyph, static_cast<float>(key.size) / 64.0f,
                                                 static_cast<float>(key.outline) / 64.0f);
    Letter made{{}, bitmap.left, bitmap.top};
    if (bitmap.width > 0 && bitmap.height > 0) {
        const auto slot = m_letters.add(bitmap.width, bitmap.height, bitmap.coverage);
        if (!slot) return nullptr;
        made.slot = *slot;
    }
    return &(m_letterSlots[key] = made);
}

bool Sprites::addLetters(std::vector<SpriteVertex>& letters, const draw::Text& text, double outlinePx, Rgba color) {
    const bool turned = !text.glyphs.empty();
    const auto& glyphs = text.run.glyphs;
    const int size = sixtyFourths(text.run.sizePx), outline = sixtyFourths(outlinePx);
    double penPx = 0;  // along a line a mark (no advance) gets its letter's pose and is moved to its place from there
    for (std::size_t i = 0; i < glyphs.size() && (!turned || i < text.glyphs.size()); ++i) {
        const double beforePx = penPx;
        penPx += glyphs[i].advancePx;
        const Letter* shape = letter({glyphs[i].font, glyphs[i].glyph, size, outline});
        if (shape == nullptr) return false;
        if (shape->slot.width == 0) continue;
        const ScreenPoint markPx =
            turned && glyphs[i].advancePx == 0 ? ScreenPoint{glyphs[i].xPx - beforePx, glyphs[i].yPx} : ScreenPoint{};
        const ScreenPoint pivot = turned ? along(text.glyphs[i], markPx)
                                         : snapped({text.origin.x + glyphs[i].xPx, text.origin.y + glyphs[i].yPx});
        const ScreenRect rect{static_cast<double>(shape->left), -static_cast<double>(shape->top),
                              static_cast<double>(shape->left + shape->slot.width),
                              static_cast<double>(shape->slot.height - shape->top)};
        addQuad(letters, pivot, turned ? text.glyphs[i].rotationRad : 0, rect, shape->slot, color);
    }
    return true;
}

// The whole halo lies under the whole text: a letter's halo must not eat into its neighbour.
bool Sprites::add(std::vector<SpriteVertex>& letters, const draw::Text& text) {
    const std::size_t before = letters.size();
    const bool halo = text.haloPx > 0 && text.halo.a > 0;
    if ((!halo || addLetters(letters, text, text.haloPx, text.halo)) && addLetters(letters, text, 0, text.color))
        return true;
    letters.resize(before);
    return false;
}

void Sprites::order(const DrawList& list) {
    for (const DrawItem& item : list.items)
        if (const auto* symbol = std::get_if<draw::Symbol>(&item);
            symbol != nullptr && !m_pictureSlots.contains(keyOf(*symbol)))
            m_rasters.find(symbol->drawing, symbol->scalePx);
}

bool Sprites::poll() {
    const bool newPixels = m_rasters.poll();
    return std::exchange(m_leftOut, false) || newPixels;
}

bool Sprites::add(std::vector<SpriteVertex>& pictures, const draw::Symbol& symbol) {
    const PictureKey key = keyOf(symbol);
    auto found = m_pictureSlots.find(key);
    if (found == m_pictureSlots.end()) {
        const auto image = m_rasters.find(symbol.drawing, symbol.scalePx);
        if (!image) return true;  // not there yet, or too large to be drawn: its label stays
        if (!m_taken.contains(key) && m_newLeft == 0) return m_leftOut = true;
        const auto slot = m_pictures.add(image->width, image->height, image->rgba);
        if (!slot) return false;
        if (m_taken.insert(key).second) --m_newLeft;
        found =
            m_pictureSlots.emplace(key, Picture{*slot, image->anchorX, image->anchorY, opaqueSpansOf(*image)}).first;
    }
    const Picture& picture = found->second;
    const ScreenPoint leftTop = snapped({symbol.anchor.x - picture.anchorX, symbol.anchor.y - picture.anchorY});
    for (const PixelRect& part : picture.opaque)
        addQuad(pictures, leftTop, 0, {0.0 + part.left, 0.0 + part.top, 0.0 + part.right, 0.0 + part.bottom},
                {picture.slot.x + part.left, picture.slot.y + part.top, part.width(), part.height()},
                {255, 255, 255, 255});
    return true;
}

void Sprites::clear() {
    m_letters.clear();
    m_pictures.clear();
    m_letterSlots.clear();
    m_pictureSlots.clear();
}

}  // namespace layers
