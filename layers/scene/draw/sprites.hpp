// SPDX-License-Identifier: Apache-2.0
#pragma once
// Letters and symbols as pictures in two atlases, made when first drawn and kept per size. Needs a current GL
// context; main thread.

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "layers/gpu/atlas.hpp"
#include "layers/gpu/painter.hpp"
#include "layers/scene/draw/draw_list.hpp"
#include "layers/symbols/opaque_spans.hpp"
#include "layers/symbols/raster_cache.hpp"

namespace layers {

class Sprites {
public:
    // `rasterFolder` keeps symbols' pixels; empty: nothing is kept. `wake`: a worker has made some.
    Sprites(const FontSet& fonts, std::filesystem::path rasterFolder, std::function<void()> wake)
        : m_fonts(fonts), m_rasters(std::move(rasterFolder), std::move(wake)) {}

    // A frame takes only so many symbols to the GPU that were not there before; a picture all of them.
    void beginFrame(bool isPicture) { m_newLeft = isPicture ? kAll : kNewInFrame; }
    // Orders the pixels of the list's symbols.
    void order(const DrawList& list);
    bool poll();  // true: another frame would show more
    bool busy() const { return m_leftOut || m_rasters.busy(); }
    void waitUntilIdle() { m_rasters.waitUntilIdle(); }

    // Four corners per letter with ink, and per rectangle of a symbol's. False, and nothing added, where an atlas has
    // no room left: draw what was gathered, clear(), add again. A symbol whose pixels are on their way is passed over.
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
        std::vector<PixelRect> opaque;
    };
    static constexpr int kNewInFrame = 100, kAll = 1 << 30;
    using PictureKey = std::pair<const SymbolDrawing*, int>;  // kept alive by the rasters; 1/1024 px per unit
    struct LetterKey {                                        // looked up for every letter of a frame
        std::uint16_t font = 0;
        std::uint32_t glyph = 0;
        int size = 0, outline = 0;  // 1/64 px

        bool operator==(const LetterKey&) const = default;
    };
    struct LetterHash {
        std::size_t operator()(const LetterKey& key) const;
    };

    const Letter* letter(const LetterKey& key);  // null: no room left
    bool addLetters(std::vector<SpriteVertex>& letters, const draw::Text& text, double outlinePx, Rgba color);

    const FontSet& m_fonts;
    RasterCache m_rasters;
    Atlas m_letters{TexelKind::coverage, 2048, 2048};
    Atlas m_pictures{TexelKind::rgba, 1024, 4096};
    std::unordered_map<LetterKey, Letter, LetterHash> m_letterSlots;
    std::map<PictureKey, Picture> m_pictureSlots;
    std::set<PictureKey> m_taken;  // to the GPU, once: after clear() they come back at once
    int m_newLeft = kAll;
    bool m_leftOut = false;
};

}  // namespace layers
