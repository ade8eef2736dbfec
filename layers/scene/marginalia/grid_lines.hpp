// SPDX-License-Identifier: Apache-2.0
#pragma once
// The grid lines for a little more than the view, at a slightly finer resolution, kept while they serve. Panning and
// zooming then ask PROJ only when they leave that region. The answer depends on the question alone, not on earlier
// ones. Main thread.

#include <optional>
#include <string>
#include <vector>

#include "geodata/grid/grid.hpp"
#include "geodata/grid/metric_grid.hpp"

namespace layers {

class GridLines {
public:
    // `math` is that of `crs`.
    const std::vector<geodata::GridLine>& graticule(const geodata::GridRequest& seen, const geodata::MapMath& math,
                                                    const std::string& crs);
    const geodata::MetricGrid& metric(const geodata::GridRequest& seen, const geodata::MapMath& math,
                                      const std::string& crs);
    std::size_t computed() const { return m_computed; }  // how often lines were made

private:
    struct Asked {
        geodata::GridRequest request;  // for more than is seen
        geodata::GraticuleSteps steps = {};
        int stepM = 0;
        std::string crs;

        bool operator==(const Asked&) const = default;
    };
    std::optional<Asked> m_graticuleOf, m_metricOf;
    std::vector<geodata::GridLine> m_graticule;
    geodata::MetricGrid m_metric;
    std::size_t m_computed = 0;
};

}  // namespace layers
