// SPDX-License-Identifier: Apache-2.0
#pragma once
// The step "overdraw", before drawing: finds the tile pieces that need not be drawn, because an area above covers
// them or because they only tint a single colour. The picture stays the same to the pixel. Pure; any thread.

#include <functional>
#include <optional>
#include <vector>

#include "layers/scene/draw/draw_list.hpp"

namespace layers {

struct PieceUse {
    bool drawn = true;
    std::optional<Rgba> flat;  // drawn as a rectangle of this colour, which replaces everything below it too
};

// Per item of the list, per piece; empty for what is not made of tiles.
using Overdraw = std::vector<std::vector<PieceUse>>;

// What the back end makes of `above`, half transparent, over `below`.
using Blend = std::function<Rgba(Rgba below, Rgba above)>;

Overdraw withoutHidden(const DrawList& list, const Blend& blend);

}  // namespace layers
