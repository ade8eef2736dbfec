// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/grid_lines.hpp"

#include <cmath>

namespace layers {
namespace {

double octaveBelow(double value) {
    return std::exp2(std::floor(std::log2(value) + 1e-6));
}  // a box's width is not exact

// On a raster of powers of two and at a resolution that change with the scale's octave alone, so that the same view
// always gets the same lines: up to a picture's width more than is seen, and chords up to twice as fine.
geodata::GridRequest steadied(const geodata::GridRequest& seen) {
    geodata::GridRequest wider = seen;
    const double mPerPx = octaveBelow(seen.mPerPx),
                 widest = 2 * mPerPx / seen.mPerPx;  // the octave's widest view beside this one
    const double stepX = octaveBelow(seen.box.width() * widest / 2),
                 stepY = octaveBelow(seen.box.height() * widest / 2);
    if (!(stepX > 0) || !(stepY > 0) || !std::isfinite(stepX) || !std::isfinite(stepY)) return seen;
    wider.mPerPx = mPerPx;
    wider.minSpacingPx = 0;  // the steps are given
    wider.box = {{std::floor(seen.box.min.x / stepX) * stepX, std::floor(seen.box.min.y / stepY) * stepY},
                 {std::ceil(seen.box.max.x / stepX) * stepX, std::ceil(seen.box.max.y / stepY) * stepY}};
    return wider;
}

}  // namespace

const std::vector<geodata::GridLine>& GridLines::graticule(const geodata::GridRequest& seen,
                                                           const geodata::MapMath& math, const std::string& crs) {
    Asked asked{steadied(seen), geodata::graticuleSteps(seen, math), 0, crs};
    if (m_graticuleOf != asked) {
        m_graticule = geodata::graticule(asked.request, math, asked.steps);
        m_graticuleOf = std::move(asked);
        ++m_computed;
    }
    return m_graticule;
}

const geodata::MetricGrid& GridLines::metric(const geodata::GridRequest& seen, const geodata::MapMath& math,
                                             const std::string& crs) {
    Asked asked{steadied(seen), {}, geodata::metricStepM(seen, math), crs};
    if (m_metricOf != asked) {
        m_metric = geodata::metricGrid(asked.request, math, asked.stepM);
        m_metricOf = std::move(asked);
        ++m_computed;
    }
    return m_metric;
}

}  // namespace layers
