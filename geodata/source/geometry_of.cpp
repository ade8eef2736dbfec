#include "geodata/source/geometry_of.hpp"

#include <array>

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
    Geometry points{GeometryKind::point, {}, {}}, lines{GeometryKind::line, {}, {}}, polygons{GeometryKind::polygon, {}, {}};

    void addRing(OGRGeometryH ring) {
        const std::size_t begin = polygons.points.size();
        std::size_t count = appendPoints(ring, polygons);
        if (count > 1 && polygons.points[begin] == polygons.points.back()) --count;
        polygons.points.resize(begin + (count >= 3 ? count : 0));
        if (count >= 3) polygons.partEnds.push_back(static_cast<std::uint32_t>(polygons.points.size()));
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
            case wkbTriangle:
                for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) addRing(OGR_G_GetGeometryRef(geometry, i));
                return;
            default: return addEach(geometry);
        }
    }
    void addEach(OGRGeometryH geometries) {
        for (int i = 0; i < OGR_G_GetGeometryCount(geometries); ++i) add(OGR_G_GetGeometryRef(geometries, i));
    }
};

ogr::Geometry boxOf(const DegreeWindow& w) {
    ogr::Geometry ring(OGR_G_CreateGeometry(wkbLinearRing));
    for (const auto& [x, y] : std::array<std::array<double, 2>, 5>{{{w.west, w.south}, {w.east, w.south}, {w.east, w.north}, {w.west, w.north}, {w.west, w.south}}})
        OGR_G_AddPoint_2D(ring.get(), x, y);
    ogr::Geometry box(OGR_G_CreateGeometry(wkbPolygon));
    OGR_G_AddGeometryDirectly(box.get(), ring.release());
    return box;
}

void shift(OGRGeometryH geometry, double byDegrees) {
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) shift(OGR_G_GetGeometryRef(geometry, i), byDegrees);
    if (OGR_G_GetGeometryCount(geometry) > 0) return;
    for (int i = 0; i < OGR_G_GetPointCount(geometry); ++i) OGR_G_SetPoint_2D(geometry, i, OGR_G_GetX(geometry, i) + byDegrees, OGR_G_GetY(geometry, i));
}

bool within(const OGREnvelope& e, const DegreeWindow& w) { return e.MinX >= w.west && e.MaxX <= w.east && e.MinY >= w.south && e.MaxY <= w.north; }
bool apart(const OGREnvelope& e, const DegreeWindow& w) { return e.MaxX < w.west || e.MinX > w.east || e.MaxY < w.south || e.MinY > w.north; }

ogr::Geometry intersection(OGRGeometryH a, OGRGeometryH b) {
    const ogr::ErrorCapture repaired;  // what GEOS says of a ring that is mended here does not end the reading
    ogr::Geometry cut(OGR_G_Intersection(a, b));
    if (cut) return cut;
    const ogr::Geometry valid(OGR_G_MakeValid(a));  // GEOS refuses rings that cross themselves
    return ogr::Geometry(valid ? OGR_G_Intersection(valid.get(), b) : nullptr);
}

bool isSeveral(OGRGeometryH geometry) {
    const OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    return type == wkbMultiPolygon || type == wkbMultiLineString || type == wkbMultiPoint;
}

void addCut(OGRGeometryH part, const DegreeWindow& window, OGRGeometryH pieces) {
    OGREnvelope envelope;
    OGR_G_GetEnvelope(part, &envelope);
    for (const double turn : {-360.0, 0.0, 360.0}) {
        const DegreeWindow turned{window.west + turn, window.south, window.east + turn, window.north};
        if (apart(envelope, turned)) continue;
        ogr::Geometry piece = within(envelope, turned) ? ogr::Geometry(OGR_G_Clone(part)) : intersection(part, boxOf(turned).get());
        if (!piece || OGR_G_IsEmpty(piece.get()) != 0) continue;
        if (turn != 0) shift(piece.get(), -turn);
        OGR_G_AddGeometryDirectly(pieces, piece.release());
    }
}

}  // namespace

std::vector<Geometry> geometriesOf(OGRGeometryH geometry) {
    ogr::Geometry straight;
    if (OGR_G_HasCurveGeometry(geometry, TRUE) != 0) {
        straight.reset(OGR_G_GetLinearGeometry(geometry, 0, nullptr));
        geometry = straight.get();
    }
    Kinds kinds;
    kinds.add(geometry);
    std::vector<Geometry> found;
    for (Geometry* kind : {&kinds.polygons, &kinds.lines, &kinds.points})
        if (kind->partCount() > 0) found.push_back(std::move(*kind));
    return found;
}

ogr::Geometry cutTo(const DegreeWindow& window, ogr::Geometry geometry) {
    OGREnvelope envelope;
    OGR_G_GetEnvelope(geometry.get(), &envelope);
    if (within(envelope, window)) return geometry;
    ogr::Geometry pieces(OGR_G_CreateGeometry(wkbGeometryCollection));
    // Part by part: of a thousand islands one is cut, and only that one is GEOS's work.
    const int parts = isSeveral(geometry.get()) ? OGR_G_GetGeometryCount(geometry.get()) : 0;
    for (int i = 0; i < parts; ++i) addCut(OGR_G_GetGeometryRef(geometry.get(), i), window, pieces.get());
    if (parts == 0) addCut(geometry.get(), window, pieces.get());
    return OGR_G_GetGeometryCount(pieces.get()) > 0 ? std::move(pieces) : nullptr;
}

bool liesWithin(std::span<const MapPoint> points, const DegreeWindow& w) {
    const MapBox box = boxOf(points);
    return box.min.x >= w.west && box.max.x <= w.east && box.min.y >= w.south && box.max.y <= w.north;
}

}  // namespace geodata
