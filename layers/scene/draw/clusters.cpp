// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/draw/clusters.hpp"

#include <algorithm>
#include <cmath>

#include "layers/scene/draw/scene_tile.hpp"

namespace layers {
namespace {

constexpr double kPerTenfold = 0.25;

std::uint32_t pointsAt(const TilePiece& piece, double radiusPx, ScreenPoint at) {
    const MeshPlace& place = piece.place;
    std::uint32_t found = 0;  // later ones lie on top
    for (const geodata::TilePoint& crowd : piece.tile->clusters) {
        const double dx = place.originPx.x + crowd.x * place.pxPerM - at.x,
                     dy = place.originPx.y - crowd.y * place.pxPerM - at.y;
        if (std::hypot(dx, dy) <= radiusPx * clusterScale(crowd.count)) found = crowd.count;
    }
    return found;
}

}  // namespace

double clusterScale(std::uint32_t points) {
    return std::min(kMostClusterScale, 1 + kPerTenfold * std::log10(std::max(1.0, static_cast<double>(points))));
}

std::uint32_t pointsAt(const DrawList& list, ScreenPoint at) {
    std::uint32_t found = 0;
    for (const DrawItem& item : list.items) {
        const auto* markers = std::get_if<draw::TileMarkers>(&item);
        if (markers == nullptr) continue;
        for (const TilePiece& piece : *markers->tiles)
            if (const std::uint32_t points = pointsAt(piece, markers->paint.radiusPx, at); points > 0) found = points;
    }
    return found;
}

}  // namespace layers
