// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/geometry_of.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numbers>
#include <utility>
#include <vector>

namespace geodata {
namespace {

// The curve's points behind what `geometry` holds already; how many they are.
std::size_t appendPoints(OGRGeometryH curve, Geometry& geometry) {
    const auto count = static_cast<std::size_t>(OGR_G_GetPointCount(curve)), before = geometry.points.size();
    geometry.points.resize(before + count);
    MapPoint* first = geometry.points.data() + before;
    constexpr int kStride = sizeof(MapPoint);
    if (count > 0) OGR_G_GetPoints(curve, &first->x, kStride, &first->y, kStride, nullptr, 0);
    return count;
}

void addPart(OGRGeometryH curve, Geometry& geometry) {
    appendPoints(curve, geometry);
    geometry.partEnds.push_back(static_cast<std::uint32_t>(geometry.points.size()));
}

std::size_t pointCountOf(OGRGeometryH geometry) {
    const int parts = OGR_G_GetGeometryCount(geometry);
    std::size_t count = parts > 0 ? 0 : static_cast<std::size_t>(OGR_G_GetPointCount(geometry));
    for (int i = 0; i < parts; ++i) count += pointCountOf(OGR_G_GetGeometryRef(geometry, i));
    return count;
}

struct Kinds {
    Geometry points{GeometryKind::point, {}, {}}, lines{GeometryKind::line, {}, {}},
        polygons{GeometryKind::polygon, {}, {}};

    // False: nothing was added, because the ring is too short, or a hole without area.
    bool addRing(OGRGeometryH ring, bool isHole) {
        const std::size_t begin = polygons.points.size();
        std::size_t count = appendPoints(ring, polygons);
        if (count > 1 && polygons.points[begin] == polygons.points.back()) --count;
        polygons.points.resize(begin + count);
        if (endRing(polygons, begin, isHole)) return true;
        polygons.points.resize(begin);
        return false;
    }
    void addPolygon(OGRGeometryH polygon) {
        bool isHole = false;
        for (int i = 0; i < OGR_G_GetGeometryCount(polygon); ++i)
            isHole = addRing(OGR_G_GetGeometryRef(polygon, i), isHole) || isHole;
    }
    void add(OGRGeometryH geometry) {
        switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
            case wkbPoint:
                if (OGR_G_IsEmpty(geometry) == 0) addPart(geometry, points);
                return;
            case wkbLineString:
                if (OGR_G_GetPointCount(geometry) >= 2) addPart(geometry, lines);
                return;
            case wkbMultiPolygon:  // so that a country of a thousand islands is not copied while it grows
                if (polygons.points.empty()) polygons.points.reserve(pointCountOf(geometry));
                return addEach(geometry);
            case wkbPolygon:
            case wkbTriangle: return addPolygon(geometry);
            default: return addEach(geometry);
        }
    }
    void addEach(OGRGeometryH geometries) {
        for (int i = 0; i < OGR_G_GetGeometryCount(geometries); ++i) add(OGR_G_GetGeometryRef(geometries, i));
    }
};

ogr::Geometry boxOf(const DegreeWindow& w) {
    ogr::Geometry ring(OGR_G_CreateGeometry(wkbLinearRing));
    for (const auto& [x, y] : std::array<std::array<double, 2>, 5>{
             {{w.west, w.south}, {w.east, w.south}, {w.east, w.north}, {w.west, w.north}, {w.west, w.south}}})
        OGR_G_AddPoint_2D(ring.get(), x, y);
    ogr::Geometry box(OGR_G_CreateGeometry(wkbPolygon));
    OGR_G_AddGeometryDirectly(box.get(), ring.release());
    return box;
}

void shift(OGRGeometryH geometry, double byDegrees) {
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) shift(OGR_G_GetGeometryRef(geometry, i), byDegrees);
    if (OGR_G_GetGeometryCount(geometry) > 0) return;
    for (int i = 0; i < OGR_G_GetPointCount(geometry); ++i)
        OGR_G_SetPoint_2D(geometry, i, OGR_G_GetX(geometry, i) + byDegrees, OGR_G_GetY(geometry, i));
}

bool within(const OGREnvelope& e, const DegreeWindow& w) {
    return e.MinX >= w.west && e.MaxX <= w.east && e.MinY >= w.south && e.MaxY <= w.north;
}
bool apart(const OGREnvelope& e, const DegreeWindow& w) {
    return e.MaxX < w.west || e.MinX > w.east || e.MaxY < w.south || e.MinY > w.north;
}

ogr::Geometry intersection(OGRGeometryH a, OGRGeometryH b) {
    const ogr::ErrorCapture repaired;  // what GEOS says of a ring that is mended here does not end the reading
    ogr::Geometry cut(OGR_G_Intersection(a, b));
    if (cut) return cut;
    const ogr::Geometry valid(OGR_G_MakeValid(a));  // GEOS refuses rings that cross themselves
    return ogr::Geometry(valid ? OGR_G_Intersection(valid.get(), b) : nullptr);
}

bool isSeveral(OGRGeometryH geometry) {
    const OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    return type == wkbMultiPolygon || type == wkbMultiLineString || type == wkbMultiPoint ||
           type == wkbGeometryCollection;
}

OGREnvelope envelopeOf(OGRGeometryH geometry) {
    OGREnvelope envelope;
    OGR_G_GetEnvelope(geometry, &envelope);
    return envelope;
}

void collectPolygons(OGRGeometryH geometry, std::vector<ogr::Geometry>& polygons) {
    const OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    if (type == wkbPolygon && OGR_G_IsEmpty(geometry) == 0) polygons.emplace_back(OGR_G_Clone(geometry));
    for (int i = 0; type != wkbPolygon && i < OGR_G_GetGeometryCount(geometry); ++i)
        collectPolygons(OGR_G_GetGeometryRef(geometry, i), polygons);
}

// Puts each hole into the one of several polygons that it lies in.
class HolePlacer {
public:
    explicit HolePlacer(std::vector<ogr::Geometry>& polygons) : m_polygons(polygons) {
        for (std::size_t i = 0; polygons.size() > 1 && i < polygons.size(); ++i)
            m_prepared.emplace_back(OGRCreatePreparedGeometry(polygons[i].get()));
    }
    void add(OGRGeometryH hole) {
        const ogr::Geometry point(OGR_G_CreateGeometry(wkbPoint));
        OGR_G_SetPoint_2D(point.get(), 0, OGR_G_GetX(hole, 0), OGR_G_GetY(hole, 0));
        std::size_t home = 0;
        for (std::size_t i = 0; i < m_prepared.size(); ++i)
            if (m_prepared[i] && OGRPreparedGeometryIntersects(m_prepared[i].get(), point.get()) != 0) home = i;
        OGR_G_AddGeometry(m_polygons[home].get(), hole);
    }

private:
    struct Destroyer {
        void operator()(OGRPreparedGeometryH prepared) const { OGRDestroyPreparedGeometry(prepared); }
    };
    std::vector<ogr::Geometry>& m_polygons;
    std::vector<std::unique_ptr<std::remove_pointer_t<OGRPreparedGeometryH>, Destroyer>> m_prepared;
};

// What of a polygon lies in the window. Holes that lie there whole are added afterwards: of a sea's islands GEOS need
// only look at those that are cut.
std::vector<ogr::Geometry> cutPolygon(OGRGeometryH polygon, const DegreeWindow& window) {
    ogr::Geometry crossing(OGR_G_CreateGeometry(wkbPolygon));
    std::vector<OGRGeometryH> wholeHoles;
    for (int i = 0; i < OGR_G_GetGeometryCount(polygon); ++i) {
        const OGRGeometryH ring = OGR_G_GetGeometryRef(polygon, i);
        const OGREnvelope envelope = envelopeOf(ring);
        if (i > 0 && apart(envelope, window)) continue;
        if (i > 0 && within(envelope, window) && OGR_G_GetPointCount(ring) > 0) wholeHoles.push_back(ring);
        else OGR_G_AddGeometry(crossing.get(), ring);
    }
    std::vector<ogr::Geometry> pieces;
    if (const ogr::Geometry cut = intersection(crossing.get(), boxOf(window).get())) collectPolygons(cut.get(), pieces);
    if (pieces.empty() || wholeHoles.empty()) return pieces;
    HolePlacer holes(pieces);
    for (const OGRGeometryH hole : wholeHoles) holes.add(hole);
    return pieces;
}

std::vector<ogr::Geometry> cutPart(OGRGeometryH part, const DegreeWindow& window) {
    if (wkbFlatten(OGR_G_GetGeometryType(part)) == wkbPolygon) return cutPolygon(part, window);
    std::vector<ogr::Geometry> pieces;
    if (ogr::Geometry piece = intersection(part, boxOf(window).get()); piece && OGR_G_IsEmpty(piece.get()) == 0)
        pieces.push_back(std::move(piece));
    return pieces;
}

// Part by part: of a thousand islands one is cut, and only that one is GEOS's work.
void addCut(OGRGeometryH part, const DegreeWindow& window, OGRGeometryH pieces) {
    if (isSeveral(part)) {
        for (int i = 0; i < OGR_G_GetGeometryCount(part); ++i) addCut(OGR_G_GetGeometryRef(part, i), window, pieces);
        return;
    }
    if (OGR_G_IsEmpty(part) != 0) return;
    const OGREnvelope envelope = envelopeOf(part);
    // Tracks go round the world more than once; nobody means a hundred turns.
    constexpr double kMostTurns = 10;
    const double first = std::max(-kMostTurns, std::floor((envelope.MinX - window.east) / 360)),
                 last = std::min(kMostTurns, std::ceil((envelope.MaxX - window.west) / 360));
    for (double turn = 360 * first; turn <= 360 * last; turn += 360) {
        const DegreeWindow turned{window.west + turn, window.south, window.east + turn, window.north};
        if (apart(envelope, turned)) continue;
        std::vector<ogr::Geometry> found;
        if (within(envelope, turned)) found.emplace_back(OGR_G_Clone(part));
        else found = cutPart(part, turned);
        for (ogr::Geometry& piece : found) {
            if (turn != 0) shift(piece.get(), -turn);
            OGR_G_AddGeometryDirectly(pieces, piece.release());
        }
    }
}

// The greatest radius of the arcs in a geometry; 0 where it has none.
double greatestRadius(OGRGeometryH geometry) {
    double greatest = 0;
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
        greatest = std::max(greatest, greatestRadius(OGR_G_GetGeometryRef(geometry, i)));
    if (wkbFlatten(OGR_G_GetGeometryType(geometry)) != wkbCircularString) return greatest;
    const auto at = [&](int i) { return MapPoint{OGR_G_GetX(geometry, i), OGR_G_GetY(geometry, i)}; };
    for (int i = 0; i + 2 < OGR_G_GetPointCount(geometry); i += 2) {
        const MapPoint a = at(i), b = at(i + 1), c = at(i + 2);
        const double ab = std::hypot(b.x - a.x, b.y - a.y), bc = std::hypot(c.x - b.x, c.y - b.y),
                     ac = std::hypot(c.x - a.x, c.y - a.y);
        const double doubleArea = std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y));
        const double radius = a == c ? ab / 2 : ab * bc * ac / (2 * doubleArea);  // a whole circle returns to its start
        if (std::isfinite(radius)) greatest = std::max(greatest, radius);
    }
    return greatest;
}

// The chord of an arc of this many degrees is nowhere farther from it than the tolerance.
double arcStepDegrees(OGRGeometryH geometry, double tolerance) {
    constexpr double kFinest = 0.05, kCoarsest = 4;
    const double radius = greatestRadius(geometry);
    if (radius <= tolerance) return kCoarsest;
    const double step = 2 * std::acos(1 - tolerance / radius) * 180 / std::numbers::pi;
    return std::clamp(step, kFinest, kCoarsest);
}

}  // namespace

bool endRing(Geometry& polygons, std::size_t begin, bool isHole) {
    const auto ring = std::span(polygons.points).subspan(begin);
    if (ring.size() < 3 || (isHole && signedDoubleArea(ring) == 0)) return false;
    turnRing(ring, isHole);
    polygons.partEnds.push_back(static_cast<std::uint32_t>(polygons.points.size()));
    return true;
}

// By its type: one without arcs is a curve too, and its rings would be taken for lines.
ogr::Geometry straightened(ogr::Geometry geometry, double tolerance) {
    if (!geometry || OGR_G_HasCurveGeometry(geometry.get(), FALSE) == 0) return geometry;
    return ogr::Geometry(OGR_G_GetLinearGeometry(geometry.get(), arcStepDegrees(geometry.get(), tolerance), nullptr));
}

std::vector<Geometry> geometriesOf(OGRGeometryH geometry) {
    Kinds kinds;
    kinds.add(geometry);
    std::vector<Geometry> found;
    for (Geometry* kind : {&kinds.polygons, &kinds.lines, &kinds.points})
        if (kind->partCount() > 0) found.push_back(std::move(*kind));
    return found;
}

ogr::Geometry cutTo(const DegreeWindow& window, ogr::Geometry geometry) {
    if (within(envelopeOf(geometry.get()), window)) return geometry;
    ogr::Geometry pieces(OGR_G_CreateGeometry(wkbGeometryCollection));
    addCut(geometry.get(), window, pieces.get());
    return OGR_G_GetGeometryCount(pieces.get()) > 0 ? std::move(pieces) : nullptr;
}

bool liesWithin(std::span<const MapPoint> points, const DegreeWindow& w) {
    const MapBox box = boxOf(points);
    return box.min.x >= w.west && box.max.x <= w.east && box.min.y >= w.south && box.max.y <= w.north;
}

}  // namespace geodata
