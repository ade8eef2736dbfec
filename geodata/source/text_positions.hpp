// SPDX-License-Identifier: Apache-2.0
#pragma once
// Positions in a table's columns instead of a geometry: latitude and longitude, both in one text, or MGRS, as people
// write them. It serves every format. Any thread.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geodata/link/load_request.hpp"
#include "geodata/store/feature_set.hpp"

namespace geodata {

struct TextPlace {
    Geometry geometry;    // a point, or an MGRS reference's square where that is coarse
    bool degrees = true;  // false: in the layer's own coordinate system, as a CSV's plain numbers are
};

class TextPositions {
public:
    TextPositions() = default;
    // Columns named in `named`, or by their usual names in several languages, whatever their case, accents, spaces and
    // additions such as "(N)" or "_DD". `isCsv`: columns x and y, easting and northing too; plain numbers are then the
    // layer's own; and columns of geometries as text, which GDAL reads itself, count as positions. A column beside lat
    // or lon may hold its letter (N or S, E or W).
    TextPositions(std::span<const Column> columns, const PositionColumns& named, bool isCsv);

    bool any() const { return m_lat || m_mgrs || m_both; }
    // Some column is a position, or a geometry as text.
    bool anyColumn() const { return !m_columns.empty(); }
    // The column of geometries as text, in a CSV.
    std::optional<std::size_t> wktColumn() const { return m_wkt; }
    std::optional<TextPlace> placeOf(const std::vector<std::string>& row) const;
    // What the columns of a position hold, with their names: `lat "north", lon "35"`; empty where they hold nothing
    // but an empty geometry.
    std::string saidIn(const std::vector<std::string>& row) const;

private:
    std::optional<TextPlace> fromPair(const std::vector<std::string>& row) const;

    bool m_isCsv = false;
    std::vector<std::string> m_names;                         // of all columns
    std::optional<std::size_t> m_lat, m_lon, m_both, m_mgrs;  // lat and lon: both or none
    std::optional<std::size_t> m_wkt, m_ns, m_ew;             // ns and ew: letters of lat and lon
    std::vector<std::size_t> m_columns;
};

}  // namespace geodata
