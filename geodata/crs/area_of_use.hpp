// SPDX-License-Identifier: Apache-2.0
#pragma once
// Where a coordinate system is valid, and whether PROJ's database is available at all. Any thread.

#include <optional>
#include <string>

#include "geodata/geometry/geometry.hpp"
#include "geodata/result/result.hpp"

namespace geodata {

// Degrees; west > east crosses 180°.
struct AreaOfUse {
    double west = -180, south = -90, east = 180, north = 90;

    bool holds(LonLat position, double marginDegrees) const;
};

// None where the definition states no area.
std::optional<AreaOfUse> areaOfUse(const std::string& crs);

// Without proj.db every file opens and none can be placed: one known point is placed, and if that fails the sentence
// says where the database was looked for.
Status projDatabaseWorks();

}  // namespace geodata
