// SPDX-License-Identifier: Apache-2.0
#pragma once
// The warnings about what a layer lost or what was repaired while it was read. The loader's child.

#include <string>
#include <vector>

#include "geodata/load/degree_extent.hpp"
#include "geodata/load/reproject.hpp"
#include "geodata/source/source.hpp"

namespace geodata {

struct LayerFacts {
    std::string fileText;  // quoted
    const LayerHead& head;
    const std::string& mapCrs;
    const LinkLimits& limits;
    const ReadCounts& read;
    const ReprojectCounts& placed;
    const DegreeExtent& extent;
    std::uint64_t drawn = 0;  // features that have a place on the map
};

std::vector<Warning> warningsOf(const LayerFacts& facts);

}  // namespace geodata
