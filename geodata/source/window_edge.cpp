// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/window_edge.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "geodata/source/geometry_of.hpp"

namespace geodata {
namespace {

constexpr double kStepDegrees = 1;      // between the points of the edge
constexpr double kBendDegrees = 3e-7;   // three centimetres: how far a bent edge may be from its true course
constexpr double kShortDegrees = 0.05;  // shorter edges cannot bend unseen beside their middle
constexpr int kMostHalvings = 12;
constexpr std::size_t kRun = 32;  // pieces of the edge that are looked at together first

bool isPlace(MapPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); }

// By the even-odd rule.
bool isIn(std::span<const MapPoint> ring, MapPoint p) {
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const MapPoint a = ring[i], b = ring[(i + 1) % ring.size()];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) inside = !inside;
    }
    return inside;
}

// In turns: 359 and -1 are 0 apart.
double lonDistance(double a, double b) { return std::abs(std::remainder(a - b, 360)); }

}  // namespace

std::optional<WindowEdge> WindowEdge::of(const std::string& sourceCrs, const DegreeWindow& window) {
    auto toDegrees = Transformation::toMap(sourceCrs, kLonLatCrs);
    if (!toDegrees) return {};
    return WindowEdge(std::move(*toDegrees), window);
}

WindowEdge::WindowEdge(Transformation toDegrees, const DegreeWindow& window)
    : m_toDegrees(std::move(toDegrees)), m_window(window) {
    const MapPoint southWest{window.west, window.south}, southEast{window.east, window.south},
        northWest{window.west, window.north}, northEast{window.east, window.north};
    addSide(southWest, northWest);
    addSide(southEast, northEast);
    addSide(southWest, southEast);
    addSide(northWest, northEast);
    for (std::size_t i = 0; i < m_edge.size(); ++i) {
        if (i % kRun == 0) m_runs.emplace_back();
        m_runs.back() = united(m_runs.back(), m_edge[i]);
    }
    const MapPoint north = sourceOf({window.west, 90}), south = sourceOf({window.west, -90});
    if (isPlace(north)) m_northPole = north;
    if (isPlace(south)) m_southPole = south;
}

// Far from their middle many projections answer with places that are none, or tear between two neighbours: only what
// leads back is the edge.
void WindowEdge::addSide(MapPoint from, MapPoint to) {
    const int steps = static_cast<int>(std::ceil(std::hypot(to.x - from.x, to.y - from.y) / kStepDegrees));
    for (int i = 0; i < steps; ++i) {
        const auto at = [&](double step) {
            return MapPoint{from.x + (to.x - from.x) * step / steps, from.y + (to.y - from.y) * step / steps};
        };
        const MapPoint a = sourceOf(at(i)), b = sourceOf(at(i + 1.0));
        if (!leadsTo(a, at(i)) || !leadsTo({(a.x + b.x) / 2, (a.y + b.y) / 2}, at(i + 0.5))) continue;
        const MapBox box = boxOf(std::array{a, b});
        m_edge.push_back(grown(box, std::max(box.width(), box.height()) / 2));  // it curves between the points
    }
}

bool WindowEdge::leadsTo(MapPoint source, MapPoint degrees) const {
    const MapPoint back = degreesOf(source);
    return isPlace(back) && std::abs(back.y - degrees.y) < kStepDegrees / 2 &&
           lonDistance(back.x, degrees.x) * std::cos(degrees.y * std::numbers::pi / 180) < kStepDegrees / 2;
}

MapPoint WindowEdge::degreesOf(MapPoint source) const {
    const MapPoint p = m_toDegrees.forward(source);
    return {p.x / kPlateCarreeMetresPerDegree, p.y / kPlateCarreeMetresPerDegree};
}

MapPoint WindowEdge::sourceOf(MapPoint degrees) const {
    return m_toDegrees.inverse({degrees.x * kPlateCarreeMetresPerDegree, degrees.y * kPlateCarreeMetresPerDegree});
}

bool WindowEdge::meets(const MapBox& box) const {
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        if (!m_runs[run].intersects(box)) continue;
        const auto pieces = std::span(m_edge).subspan(run * kRun, std::min(kRun, m_edge.size() - run * kRun));
        if (std::ranges::any_of(pieces, [&](const MapBox& piece) { return piece.intersects(box); })) return true;
    }
    return false;
}

bool WindowEdge::isInside(MapPoint degrees) const {
    const double middle = (m_window.west + m_window.east) / 2;
    return degrees.y >= m_window.south && degrees.y <= m_window.north &&
           lonDistance(degrees.x, middle) <= (m_window.east - m_window.west) / 2;
}

// What does not meet the edge is inside as a whole or outside as a whole. A place that is not on earth stays: whoever
// places it counts it.
bool WindowEdge::needsCut(const Geometry& geometry) {
    if (geometry.points.empty()) return false;
    const MapBox box = boxOf(geometry.points);
    if (m_inside.contains(box.min) && m_inside.contains(box.max)) return false;
    if (meets(box)) return true;
    if (const MapBox both = united(m_inside, box); !m_inside.empty() && !meets(both)) {
        m_inside = both;
        return false;
    }
    const MapPoint first = degreesOf(geometry.points.front());
    if (isPlace(first) && !isInside(first)) return true;
    if (isPlace(first)) m_inside = box;
    return false;
}

// Edges that are straight in the source are not so in degrees.
void WindowEdge::addBetween(const Vertex& a, const Vertex& b, std::vector<MapPoint>& out, int depth) const {
    const MapPoint source{(a.source.x + b.source.x) / 2, (a.source.y + b.source.y) / 2};
    const Vertex half{source, degreesOf(source)};
    if (depth == kMostHalvings || !isPlace(half.degrees)) return;
    const double turn = std::remainder(b.degrees.x - a.degrees.x, 360);
    const double off = std::hypot(lonDistance(half.degrees.x, a.degrees.x + turn / 2),
                                  half.degrees.y - (a.degrees.y + b.degrees.y) / 2);
    const bool isShort = std::hypot(turn, b.degrees.y - a.degrees.y) < kShortDegrees;
    if (off <= kBendDegrees && (isShort || depth >= 2)) return;
    addBetween(a, half, out, depth + 1);
    out.push_back(half.degrees);
    addBetween(half, b, out, depth + 1);
}

std::vector<MapPoint> WindowEdge::bent(std::span<const MapPoint> part, bool closed) const {
    std::vector<MapPoint> degrees;
    std::vector<Vertex> placed;
    for (const MapPoint p : part)
        if (const MapPoint at = degreesOf(p); isPlace(at)) placed.push_back({p, at});
    for (std::size_t i = 0; i < placed.size(); ++i) {
        degrees.push_back(placed[i].degrees);
        if (i + 1 < placed.size() || closed) addBetween(placed[i], placed[(i + 1) % placed.size()], degrees);
    }
    return degrees;
}

Pole WindowEdge::poleIn(std::span<const MapPoint> ring) const {
    if (m_northPole && isIn(ring, *m_northPole)) return Pole::north;
    return m_southPole && isIn(ring, *m_southPole) ? Pole::south : Pole::nearest;
}

// What goes all round the earth is cut in any case: only a window in degrees can show it.
bool WindowEdge::liesInside(OGRGeometryH member) const {
    OGREnvelope e;
    OGR_G_GetEnvelope(member, &e);
    const double turn = 360 * std::floor((e.MinX - m_window.west) / 360);
    return e.MaxX - e.MinX < 360 - kShortDegrees && e.MaxX - turn <= m_window.east && e.MinY >= m_window.south &&
           e.MaxY <= m_window.north;
}

ogr::Geometry WindowEdge::inDegrees(const Geometry& geometry) const {
    ogr::Geometry all(OGR_G_CreateGeometry(wkbGeometryCollection));
    std::vector<DegreeRing> rings;
    const auto add = [&](ogr::Geometry part) { OGR_G_AddGeometryDirectly(all.get(), part.release()); };
    const auto endPolygon = [&] {
        if (!rings.empty()) add(polygonOf(std::exchange(rings, {}), WholeTurn::isStep));
    };
    for (std::size_t i = 0; i < geometry.partCount(); ++i) {
        const std::span<const MapPoint> part = geometry.part(i);
        if (geometry.kind == GeometryKind::polygon) {
            if (beginsPolygon(part)) endPolygon();
            rings.push_back({bent(part, true), poleIn(part)});
            continue;
        }
        std::vector<MapPoint> degrees = bent(part, false);
        carryOn(degrees, WholeTurn::isStep);
        ogr::Geometry curve(OGR_G_CreateGeometry(geometry.kind == GeometryKind::point ? wkbPoint : wkbLineString));
        for (const MapPoint p : degrees) OGR_G_AddPoint_2D(curve.get(), p.x, p.y);
        add(std::move(curve));
    }
    endPolygon();
    return all;
}

std::optional<std::vector<Geometry>> WindowEdge::cut(const std::vector<Geometry>& kinds) {
    if (std::ranges::none_of(kinds, [this](const Geometry& kind) { return needsCut(kind); })) return {};
    ogr::Geometry all(OGR_G_CreateGeometry(wkbGeometryCollection));
    bool isWhole = true;
    for (const Geometry& kind : kinds) {
        ogr::Geometry members = inDegrees(kind);
        for (int i = 0; i < OGR_G_GetGeometryCount(members.get()); ++i)
            isWhole = isWhole && liesInside(OGR_G_GetGeometryRef(members.get(), i));
        OGR_G_AddGeometryDirectly(all.get(), members.release());
    }
    if (isWhole) return {};
    const ogr::Geometry inside = cutTo(m_window, std::move(all));
    return inside ? geometriesOf(inside.get()) : std::vector<Geometry>{};
}

}  // namespace geodata
