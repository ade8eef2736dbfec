// SPDX-License-Identifier: Apache-2.0
#pragma once
// The geometry of a chunk at a few tolerances, so that a coarse view reads little of a big layer. This is the last
// step of writing a store, after the importance. Internal to the store; any thread.

#include <vector>

#include "geodata/store/store_format.hpp"

namespace geodata {

// Of the vertices those with importance >= the tolerance, of the parts those at least so long that keep any, with their
// whole boxes. Of points nothing. `toleranceM` > 0.
struct CoarseLevel {
    double toleranceM = 0;
    std::vector<MapPoint> vertices;
    std::vector<MapBox> partBoxes;
    std::vector<std::uint32_t> featurePartEnds, partEnds;
    std::vector<float> importance;

    StoreLevel view() const { return {toleranceM, vertices, partBoxes, featurePartEnds, partEnds, importance}; }
};

// Of `fine`, whose tolerance is lower, or of the whole geometry; `kinds` are the features'.
CoarseLevel coarseLevel(const StoreLevel& fine, std::span<const GeometryKind> kinds, double toleranceM);

// Those that are worth their bytes: each has at most a quarter of the one before, so all together at most a third of
// the chunk. The finest first, at most kMostLevels; none of a chunk that is small anyway.
std::vector<CoarseLevel> coarseLevels(const StoreChunk& chunk);

}  // namespace geodata
