// SPDX-License-Identifier: Apache-2.0
#pragma once
// Feature sets for the tests of the store: one of every kind, and generated ones.

#include <random>
#include <string>

#include "geodata/store/feature_set.hpp"

namespace geodata {

inline Geometry geometryOf(GeometryKind kind, const std::vector<std::vector<MapPoint>>& parts) {
    Geometry geometry{kind, {}, {}};
    for (const auto& part : parts) geometry.addPart(part);
    return geometry;
}

// A hole, a two-part line, two points, and a row without position; texts with Arabic, null and a long value.
inline FeatureSet mixedSet() {
    FeatureSet set;
    set.columns = {{"name", ColumnType::text}, {"population", ColumnType::integer}};
    const std::vector<MapPoint> outer{{0, 0}, {100, 0}, {100, 100}, {0, 100}},
        hole{{40, 40}, {40, 60}, {60, 60}, {60, 40}};
    set.features.push_back({7, geometryOf(GeometryKind::polygon, {outer, hole}), {"Naqoura", "24910"}});
    set.features.push_back({8,
                            geometryOf(GeometryKind::line, {{{-50, 10}, {0, 20}, {50, 5}}, {{200, 200}, {300, 210}}}),
                            {"الليطاني", ""}});
    set.features.push_back({9, {}, {"no position", "1"}});
    set.features.push_back(
        {10, geometryOf(GeometryKind::point, {{{500, 500}}, {{510, 505}}}), {std::string(3000, 'x'), "-3"}});
    return set;
}

// Short lines all over a square of 1000 km, a point at every seventh place.
inline FeatureSet scatteredSet(std::size_t features, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(0, 1e6), step(-500, 500);
    FeatureSet set;
    set.columns = {{"number", ColumnType::integer}};
    for (std::size_t i = 0; i < features; ++i) {
        std::vector<MapPoint> line{{place(random), place(random)}};
        for (int k = 0; k < 5 && i % 7 != 0; ++k)
            line.push_back({line.back().x + step(random), line.back().y + step(random)});
        const GeometryKind kind = i % 7 == 0 ? GeometryKind::point : GeometryKind::line;
        set.features.push_back({1000 + i, geometryOf(kind, {line}), {std::to_string(i)}});
    }
    return set;
}

}  // namespace geodata
