// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/draw/overdraw.hpp"

#include <algorithm>
#include <utility>

#include "layers/scene/draw/scene_tile.hpp"

namespace layers {
namespace {

// A rectangle of the picture for which several layers have a piece.
struct Spot {
    ScreenRect rect;
    std::optional<Rgba> color;      // of the picture there, while it has only one
    PieceUse* flat = nullptr;       // the piece that lays this colour; null: it is the background
    std::vector<PieceUse*> pieces;  // drawn there so far
};

class Planner {
public:
    Planner(Rgba background, const Blend& blend) : m_background(background), m_blend(blend) {}

    void add(const TilePiece& piece, const draw::TileFill& item, PieceUse& use) {
        if (piece.tile->fill.empty()) return hide(use);
        Spot* spot = spotFor(piece.clip);
        if (spot == nullptr) return;
        m_isMixed = false;
        if (!piece.tile->covered || item.paint.hatch != Hatch::none) mix(*spot, use);
        else if (item.paint.color.a == 255) cover(*spot, item.paint.color, use);
        else if (spot->color) tint(*spot, item.paint.color, use);
        else mix(*spot, use);
    }
    void add(const TilePiece& piece, const draw::TileLine&, PieceUse& use) {
        if (piece.tile->line.empty()) return hide(use);
        if (Spot* spot = spotFor(piece.clip)) mix(*spot, use);
    }
    // Anything that is not cut at a tile's edges.
    void addOther() {
        if (std::exchange(m_isMixed, true)) return;
        for (Spot& spot : m_spots) spot.color.reset();
    }

private:
    // None where others overlap it in part, as stand-ins for tiles to come do: there nothing is left out.
    Spot* spotFor(const ScreenRect& rect) {
        const auto same =
            std::find_if(m_spots.begin(), m_spots.end(), [&](const Spot& spot) { return spot.rect == rect; });
        if (same != m_spots.end()) return &*same;
        bool overlaps = false;
        for (Spot& spot : m_spots) {
            if (!spot.rect.intersects(rect)) continue;
            overlaps = true;
            spot.color.reset();
        }
        return overlaps ? nullptr : &m_spots.emplace_back(Spot{.rect = rect, .color = m_background, .pieces = {}});
    }
    static void hide(PieceUse& use) { use.drawn = false; }
    static void mix(Spot& spot, PieceUse& use) {
        spot.color.reset();
        spot.pieces.push_back(&use);
    }
    static void cover(Spot& spot, Rgba color, PieceUse& use) {
        for (PieceUse* below : spot.pieces) hide(*below);
        use.flat = color;
        spot.color = color;
        spot.flat = &use;
        spot.pieces = {&use};
    }
    void tint(Spot& spot, Rgba color, PieceUse& use) const {
        const Rgba tinted = m_blend(*spot.color, color);
        if (spot.flat == nullptr) return cover(spot, tinted, use);
        hide(use);
        spot.flat->flat = spot.color = tinted;
    }

    Rgba m_background;
    const Blend& m_blend;
    std::vector<Spot> m_spots;
    bool m_isMixed = false;  // no spot has a colour of its own
};

template <class Item>
std::vector<PieceUse> usesOf(Planner& planner, const Item& item) {
    if constexpr (std::is_same_v<Item, draw::TileFill> || std::is_same_v<Item, draw::TileLine>) {
        std::vector<PieceUse> uses(item.tiles->size());
        for (std::size_t i = 0; i < uses.size(); ++i) planner.add((*item.tiles)[i], item, uses[i]);
        return uses;
    } else {
        planner.addOther();
        return {};
    }
}

}  // namespace

Overdraw withoutHidden(const DrawList& list, const Blend& blend) {
    Planner planner(list.background, blend);
    Overdraw overdraw(list.items.size());
    for (std::size_t i = 0; i < list.items.size(); ++i)
        overdraw[i] = std::visit([&](const auto& item) { return usesOf(planner, item); }, list.items[i]);
    return overdraw;
}

}  // namespace layers
