// SPDX-License-Identifier: Apache-2.0
#pragma once
// A layer's geometry in a picture, from its stores: simplified to the picture's resolution, cut at its edges, in its
// pixels. It serves the cairo back end as the tiles serve the GL back end. Any thread.

#include <memory>
#include <vector>

#include "geodata/store/store.hpp"
#include "layers/model/map_view.hpp"

namespace layers {

struct ShapeLine {
    std::vector<ScreenPoint> points;
    double alongPx = 0;   // of the first point from the line's start, for dashes
    bool closed = false;  // a whole ring
};

struct LayerShapes {
    std::vector<std::vector<std::vector<ScreenPoint>>>
        areas;                     // polygon by polygon its rings, filled by the even-odd rule
    std::vector<ShapeLine> lines;  // of lines and of areas' edges
    std::vector<ScreenPoint> points;
};

// Geometry reaches `aroundPx` beyond the picture, so that wide strokes have their whole width at its edge.
LayerShapes shapesOf(const std::vector<std::shared_ptr<const geodata::Store>>& stores, const MapView& view,
                     double aroundPx);

}  // namespace layers
