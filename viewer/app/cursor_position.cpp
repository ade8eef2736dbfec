// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/cursor_position.hpp"

#include <fmt/format.h>

#include <cmath>

#include "geodata/crs/position_text.hpp"

namespace viewer {

ReadOut readOutAt(layers::ScreenPoint cursor, const layers::Stage& stage, const Projection& projection) {
    ReadOut out;
    const geodata::LonLat position = projection.math().toLonLat(stage.view.toMap(cursor));
    if (std::isfinite(position.lon) && std::isfinite(position.lat)) {
        out.mgrs = geodata::mgrsText(position);
        out.utm = geodata::utmText(position);
        out.lonLat = geodata::lonLatText(position);
    }
    out.scale = fmt::format("1:{:.0f}", layers::scaleDenominator(stage.view, stage.factor()));
    return out;
}

std::string positionLineAt(layers::ScreenPoint at, const layers::Stage& stage, const Projection& projection) {
    const ReadOut here = readOutAt(at, stage, projection);
    return here.mgrs.empty() ? std::string() : fmt::format("{}  {}  {}", here.mgrs, here.utm, here.lonLat);
}

}  // namespace viewer
