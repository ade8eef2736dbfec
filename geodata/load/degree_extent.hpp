// SPDX-License-Identifier: Apache-2.0
#pragma once
// Computes a layer's extent in degrees, whatever its coordinate system, and counts the features that lie where that
// system is not valid. The loader's child.

#include <optional>

#include "geodata/crs/area_of_use.hpp"
#include "geodata/crs/known_transformations.hpp"
#include "geodata/source/source.hpp"

namespace geodata {

class DegreeExtent {
public:
    static Result<DegreeExtent> of(const std::string& crs, const KnownTransformations& known);

    // A feature in the layer's own coordinates.
    void add(const Feature& feature);
    std::optional<LonLatBox> box() const;
    // Features more than a degree outside the area of use that the CRS's authority states.
    const Tally& outsideAreaOfUse() const { return m_outsideArea; }
    const std::optional<AreaOfUse>& areaOfUse() const { return m_area; }

private:
    DegreeExtent(Transformation toDegrees, std::optional<AreaOfUse> area)
        : m_toDegrees(std::move(toDegrees)), m_area(area) {}
    MapPoint degreesOf(MapPoint source) const;
    bool covers(const MapBox& source) const;

    Transformation m_toDegrees;
    std::optional<AreaOfUse> m_area;
    MapBox m_degrees;  // x is longitude
    Tally m_outsideArea;
};

}  // namespace geodata
