#pragma once
// The step before drawing: which pieces of the list's tiles nobody would see, because an area above covers them or because
// they only tint what has one colour anyway. The picture stays the same to the pixel. Pure.

#include <functional>
#include <optional>
#include <vector>

#include "layers/scene/draw/draw_list.hpp"

namespace layers {

struct PieceUse {
    bool drawn = true;
    std::optional<Rgba> flat;  // drawn as a rectangle of this colour, which stands for everything below it too
};

// Per item of the list, per piece; empty for what is not made of tiles.
using Overdraw = std::vector<std::vector<PieceUse>>;

// What the back end makes of `above`, half transparent, over `below`.
using Blend = std::function<Rgba(Rgba below, Rgba above)>;

Overdraw withoutHidden(const DrawList& list, const Blend& blend);

}  // namespace layers
