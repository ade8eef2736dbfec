// SPDX-License-Identifier: Apache-2.0
#pragma once
// The map's projection for the viewer: read-out, grids, scale bars and the home view. One thread.

#include <memory>
#include <optional>
#include <string>

#include "geodata/crs/transformation.hpp"
#include "geodata/grid/grid.hpp"
#include "geodata/store/store.hpp"

namespace viewer {

class Projection {
public:
    static geodata::Result<Projection> of(const std::string& mapCrs);

    const geodata::MapMath& math() const { return m_math; }
    // Smallest box around what the degrees enclose; edges are followed, because they curve. Empty where nothing can be
    // placed.
    geodata::MapBox boxOf(const geodata::LonLatBox& degrees) const;
    // The degrees that a box of the map shows, a little more rather than less; none where they cross 180° or have no
    // end.
    std::optional<geodata::LonLatBox> degreesOf(const geodata::MapBox& box) const;

private:
    std::shared_ptr<const geodata::Transformation> m_transformation;
    geodata::MapMath m_math;
};

}  // namespace viewer
