// SPDX-License-Identifier: Apache-2.0
#pragma once
// The edge of what a map can show, seen from a source in projected coordinates: the map's seam and its poles. What
// meets the edge is turned into degrees and cut there, as sources in degrees are. Used only in geodata/source; the
// loader's child.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geodata/crs/transformation.hpp"
#include "geodata/source/short_way.hpp"
#include "geodata/source/window.hpp"

namespace geodata {

class WindowEdge {
public:
    // None where PROJ has no way from the source to degrees.
    static std::optional<WindowEdge> of(const std::string& sourceCrs, const DegreeWindow& window);

    // What of a feature lies in the window, in degrees. None: all of it does, and it stays as it is.
    std::optional<std::vector<Geometry>> cut(const std::vector<Geometry>& kinds);

private:
    struct Vertex {
        MapPoint source, degrees;
    };
    WindowEdge(Transformation toDegrees, const DegreeWindow& window);
    void addSide(MapPoint from, MapPoint to);
    MapPoint degreesOf(MapPoint source) const;
    MapPoint sourceOf(MapPoint degrees) const;
    bool meets(const MapBox& box) const;
    bool leadsTo(MapPoint source, MapPoint degrees) const;
    bool isInside(MapPoint degrees) const;
    bool liesInside(OGRGeometryH member) const;
    bool needsCut(const Geometry& geometry);
    void addBetween(const Vertex& a, const Vertex& b, std::vector<MapPoint>& out, int depth = 0) const;
    std::vector<MapPoint> bent(std::span<const MapPoint> part, bool closed) const;
    Pole poleIn(std::span<const MapPoint> ring) const;
    ogr::Geometry inDegrees(const Geometry& geometry) const;

    Transformation m_toDegrees;  // plate carrée metres
    DegreeWindow m_window;
    std::vector<MapBox> m_edge, m_runs;  // pieces of the window's edge in the source's coordinates; around runs of them
    MapBox m_inside;                     // known to lie inside, so that most features need no look at the edge
    std::optional<MapPoint> m_northPole, m_southPole;
};

}  // namespace geodata
