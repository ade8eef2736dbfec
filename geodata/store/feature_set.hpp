// SPDX-License-Identifier: Apache-2.0
#pragma once
// Features in the map's coordinate system with their attributes, as the loader hands them to the store's writer. Any
// thread.

#include <cstdint>
#include <string>
#include <vector>

#include "geodata/geometry/geometry.hpp"

namespace geodata {

enum class ColumnType : std::uint8_t { text, integer, real };

struct Column {
    std::string name;
    ColumnType type = ColumnType::text;

    bool operator==(const Column&) const = default;
};

struct Feature {
    std::uint64_t id = 0;             // the source's own number (OGR's FID)
    Geometry geometry;                // metres in the map CRS; kind none: listed, never drawn
    std::vector<std::string> values;  // UTF-8, one per column; empty: null. Numbers are written with a point.
};

struct FeatureSet {
    std::vector<Column> columns;
    std::vector<Feature> features;
};

}  // namespace geodata
