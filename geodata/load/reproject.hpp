// SPDX-License-Identifier: Apache-2.0
#pragma once
// The step "reproject": from the source's coordinates to the map's, with edges bent as the projection bends them.
// Only this step makes a FeatureSet from SourceFeatures, so unprojected data cannot be drawn. The loader's child.

#include <optional>

#include "geodata/crs/fitted_transformation.hpp"
#include "geodata/source/source.hpp"

namespace geodata {

struct ReprojectCounts {
    std::uint64_t points = 0;  // vertices
    Tally lost;                // those without a place in the map CRS, and the feature of the first
};

// In place: the geometry's points become map metres. Edges are halved until they lie within `toleranceM` of the
// straight line; halving is the same from either end, so neighbours that share an edge get the same points. Vertices
// without a place are left out, lines broken there.
void reproject(Feature& feature, FittedTransformation& toMap, double toleranceM, ReprojectCounts& counts);

}  // namespace geodata
