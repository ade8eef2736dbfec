// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/geojson_geometries.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <simdjson.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <future>
#include <memory>
#include <new>
#include <string_view>

#include "geodata/source/coordinate_text.hpp"
#include "geodata/source/geometry_of.hpp"

namespace geodata {
namespace {

namespace json = simdjson::ondemand;

constexpr double kMarkNorth = 7e77;  // no place on earth: what lies so far north is a mark

Geometry linesOf(const PlainGeometry& plain) {
    Geometry made{GeometryKind::line, {}, {}};
    for (std::size_t begin = 0; const std::size_t end : plain.listEnds) {
        if (end - begin >= 2) made.addPart(std::span(plain.points).subspan(begin, end - begin));
        begin = end;
    }
    return made;
}

Geometry ringsOf(const PlainGeometry& plain) {
    Geometry made{GeometryKind::polygon, {}, {}};
    made.points.reserve(plain.points.size());
    std::size_t list = 0, begin = 0;
    for (const std::size_t listsEnd : plain.polygonEnds)
        for (bool isHole = false; list < listsEnd; ++list) {
            const std::size_t end = plain.listEnds[list], kept = made.points.size();
            auto ring = std::span(plain.points).subspan(begin, end - begin);
            if (ring.size() > 1 && ring.front() == ring.back()) ring = ring.first(ring.size() - 1);
            made.points.insert(made.points.end(), ring.begin(), ring.end());
            const bool added = endRing(made, kept, isHole);
            if (!added) made.points.resize(kept);
            isHole = isHole || added;
            begin = end;
        }
    return made;
}

struct PlainType {
    std::string_view name;
    OGRwkbGeometryType type;
    int depth;  // of its coordinates
};
constexpr PlainType kPlainTypes[] = {{"Point", wkbPoint, 1},           {"MultiPoint", wkbMultiPoint, 2},
                                     {"LineString", wkbLineString, 2}, {"MultiLineString", wkbMultiLineString, 3},
                                     {"Polygon", wkbPolygon, 3},       {"MultiPolygon", wkbMultiPolygon, 4}};

// The type may follow the coordinates, so their depth decides what they are.
OGRwkbGeometryType typeOf(std::string_view name, int depth) {
    for (const PlainType& one : kPlainTypes)
        if (one.name == name && one.depth == depth) return one.type;
    return wkbUnknown;
}

// One position inside the least geometry of the same type: GDAL makes of all types and heights together what it says of
// the layer.
std::string markOf(const PlainGeometry& plain, std::size_t number) {
    const PlainType& plainType = *std::ranges::find(kPlainTypes, plain.type, &PlainType::type);
    const auto nested = static_cast<std::size_t>(plainType.depth - 1);
    return fmt::format(R"({{"type":"{}","coordinates":{}[{},{}{}]{}}})", plainType.name, std::string(nested, '['),
                       number, kMarkNorth, plain.heights ? ",0" : "", std::string(nested, ']'));
}

constexpr std::size_t kOwnThreadFromBytes = 1 << 20;

// A file's content and a zero behind it. Read, not mapped: whoever shortens the file meanwhile must not end this
// process.
class FileText {
public:
    static std::optional<FileText> of(const std::filesystem::path& file) {
        const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0) return {};
        struct stat facts{};
        const bool known = ::fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode);
        FileText text(known ? static_cast<std::size_t>(facts.st_size) : 0);
        const bool whole = known && text.m_bytes && text.fill(descriptor);
        ::close(descriptor);
        return whole ? std::optional(std::move(text)) : std::nullopt;
    }
    std::string_view view() const { return {m_bytes.get(), m_size}; }

private:
    explicit FileText(std::size_t size) : m_bytes(new(std::nothrow) char[size + 1]), m_size(size) {
        if (m_bytes) m_bytes[size] = 0;
    }

    bool fill(int descriptor) {
        const std::size_t half = m_size / 2;
        auto other = std::async(m_size < kOwnThreadFromBytes ? std::launch::deferred : std::launch::async,
                                [&] { return fill(descriptor, half, m_size); });
        return fill(descriptor, 0, half) && other.get();
    }
    bool fill(int descriptor, std::size_t begin, std::size_t end) {
        while (begin < end) {
            const ssize_t got = ::pread(descriptor, m_bytes.get() + begin, end - begin, static_cast<off_t>(begin));
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) return false;
            begin += static_cast<std::size_t>(got);
        }
        return true;
    }

    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size;
};

// Goes through the text that cutting has left: what is a feature's geometry, and whether all that was cut is one.
class Dissector {
public:
    Dissector(const CutText& cut, std::vector<Coordinates> coordinates)
        : m_text(cut.rest),
          m_places(cut.places),
          m_coordinates(std::move(coordinates)),
          m_copied(m_text.data()),
          m_end(m_text.data() + m_text.size()) {
        m_document = m_parser.iterate(m_text);
    }

    std::optional<TakenApart> run() {
        json::object root = m_document.get_object();
        int types = 0, lists = 0;
        for (json::field member : root) {
            const std::string_view key = member.unescaped_key();
            if (key == "type" && (++types > 1 || std::string_view(member.value().get_string()) != "FeatureCollection"))
                return {};
            if (key == "features" && (++lists > 1 || !takeFeatures(member.value().get_array()))) return {};
        }
        if (types != 1 || lists != 1 || m_document.current_location().error() != simdjson::OUT_OF_BOUNDS) return {};
        if (m_out.geometries.size() != m_places.size()) return {};  // some stood elsewhere, and is not ours
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

    std::optional<PlainGeometry> takeGeometry(json::object object) {
        std::string type;
        int types = 0, lists = 0;
        for (json::field member : object) {
            const std::string_view key = member.unescaped_key();
            if (key == "type") {
                ++types;
                type = std::string(std::string_view(member.value().get_string()));
            } else if (key == "coordinates") {
                if (++lists > 1 || !isNextPlace(member.value().raw_json_token().data())) return {};
            } else if (key != "bbox") {
                return {};  // GDAL understands more members than these
            }
        }
        if (types != 1 || lists != 1) return {};
        Coordinates& taken = m_coordinates[m_out.geometries.size()];
        PlainGeometry made{typeOf(type, taken.depth), std::move(taken.points), std::move(taken.listEnds),
                           std::move(taken.polygonEnds), taken.heights};
        if (made.type == wkbUnknown) return {};
        return made;
    }

    bool isNextPlace(const char* at) const {
        const std::size_t next = m_out.geometries.size();
        return next < m_places.size() && at == m_text.data() + m_places[next];
    }

    simdjson::padded_string m_text;
    const std::vector<std::size_t>& m_places;
    std::vector<Coordinates> m_coordinates;
    json::parser m_parser;
    json::document m_document;
    const char *m_copied, *m_end;  // up to where the text is in the skeleton
    TakenApart m_out;
};

ogr::Geometry curveOf(const PlainGeometry& plain, std::size_t list, OGRwkbGeometryType type) {
    const std::size_t begin = list == 0 ? 0 : plain.listEnds[list - 1];
    const MapPoint* first = plain.points.data() + begin;
    ogr::Geometry curve(OGR_G_CreateGeometry(type));
    OGR_G_SetPoints(curve.get(), static_cast<int>(plain.listEnds[list] - begin), &first->x, sizeof(MapPoint), &first->y,
                    sizeof(MapPoint), nullptr, 0);
    return curve;
}

ogr::Geometry pointOf(MapPoint p) {
    ogr::Geometry point(OGR_G_CreateGeometry(wkbPoint));
    OGR_G_SetPoint_2D(point.get(), 0, p.x, p.y);
    return point;
}

ogr::Geometry polygonOf(const PlainGeometry& plain, std::size_t polygon) {
    ogr::Geometry made(OGR_G_CreateGeometry(wkbPolygon));
    for (std::size_t list = polygon == 0 ? 0 : plain.polygonEnds[polygon - 1]; list < plain.polygonEnds[polygon];
         ++list)
        OGR_G_AddGeometryDirectly(made.get(), curveOf(plain, list, wkbLinearRing).release());
    return made;
}

}  // namespace

std::optional<TakenApart> takeApart(const std::filesystem::path& file) {
    try {
        std::optional<FileText> text = FileText::of(file);
        if (!text) return {};
        const CutText cut = cutCoordinates(text->view());
        auto coordinates = allCoordinatesOf(cut.arrays);
        text.reset();
        if (!coordinates) return {};
        return Dissector(cut, std::move(*coordinates)).run();
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
    if (plain.type == wkbPolygon || plain.type == wkbMultiPolygon) return ringsOf(plain);
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
