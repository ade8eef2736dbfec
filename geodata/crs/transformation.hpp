// SPDX-License-Identifier: Apache-2.0
#pragma once
// The step "reproject" for single points and arrays: PROJ between two coordinate systems. A Transformation belongs to
// the job that made it, because PROJ contexts are not shared between threads.

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "geodata/geometry/geometry.hpp"
#include "geodata/result/result.hpp"

namespace geodata {

inline constexpr const char* kLonLatCrs = "OGC:CRS84";  // WGS 84, longitude first

// Metres that one degree is drawn as when the map CRS is geographic (plate carrée on WGS 84's equator).
inline constexpr double kPlateCarreeMetresPerDegree = 111319.49079327358;

class Transformation {
public:
    // Between two definitions (authority code, WKT, PROJ string; never a file name). Axis order is x, y (east, north)
    // on both sides whatever the authority says. The target is always metres: a geographic target is plate carrée.
    static Result<Transformation> toMap(const std::string& sourceCrs, const std::string& mapCrs);

    // In place; x and y in the source's units on entry, metres on return. A point that cannot be placed becomes NaN.
    // Returns how many became NaN.
    std::size_t forward(std::span<MapPoint> points) const;
    MapPoint forward(MapPoint sourcePoint) const;
    // From map metres back to the source's units; NaN where there is no answer.
    MapPoint inverse(MapPoint mapPoint) const;

    // What it does, as plain text with which it can be made again without PROJ's database.
    struct Recipe {
        std::string pipeline;
        double mapFactor = 1;
        bool fromDegrees = false;
    };
    std::optional<Recipe> recipe() const;  // none where PROJ chooses among several operations or reads a grid
    static std::optional<Transformation> from(const Recipe& recipe);

    bool fromDegrees() const;
    // False: PROJ chooses among several operations by where a point lies, so the result may jump between two points.
    bool isOneOperation() const;

private:
    struct Handles;
    struct Deleter {
        void operator()(Handles* handles) const;
    };
    explicit Transformation(std::unique_ptr<Handles, Deleter> handles) : m_handles(std::move(handles)) {}
    std::unique_ptr<Handles, Deleter> m_handles;
};

// The CRS's name as its authority gives it, e.g. "WGS 84 / UTM zone 36N"; the sentence why not otherwise.
Result<std::string> crsName(const std::string& definition);

}  // namespace geodata
