// SPDX-License-Identifier: Apache-2.0
#pragma once
// The step "style": turns one layer's tiles into items of the DrawList, by the layer's style. Pure; any thread.

#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"
#include "layers/scene/draw/draw_list.hpp"
#include "layers/scene/tiles/tile_cache.hpp"

namespace layers {

// What a style needs of the tiles.
TileSource tileSourceOf(const LayerSpec& layer);

// Areas, hatches, casings and lines. Markers stand above all layers' lines, so they come apart.
void addLayer(std::vector<DrawItem>& items, const LayerSpec& layer, const Stage& stage, const TilePieces& pieces);
void addMarkers(std::vector<DrawItem>& items, const LayerSpec& layer, const Stage& stage, const TilePieces& pieces);

}  // namespace layers
