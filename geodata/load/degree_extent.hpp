// SPDX-License-Identifier: Apache-2.0
#pragma once
// Computes a layer's extent in degrees, whatever its coordinate system, and counts the features that lie where that
// system is not valid. The loader's child.

#include <array>
#include <limits>
#include <optional>
#include <utility>

#include "geodata/crs/area_of_use.hpp"
#include "geodata/crs/known_transformations.hpp"
#include "geodata/source/source.hpp"

namespace geodata {

// The longitudes that a layer covers, by whole degrees: where they leave the widest gap, its extent begins and ends.
class Longitudes {
public:
    void add(double west, double east);  // at most a turn
    bool holds(double lon) const;
    // West and east in -180 to 180; west > east: the shorter way from one to the other crosses 180°. None: empty.
    std::optional<std::pair<double, double>> span() const;

private:
    struct Cell {
        double west = std::numeric_limits<double>::infinity(), east = -west;
        bool isEmpty() const { return west > east; }
    };
    static constexpr int kCells = 360;
    std::array<Cell, kCells> m_cells;
};

class DegreeExtent {
public:
    static Result<DegreeExtent> of(const std::string& crs, const KnownTransformations& known);

    // A feature in the layer's own coordinates, or in degrees. Parts of one feature come one after the other.
    void add(const Feature& feature, bool inDegrees = false);
    std::optional<LonLatBox> box() const;
    // Features more than a degree outside the area of use that the CRS's authority states.
    const Tally& outsideAreaOfUse() const { return m_outsideArea; }
    const std::optional<AreaOfUse>& areaOfUse() const { return m_area; }

private:
    DegreeExtent(Transformation toDegrees, std::optional<AreaOfUse> area)
        : m_toDegrees(std::move(toDegrees)), m_area(area) {}
    MapPoint degreesOf(MapPoint source) const;
    bool covers(const MapBox& source) const;
    void countPlace(const Feature& feature, MapPoint degrees);

    Transformation m_toDegrees;
    std::optional<AreaOfUse> m_area;
    MapBox m_degrees;  // x is longitude
    Longitudes m_longitudes;
    std::optional<std::uint64_t> m_lastOutside;  // a collection comes as several features of one number
    Tally m_outsideArea;
};

}  // namespace geodata
