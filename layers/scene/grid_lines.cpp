#include "layers/scene/grid_lines.hpp"

#include <cmath>

namespace layers {
namespace {

// Half a picture beyond it at most, on a raster that depends on the scale alone, so that the same view always gets the same lines.
geodata::GridRequest steadied(const geodata::GridRequest& seen) {
    geodata::GridRequest wider = seen;
    const double stepX = seen.box.width() / 2, stepY = seen.box.height() / 2;
    if (!(stepX > 0) || !(stepY > 0) || !std::isfinite(stepX) || !std::isfinite(stepY)) return seen;
    wider.box = {{std::floor(seen.box.min.x / stepX) * stepX, std::floor(seen.box.min.y / stepY) * stepY},
                 {std::ceil(seen.box.max.x / stepX) * stepX, std::ceil(seen.box.max.y / stepY) * stepY}};
    return wider;
}

}  // namespace

const std::vector<geodata::GridLine>& GridLines::graticule(const geodata::GridRequest& seen, const geodata::MapMath& math, const std::string& crs) {
    Asked asked{steadied(seen), crs};
    if (m_graticuleOf != asked) {
        m_graticule = geodata::graticule(asked.request, math);
        m_graticuleOf = std::move(asked);
        ++m_computed;
    }
    return m_graticule;
}

const geodata::MetricGrid& GridLines::metric(const geodata::GridRequest& seen, const geodata::MapMath& math, const std::string& crs) {
    Asked asked{steadied(seen), crs};
    if (m_metricOf != asked) {
        m_metric = geodata::metricGrid(asked.request, math);
        m_metricOf = std::move(asked);
        ++m_computed;
    }
    return m_metric;
}

}  // namespace layers
