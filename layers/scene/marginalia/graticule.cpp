// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/graticule.hpp"

#include <algorithm>
#include <array>

#include "layers/scene/marginalia/grid_labels.hpp"

namespace layers {
namespace {

constexpr Rgba kLineColor{30, 60, 90, 80};
constexpr double kLeastSpacingPt = 150;

}  // namespace

geodata::GridRequest graticuleRequest(const Stage& stage) {
    return {stage.view.box(), stage.view.mPerPx, stage.px(kLeastSpacingPt)};
}

void addGraticule(PlacedMarginalia& out, const MarginaliaInput& in) {
    const Stage& stage = in.stage;
    for (const geodata::GridLine& line : in.grids.graticule(graticuleRequest(stage), *in.math, in.document.crs)) {
        std::vector<ScreenPoint> path;
        for (const MapPoint p : line.points) path.push_back(stage.view.toScreen(p));
        const bool meridian = line.axis == geodata::GridAxis::meridian;
        const LabelPart parts[] = {{line.label}};
        for (const PictureEdge edge : meridian ? std::array{PictureEdge::top, PictureEdge::bottom}
                                               : std::array{PictureEdge::left, PictureEdge::right})
            if (const auto at = crossingOf(path, edge, stage.view.size)) addEdgeLabel(out, in, parts, *at, edge);
        out.under.push_back(draw::Polyline{std::move(path), {kLineColor, std::max(1.0, stage.px(0.6)), {}}, false});
    }
}

}  // namespace layers
