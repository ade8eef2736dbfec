#include "geodata/source/geojson_geometries.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <string_view>

namespace geodata {
namespace {

namespace json = simdjson::ondemand;

constexpr double kMarkNorth = 7e77;  // no place on earth: what lies so far north is a mark

// How deep the array is nested; 0 where it is empty, uneven, or holds anything but numbers.
int takeArray(json::array array, PlainGeometry& out) {
    int inner = -1;
    std::size_t numbers = 0;
    MapPoint position;
    for (json::value element : array) {
        const json::json_type type = element.type();
        const int depth = type == json::json_type::number ? 0 : type == json::json_type::array ? takeArray(element.get_array(), out) : -1;
        if (depth < 0 || (inner >= 0 && depth != inner) || (depth == 0 && type == json::json_type::array)) return 0;
        inner = depth;
        if (depth > 0) continue;
        const double number = element.get_double();
        if (numbers < 2) (numbers == 0 ? position.x : position.y) = number;
        out.heights = out.heights || numbers == 2;  // not drawn, but GDAL calls the layer's CRS after them
        ++numbers;
    }
    if (inner < 0 || inner > 3 || (inner == 0 && numbers < 2)) return 0;
    if (inner == 0) out.points.push_back(position);
    if (inner == 1) out.listEnds.push_back(static_cast<std::uint32_t>(out.points.size()));
    if (inner == 2) out.polygonEnds.push_back(static_cast<std::uint32_t>(out.listEnds.size()));
    return inner + 1;
}

Geometry linesOf(const PlainGeometry& plain) {
    Geometry made{GeometryKind::line, {}, {}};
    for (std::size_t begin = 0; const std::size_t end : plain.listEnds) {
        if (end - begin >= 2) made.addPart(std::span(plain.points).subspan(begin, end - begin));
        begin = end;
    }
    return made;
}

// In place: rings only lose points at their ends.
Geometry ringsOf(PlainGeometry plain) {
    Geometry made{GeometryKind::polygon, std::move(plain.points), {}};
    std::vector<MapPoint>& points = made.points;
    std::size_t kept = 0;
    for (std::size_t begin = 0; const std::size_t end : plain.listEnds) {
        std::size_t count = end - begin;
        if (count > 1 && points[begin] == points[end - 1]) --count;
        if (count < 3) count = 0;
        std::copy_n(points.begin() + static_cast<std::ptrdiff_t>(begin), count, points.begin() + static_cast<std::ptrdiff_t>(kept));
        kept += count;
        if (count > 0) made.partEnds.push_back(static_cast<std::uint32_t>(kept));
        begin = end;
    }
    points.resize(kept);
    return made;
}

struct PlainType {
    std::string_view name;
    OGRwkbGeometryType type;
    int depth;  // of its coordinates
};
constexpr PlainType kPlainTypes[] = {{"Point", wkbPoint, 1},           {"MultiPoint", wkbMultiPoint, 2}, {"LineString", wkbLineString, 2},
                                     {"MultiLineString", wkbMultiLineString, 3}, {"Polygon", wkbPolygon, 3},       {"MultiPolygon", wkbMultiPolygon, 4}};

// The type may stand behind the coordinates, so that these are taken for what they are.
OGRwkbGeometryType typeOf(std::string_view name, int depth) {
    for (const PlainType& one : kPlainTypes)
        if (one.name == name && one.depth == depth) return one.type;
    return wkbUnknown;
}

std::optional<PlainGeometry> takeGeometry(json::object object) {
    std::string type;
    PlainGeometry made;
    int types = 0, lists = 0, depth = 0;
    for (json::field member : object) {
        const std::string_view key = member.unescaped_key();
        if (key == "type") {
            ++types;
            type = std::string(std::string_view(member.value().get_string()));
        } else if (key == "coordinates") {
            if (++lists > 1) return {};
            depth = takeArray(member.value().get_array(), made);
        } else if (key != "bbox") {
            return {};  // GDAL understands more members than these
        }
    }
    made.type = typeOf(type, depth);
    if (types != 1 || lists != 1 || made.type == wkbUnknown) return {};
    return made;
}

// One position inside the least geometry of the same type: GDAL makes of all types and heights together what it says of
// the layer.
std::string markOf(const PlainGeometry& plain, std::size_t number) {
    const PlainType& plainType = *std::ranges::find(kPlainTypes, plain.type, &PlainType::type);
    const auto nested = static_cast<std::size_t>(plainType.depth - 1);
    return fmt::format(R"({{"type":"{}","coordinates":{}[{},{}{}]{}}})", plainType.name, std::string(nested, '['), number, kMarkNorth, plain.heights ? ",0" : "",
                       std::string(nested, ']'));
}

class Dissector {
public:
    explicit Dissector(const simdjson::padded_string& text) : m_copied(text.data()), m_end(text.data() + text.size()) {
        m_document = m_parser.iterate(text);
    }

    std::optional<TakenApart> run() {
        json::object root = m_document.get_object();
        int types = 0, lists = 0;
        for (json::field member : root) {
            const std::string_view key = member.unescaped_key();
            if (key == "type" && (++types > 1 || std::string_view(member.value().get_string()) != "FeatureCollection")) return {};
            if (key == "features" && (++lists > 1 || !takeFeatures(member.value().get_array()))) return {};
        }
        if (types != 1 || lists != 1 || m_document.current_location().error() != simdjson::OUT_OF_BOUNDS) return {};
        m_out.skeleton.append(m_copied, m_end);
        return std::move(m_out);
    }

private:
    bool takeFeatures(json::array features) {
        for (json::value feature : features) {
            int geometries = 0;
            bool properties = false;
            for (json::field member : json::object(feature.get_object())) {
                const std::string_view key = member.unescaped_key();
                if (key == "properties") properties = json::json_type(member.value().type()) == json::json_type::object;
                if (key == "geometry" && (++geometries > 1 || !replaceGeometry(member.value()))) return false;
            }
            m_out.withoutProperties = m_out.withoutProperties || !properties;
        }
        return true;
    }

    // True where the geometry is null too, which stays.
    bool replaceGeometry(json::value value) {
        if (value.is_null()) return true;
        const char* begin = value.raw_json_token().data();
        auto geometry = takeGeometry(value.get_object());
        if (!geometry) return false;
        m_out.skeleton.append(m_copied, begin);
        m_out.skeleton += markOf(*geometry, m_out.geometries.size());
        m_copied = m_document.current_location();
        m_out.geometries.push_back(std::move(*geometry));
        return true;
    }

    json::parser m_parser;
    json::document m_document;
    const char *m_copied, *m_end;  // up to where the text is in the skeleton
    TakenApart m_out;
};

ogr::Geometry curveOf(const PlainGeometry& plain, std::size_t list, OGRwkbGeometryType type) {
    const std::size_t begin = list == 0 ? 0 : plain.listEnds[list - 1];
    const MapPoint* first = plain.points.data() + begin;
    ogr::Geometry curve(OGR_G_CreateGeometry(type));
    OGR_G_SetPoints(curve.get(), static_cast<int>(plain.listEnds[list] - begin), &first->x, sizeof(MapPoint), &first->y, sizeof(MapPoint), nullptr, 0);
    return curve;
}

ogr::Geometry pointOf(MapPoint p) {
    ogr::Geometry point(OGR_G_CreateGeometry(wkbPoint));
    OGR_G_SetPoint_2D(point.get(), 0, p.x, p.y);
    return point;
}

ogr::Geometry polygonOf(const PlainGeometry& plain, std::size_t polygon) {
    ogr::Geometry made(OGR_G_CreateGeometry(wkbPolygon));
    for (std::size_t list = polygon == 0 ? 0 : plain.polygonEnds[polygon - 1]; list < plain.polygonEnds[polygon]; ++list)
        OGR_G_AddGeometryDirectly(made.get(), curveOf(plain, list, wkbLinearRing).release());
    return made;
}

}  // namespace

std::optional<TakenApart> takeApart(const std::filesystem::path& file) {
    try {
        const simdjson::padded_string text = simdjson::padded_string::load(file.string());
        return Dissector(text).run();
    } catch (const simdjson::simdjson_error&) {
        return {};
    }
}

std::optional<std::size_t> markedGeometry(OGRGeometryH geometry) {
    while (OGR_G_GetGeometryCount(geometry) > 0) geometry = OGR_G_GetGeometryRef(geometry, 0);
    if (OGR_G_GetPointCount(geometry) != 1 || OGR_G_GetY(geometry, 0) != kMarkNorth) return {};
    return static_cast<std::size_t>(OGR_G_GetX(geometry, 0));
}

Geometry flatOf(PlainGeometry plain) {
    if (plain.type == wkbLineString || plain.type == wkbMultiLineString) return linesOf(plain);
    if (plain.type == wkbPolygon || plain.type == wkbMultiPolygon) return ringsOf(std::move(plain));
    Geometry made{GeometryKind::point, std::move(plain.points), {}};
    for (std::uint32_t end = 1; end <= made.points.size(); ++end) made.partEnds.push_back(end);
    return made;
}

ogr::Geometry asOgr(const PlainGeometry& plain) {
    if (plain.type == wkbPoint) return pointOf(plain.points[0]);
    if (plain.type == wkbLineString) return curveOf(plain, 0, wkbLineString);
    if (plain.type == wkbPolygon) return polygonOf(plain, 0);
    ogr::Geometry all(OGR_G_CreateGeometry(plain.type));
    const auto add = [&](ogr::Geometry part) { OGR_G_AddGeometryDirectly(all.get(), part.release()); };
    if (plain.type == wkbMultiPoint)
        for (const MapPoint p : plain.points) add(pointOf(p));
    if (plain.type == wkbMultiLineString)
        for (std::size_t list = 0; list < plain.listEnds.size(); ++list) add(curveOf(plain, list, wkbLineString));
    if (plain.type == wkbMultiPolygon)
        for (std::size_t polygon = 0; polygon < plain.polygonEnds.size(); ++polygon) add(polygonOf(plain, polygon));
    return all;
}

}  // namespace geodata
