// SPDX-License-Identifier: Apache-2.0
#pragma once
// The picture as a list: everything placed and styled, in picture pixels and in drawing order. Screen, export and tests
// make the same list, and a back end (GL or cairo) draws it. Values; tiles are shared.

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "layers/gpu/painter.hpp"
#include "layers/model/map_view.hpp"
#include "layers/placement/label_placement.hpp"
#include "layers/symbols/symbols.hpp"
#include "layers/text/text.hpp"

namespace layers {

struct SceneTile;  // a tile's meshes on the GPU

struct TilePiece {
    std::shared_ptr<const SceneTile> tile;
    MeshPlace place;
    ScreenRect clip;  // what of the picture this piece answers for; pieces of one layer never overlap

    bool operator==(const TilePiece&) const = default;
};
using TilePieces = std::shared_ptr<const std::vector<TilePiece>>;

namespace draw {
struct TileFill {  // areas of one layer; edges get a feathered rim of the fill's own colour
    TilePieces tiles;
    FillPaint paint;
    bool feathered = true;

    bool operator==(const TileFill&) const = default;
};
struct TileLine {
    TilePieces tiles;
    LinePaint paint;

    bool operator==(const TileLine&) const = default;
};
struct TileMarkers {
    TilePieces tiles;
    MarkerPaint paint;

    bool operator==(const TileMarkers&) const = default;
};
struct Area {  // a polygon of the picture itself: boxes, arrows
    std::vector<ScreenPoint> ring;
    Rgba color;

    bool operator==(const Area&) const = default;
};
struct Polyline {
    std::vector<ScreenPoint> points;
    LinePaint paint;
    bool closed = false;
    bool round = false;  // its joins

    bool operator==(const Polyline&) const = default;
};
struct Text {
    TextRun run;
    ScreenPoint origin;             // baseline's left end
    std::vector<GlyphPose> glyphs;  // along a line: one per glyph instead of origin
    Rgba color, halo;
    double haloPx = 0;

    bool operator==(const Text&) const = default;
};
struct Symbol {
    std::shared_ptr<const SymbolDrawing> drawing;
    std::shared_ptr<const SymbolRequest> request;  // null: it is not requested
    ScreenPoint anchor;                            // the place of the drawing's anchor
    double scalePx = 1;                            // pixels per milsymbol unit

    bool operator==(const Symbol&) const = default;
};
}  // namespace draw

using DrawItem = std::variant<draw::TileFill, draw::TileLine, draw::TileMarkers, draw::Area, draw::Polyline, draw::Text,
                              draw::Symbol>;

// Whose some neighbouring items are: a layer's, by its id, or one of these, which no id can be.
struct DrawSection {
    std::string owner;
    std::size_t end = 0;  // index after its last item

    bool operator==(const DrawSection&) const = default;
};
namespace owner {
inline constexpr const char *kBackground = "#background", *kGrid = "#grid", *kChanges = "#changes",
                            *kMarginalia = "#marginalia";
}

struct DrawList {
    ScreenSize size;
    Rgba background;
    std::vector<DrawItem> items;
    std::vector<DrawSection> sections = {};  // in the items' order
    MapView view = {};                       // of a map

    // What was added since the last section is `owner`'s.
    void endSection(const std::string& owner) {
        if (sections.empty() ? items.empty() : sections.back().end == items.size()) return;
        if (sections.empty() || sections.back().owner != owner) sections.push_back({owner, 0});
        sections.back().end = items.size();
    }

    bool operator==(const DrawList&) const = default;
};

// What an item can reach, generously; of tiles everything, as each of their pieces has its own rectangle.
ScreenRect reachOf(const DrawItem& item);

// One item a line, the same bytes for the same list.
std::string dumped(const DrawList& list);

}  // namespace layers
