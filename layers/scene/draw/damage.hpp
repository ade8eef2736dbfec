// SPDX-License-Identifier: Apache-2.0
#pragma once
// The step "damage", before drawing over an older picture: finds where two DrawLists differ. Pure; any thread.

#include <optional>
#include <vector>

#include "layers/model/pixel_rect.hpp"
#include "layers/scene/draw/draw_list.hpp"

namespace layers {

struct PixelShift {
    int rightPx = 0, downPx = 0;

    bool operator==(const PixelShift&) const = default;
};

// How far the map in `wanted` is moved from its place in `shown`. None where the scale differs, or the shift is not
// whole pixels.
std::optional<PixelShift> shiftBetween(const DrawList& shown, const DrawList& wanted);

// The rectangles outside of which `shown`, moved by `shift`, is `wanted`: few, they may overlap. None where they are so
// much of the picture that it is better drawn as a whole. Both are pictures of one size.
std::optional<std::vector<PixelRect>> damageBetween(const DrawList& shown, const DrawList& wanted, PixelShift shift);

}  // namespace layers
