#pragma once
// Letters and symbols as pictures in two atlases, made when first drawn and kept per size. Main thread, GL context
// current.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "layers/gpu/atlas.hpp"
#include "layers/gpu/painter.hpp"
#include "layers/scene/draw_list.hpp"
#include "layers/symbols/raster_cache.hpp"

namespace layers {

class Sprites {
public:
    // `rasterFolder` keeps symbols' pixels; empty: nothing is kept.
    Sprites(const FontSet& fonts, std::filesystem::path rasterFolder) : m_fonts(fonts), m_rasters(std::move(rasterFolder)) {}

    // Six vertices per letter with ink. False, and nothing added, where an atlas has no room left: draw what was gathered,
    // clear(), add again.
    bool add(std::vector<SpriteVertex>& letters, const draw::Text& text);
    bool add(std::vector<SpriteVertex>& pictures, const draw::Symbol& symbol);
    void clear();

    const Atlas& letters() const { return m_letters; }
    const Atlas& pictures() const { return m_pictures; }

private:
    struct Letter {
        AtlasSlot slot;
        int left = 0, top = 0;
    };
    struct Picture {
        AtlasSlot slot;
        double anchorX = 0, anchorY = 0;
    };
    using LetterKey = std::tuple<std::uint16_t, std::uint32_t, int, int>;  // font, glyph, size and outline in 1/64 px

    std::optional<Letter> letter(const LetterKey& key);
    bool addLetters(std::vector<SpriteVertex>& letters, const draw::Text& text, double outlinePx, Rgba color);

    const FontSet& m_fonts;
    RasterCache m_rasters;
    Atlas m_letters{TexelKind::coverage, 2048, 2048};
    Atlas m_pictures{TexelKind::rgba, 2048, 4096};
    std::map<LetterKey, Letter> m_letterSlots;
    std::map<std::pair<std::string, int>, Picture> m_pictureSlots;  // drawing's SVG and 1/1024 px per unit
};

}  // namespace layers
