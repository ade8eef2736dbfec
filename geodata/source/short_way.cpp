// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/short_way.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <utility>

namespace geodata {
namespace {

bool isLongStep(double degrees, WholeTurn turn) {
    const double step = std::abs(degrees);
    return step > 180 && (turn == WholeTurn::isStep || step != 360);
}

double turnsOf(double degrees) { return 360 * std::round(degrees / 360); }

Pole nearestPole(const std::vector<MapPoint>& ring) {
    double sum = 0;
    for (const MapPoint p : ring) sum += p.y;
    return sum < 0 ? Pole::south : Pole::north;
}

// Carried on, and where it goes round the earth, closed over its pole.
std::vector<MapPoint> closedRing(DegreeRing ring, WholeTurn turn) {
    std::vector<MapPoint>& points = ring.points;
    if (points.empty()) return {};
    carryOn(points, turn);
    const MapPoint first = points.front();
    const double toStart = first.x - points.back().x;
    if (!isLongStep(toStart, turn)) return std::move(points);
    const Pole pole = ring.pole == Pole::nearest ? nearestPole(points) : ring.pole;
    const double endX = first.x - turnsOf(toStart), lat = pole == Pole::north ? 90 : -90;
    points.push_back({endX, first.y});
    points.push_back({endX, lat});
    points.push_back({first.x, lat});
    return std::move(points);
}

void shift(std::vector<MapPoint>& points, double degrees) {
    for (MapPoint& p : points) p.x += degrees;
}

ogr::Geometry ringOf(const std::vector<MapPoint>& points) {
    ogr::Geometry ring(OGR_G_CreateGeometry(wkbLinearRing));
    for (const MapPoint p : points) OGR_G_AddPoint_2D(ring.get(), p.x, p.y);
    if (!points.empty()) OGR_G_AddPoint_2D(ring.get(), points.front().x, points.front().y);
    return ring;
}

ogr::Geometry simplePolygon(const std::vector<MapPoint>& points) {
    ogr::Geometry polygon(OGR_G_CreateGeometry(wkbPolygon));
    OGR_G_AddGeometryDirectly(polygon.get(), ringOf(points).release());
    return polygon;
}

// Takes away what of a hole lies in the area, in whichever turn: holes may cross the line where a cap is closed.
ogr::Geometry without(ogr::Geometry area, std::vector<MapPoint> hole) {
    const ogr::ErrorCapture refused;  // GEOS does not cut rings that cross themselves, and the area stays as it is
    shift(hole, -360);
    for (int turn = -1; turn <= 1; ++turn, shift(hole, 360)) {
        const ogr::Geometry cut = simplePolygon(hole);
        if (ogr::Geometry rest(OGR_G_Difference(area.get(), cut.get())); rest) area = std::move(rest);
    }
    return area;
}

bool isPlace(MapPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); }

std::vector<MapPoint> pointsOf(OGRGeometryH curve, bool isRing) {
    std::vector<MapPoint> points;
    for (int i = 0; i < OGR_G_GetPointCount(curve); ++i)
        if (const MapPoint p{OGR_G_GetX(curve, i), OGR_G_GetY(curve, i)}; isPlace(p)) points.push_back(p);
    if (isRing && points.size() > 1 && points.front() == points.back()) points.pop_back();
    return points;
}

// Some edge is longer than half a turn, or some place is none.
bool stepsOver(OGRGeometryH geometry) {
    if (holdsNoNumber(geometry)) return true;
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
        if (stepsOver(OGR_G_GetGeometryRef(geometry, i))) return true;
    for (int i = 1; i < OGR_G_GetPointCount(geometry); ++i)
        if (isLongStep(OGR_G_GetX(geometry, i) - OGR_G_GetX(geometry, i - 1), WholeTurn::isWay)) return true;
    return false;
}

ogr::Geometry shortened(OGRGeometryH geometry) {
    const OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    if (type == wkbPolygon) {
        std::vector<DegreeRing> rings;
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
            rings.push_back({pointsOf(OGR_G_GetGeometryRef(geometry, i), true)});
        return polygonOf(std::move(rings), WholeTurn::isWay);
    }
    if (type == wkbLineString) {
        std::vector<MapPoint> points = pointsOf(geometry, false);
        carryOn(points, WholeTurn::isWay);
        ogr::Geometry line(OGR_G_CreateGeometry(wkbLineString));
        for (const MapPoint p : points) OGR_G_AddPoint_2D(line.get(), p.x, p.y);
        return line;
    }
    if (OGR_G_GetGeometryCount(geometry) == 0) return ogr::Geometry(OGR_G_Clone(geometry));
    ogr::Geometry all(OGR_G_CreateGeometry(wkbGeometryCollection));
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
        OGR_G_AddGeometryDirectly(all.get(), shortened(OGR_G_GetGeometryRef(geometry, i)).release());
    return all;
}

}  // namespace

void carryOn(std::vector<MapPoint>& line, WholeTurn turn) {
    double before = line.empty() ? 0 : line.front().x, carried = 0;
    for (MapPoint& p : line) {
        const double step = p.x - before;
        before = p.x;
        if (isLongStep(step, turn)) carried -= turnsOf(step);
        p.x += carried;
    }
}

ogr::Geometry polygonOf(std::vector<DegreeRing> rings, WholeTurn turn) {
    if (rings.empty()) return ogr::Geometry(OGR_G_CreateGeometry(wkbPolygon));
    const std::vector<MapPoint> outline = closedRing(std::move(rings.front()), turn);
    const MapBox box = boxOf(outline);
    ogr::Geometry area = simplePolygon(outline);
    std::vector<std::vector<MapPoint>> acrossTheEdge;
    for (DegreeRing& ring : std::span(rings).subspan(1)) {
        std::vector<MapPoint> hole = closedRing(std::move(ring), turn);
        if (hole.size() < 3) continue;
        shift(hole, turnsOf(box.center().x - boxOf(hole).center().x));
        const MapBox around = boxOf(hole);
        if (around.min.x < box.min.x || around.max.x > box.max.x) acrossTheEdge.push_back(std::move(hole));
        else OGR_G_AddGeometryDirectly(area.get(), ringOf(hole).release());
    }
    for (std::vector<MapPoint>& hole : acrossTheEdge) area = without(std::move(area), std::move(hole));
    return area;
}

bool holdsNoNumber(OGRGeometryH geometry) {
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
        if (holdsNoNumber(OGR_G_GetGeometryRef(geometry, i))) return true;
    for (int i = 0; OGR_G_GetGeometryCount(geometry) == 0 && i < OGR_G_GetPointCount(geometry); ++i)
        if (!isPlace({OGR_G_GetX(geometry, i), OGR_G_GetY(geometry, i)})) return true;
    return false;
}

ogr::Geometry theShortWay(ogr::Geometry geometry) {
    return geometry && stepsOver(geometry.get()) ? shortened(geometry.get()) : std::move(geometry);
}

}  // namespace geodata
