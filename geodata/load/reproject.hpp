#pragma once
// The step "reproject": from the source's coordinates to the map's, edges bent as the projection bends them. Only here
// does a FeatureSet come from SourceFeatures, so nothing unprojected can be drawn. The loader's child.

#include <optional>

#include "geodata/crs/fitted_transformation.hpp"
#include "geodata/source/source.hpp"

namespace geodata {

struct ReprojectCounts {
    std::uint64_t points = 0, lost = 0;       // vertices, and those without a place in the map CRS
    std::optional<std::uint64_t> firstLost;   // the feature
};

// In place: the geometry's points become map metres. Edges are halved until their middle lies within `toleranceM` of the
// straight line; halving is the same from either end, so neighbours that share an edge get the same points. Vertices
// without a place are left out, lines broken there.
void reproject(Feature& feature, FittedTransformation& toMap, double toleranceM, ReprojectCounts& counts);

}  // namespace geodata
