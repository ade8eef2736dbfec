// SPDX-License-Identifier: Apache-2.0
#pragma once
// Coordinates and geometry as values. The three coordinate spaces are three types that never convert implicitly. A
// geometry is one flat array of points that is cut into parts. Any thread.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace geodata {

struct LonLat {  // degrees, x before y whatever the CRS's own axis order
    double lon = 0, lat = 0;
    bool operator==(const LonLat&) const = default;
};

struct MapPoint {  // metres in the map CRS
    double x = 0, y = 0;
    bool operator==(const MapPoint&) const = default;
};

struct ScreenPoint {  // pixels, y down, origin at the top left
    double x = 0, y = 0;
    bool operator==(const ScreenPoint&) const = default;
};

// Axis-aligned box in metres; empty until a point is added.
struct MapBox {
    MapPoint min{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    MapPoint max{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};

    bool operator==(const MapBox&) const = default;
    bool empty() const { return !(min.x <= max.x && min.y <= max.y); }
    double width() const { return max.x - min.x; }
    double height() const { return max.y - min.y; }
    MapPoint center() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
    bool contains(MapPoint p) const { return p.x >= min.x && p.x <= max.x && p.y >= min.y && p.y <= max.y; }
    bool intersects(const MapBox& o) const {
        return min.x <= o.max.x && max.x >= o.min.x && min.y <= o.max.y && max.y >= o.min.y;
    }
};

MapBox extended(MapBox box, MapPoint point);
MapBox united(MapBox a, const MapBox& b);
MapBox boxOf(std::span<const MapPoint> points);
MapBox grown(MapBox box, double byM);

enum class GeometryKind : std::uint8_t { none, point, line, polygon };

// Points: parts are single points. Lines: parts are polylines. Polygons: parts are closed rings (first point not
// repeated). A counter-clockwise ring begins a polygon, and the clockwise rings after it are its holes. Each polygon is
// filled for itself by the even-odd rule, so polygons of one feature may overlap.
struct Geometry {
    GeometryKind kind = GeometryKind::none;
    std::vector<MapPoint> points;
    std::vector<std::uint32_t> partEnds;  // part i is points [partEnds[i-1], partEnds[i])

    bool operator==(const Geometry&) const = default;
    std::size_t partCount() const { return partEnds.size(); }
    std::span<const MapPoint> part(std::size_t i) const;
    void addPart(std::span<const MapPoint> part);
};

// Turns a ring counter-clockwise where it begins a polygon, clockwise where it is a hole.
void turnRing(std::span<MapPoint> ring, bool isHole);

// Whether a ring begins a polygon. A ring that is so thin that the tolerance of its simplification may have turned it
// belongs to the polygon before it.
bool beginsPolygon(std::span<const MapPoint> ring, double toleranceM = 0);

// Where each polygon ends among the rings of one geometry, simplified to a tolerance.
std::vector<std::size_t> polygonEnds(std::span<const std::vector<MapPoint>> rings, double toleranceM);

// Twice the enclosed area, positive when counter-clockwise; the ring is closed implicitly. Unit: square metres.
double signedDoubleArea(std::span<const MapPoint> ring);

}  // namespace geodata
