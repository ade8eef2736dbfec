// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/geojson_geometries.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "geodata/source/drivers.hpp"
#include "geodata/source/source.hpp"

using namespace geodata;
namespace fs = std::filesystem;

namespace {

// A text as a file of its own name, gone with the object.
class TextFile {
public:
    explicit TextFile(const std::string& text, const std::string& name = "collection.geojson")
        : m_folder(fs::temp_directory_path() / fmt::format("opsmap-geojson-{}", ::getpid())) {
        fs::create_directories(m_folder);
        std::ofstream(path = m_folder / name, std::ios::binary) << text;
    }
    ~TextFile() { fs::remove_all(m_folder); }
    fs::path path;

private:
    fs::path m_folder;
};

std::string collectionOf(const std::string& features, const std::string& members = {}) {
    return R"({"type":"FeatureCollection",)" + members + R"("features":[)" + features + "]}";
}
std::string featureOf(const std::string& geometry, const std::string& properties = "{}",
                      const std::string& members = {}) {
    return R"({"type":"Feature",)" + members + R"("properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

// Everything that was read, as text.
std::string reading(const std::string& text, const std::string& mapCrs, const std::string& where = {}) {
    static const bool registered = (registerDrivers(), true);
    REQUIRE(registered);
    const TextFile file(text);
    LoadRequest request;
    request.path = file.path;
    request.mapCrs = mapCrs;
    request.where = where;
    auto source = Source::open(request);
    if (!source) return source.error().text;
    const auto head = source->enter(0);
    if (!head) return head.error().text;
    std::string all = fmt::format("{} {} {} {}\n", head->name, head->crs, head->crsName, head->count);
    for (const Column& column : head->columns)
        all += fmt::format("{} {}\n", column.name, static_cast<int>(column.type));
    for (bool more = true; more;) {
        const SourceFeatures read = source->read(100, windowOf(mapCrs));
        more = read.more;
        if (read.brokenOff) all += read.brokenOff->text;
        for (const Feature& feature : read.features) {
            all += fmt::format("{} kind {} ends {}:", feature.id, static_cast<int>(feature.geometry.kind),
                               fmt::join(feature.geometry.partEnds, " "));
            for (const MapPoint p : feature.geometry.points) all += fmt::format(" {} {}", p.x, p.y);
            all += fmt::format(" values {}\n", fmt::join(feature.values, "|"));
        }
    }
    const ReadCounts& counts = source->counts();
    return all + fmt::format("{} {} {} {} {} {}", counts.rows, counts.positioned, counts.outside.count,
                             counts.unplaced.count, counts.badText.count, counts.complaints.count);
}

// The same file as GDAL alone reads it: a geometry with a member of its own is not for our parser, and GDAL passes over
// it.
std::string forGdal(std::string text) {
    const std::size_t at = text.find("\"coordinates\"");
    REQUIRE(at != std::string::npos);
    return text.insert(at, "\"reader\":\"gdal\",");
}

bool isTakenApart(const std::string& text) {
    const TextFile file(text);
    return takeApart(file.path).has_value();
}

class Generator {
public:
    explicit Generator(unsigned seed) : m_random(seed) {}

    std::string collection() {
        std::string features = featureOf(R"({"type":"Point","coordinates":[35.5,33.25]})", R"({"name":"first"})");
        for (int i = pick(30); i > 0; --i)
            features += "," + featureOf(pick(8) == 0 ? "null" : geometry(), properties(), identity());
        return collectionOf(
            features,
            pick(3) == 0 ? R"("name":"Größe","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4258"}},)"
                         : "");
    }

private:
    int pick(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }
    std::string number() { return fmt::format("{}", std::uniform_real_distribution<double>(-70, 70)(m_random)); }
    std::string position() {
        const std::string flat = pick(20) == 0 ? "[12,-7" : "[" + number() + ", " + number();
        return flat + (m_heights ? ",12.5]" : "]");
    }
    std::string list(int count) {
        std::string all = "[" + position();
        while (--count > 0) all += ",\n" + position();
        return all + "]";
    }
    std::string ring() {
        const std::string first = position();
        std::string all = "[" + first;
        for (int i = 2 + pick(5); i > 0; --i) all += "," + position();
        return all + (pick(6) == 0 ? "]" : "," + first + "]");
    }
    template <class Part>
    std::string several(Part part) {
        std::string all = "[" + part();
        for (int i = pick(3); i > 0; --i) all += " , " + part();
        return all + "]";
    }
    std::string geometry() {
        m_heights = pick(5) == 0;
        const auto rings = [this] { return several([this] { return ring(); }); };
        std::pair<std::string, std::string> made;
        switch (pick(6)) {
            case 0: made = {"Point", position()}; break;
            case 1: made = {"MultiPoint", list(1 + pick(4))}; break;
            case 2: made = {"LineString", list(1 + pick(4))}; break;
            case 3: made = {"MultiLineString", several([this] { return list(1 + pick(4)); })}; break;
            case 4: made = {"Polygon", rings()}; break;
            default: made = {"MultiPolygon", several(rings)};
        }
        return pick(4) == 0 ? fmt::format(R"({{ "coordinates" : {} , "type" : "{}" }})", made.second, made.first)
                            : fmt::format(R"({{"type":"{}","coordinates":{}}})", made.first, made.second);
    }
    std::string properties() {
        static const char* const values[] = {"1",
                                             "-7",
                                             "2.5",
                                             "1e3",
                                             "true",
                                             "null",
                                             "\"text\"",
                                             "\"2024-05-01\"",
                                             "\"2024-05-01T10:30:00Z\"",
                                             "\"بنت جبيل\"",
                                             "[1,2,3]",
                                             "[\"a\",\"b\"]",
                                             "{\"geometry\":{\"type\":\"Point\"}}",
                                             "\"\\u00e9 \\\"quoted\\\"\"",
                                             "12345678901234567890",
                                             "\"\""};
        std::string all = "{";
        for (const char* name : {"name", "count", "when", "geometry", "other"})
            if (pick(3) > 0) all += fmt::format("{}\"{}\":{}", all == "{" ? "" : ",", name, values[pick(16)]);
        return pick(20) == 0 ? "null" : all + "}";
    }
    std::string identity() {
        switch (pick(5)) {
            case 0: return fmt::format("\"id\":{},", pick(12));
            case 1: return fmt::format("\"id\":\"n{}\",", pick(12));
            default: return {};
        }
    }

    std::mt19937 m_random;
    bool m_heights = false;
};

}  // namespace

TEST_CASE("GeoJSON taken apart is read exactly as GDAL reads it") {
    for (unsigned seed = 0; seed < 120; ++seed) {
        CAPTURE(seed);
        const std::string text = Generator(seed).collection();
        CAPTURE(text);
        REQUIRE(isTakenApart(text));
        REQUIRE_FALSE(isTakenApart(forGdal(text)));
        for (const char* mapCrs : {"EPSG:3857", "EPSG:32636"})
            CHECK(reading(text, mapCrs) == reading(forGdal(text), mapCrs));
    }
}

TEST_CASE("the samples are read as GDAL reads them") {
    for (const char* name : {"towns.geojson", "zones.geojson", "control.geojson"}) {
        CAPTURE(name);
        std::ifstream in(fs::path(OPSMAP_SOURCE_DIR) / "tests" / "data" / name);
        const std::string text(std::istreambuf_iterator<char>(in), {});
        CHECK(isTakenApart(text));
        CHECK(reading(text, "EPSG:32636") == reading(forGdal(text), "EPSG:32636"));
    }
}

TEST_CASE("where chooses among features taken apart, and each keeps its own geometry") {
    const std::string text = collectionOf(
        featureOf(R"({"type":"Point","coordinates":[35,33]})", R"({"n":1})") + "," + featureOf("null", R"({"n":2})") +
        "," + featureOf(R"({"type":"LineString","coordinates":[[36,34],[37,35]]})", R"({"n":3})"));
    CHECK(reading(text, "EPSG:4326", "n >= 2") == reading(forGdal(text), "EPSG:4326", "n >= 2"));
    CHECK(reading(text, "EPSG:4326", "n = 3").find("36 34 37 35") != std::string::npos);
    CHECK(reading(text, "EPSG:4326", "OGR_GEOMETRY = 'LINESTRING'").find("36 34 37 35") != std::string::npos);
}

TEST_CASE("what is no collection of plain geometries is left to GDAL") {
    const std::string point = R"({"type":"Point","coordinates":[35,33]})", good = featureOf(point);
    CHECK(isTakenApart(collectionOf(good)));
    CHECK(isTakenApart(collectionOf("")));
    for (const std::string& odd :
         {good, point, std::string("[1]"), std::string("{}"), std::string(), collectionOf(good) + collectionOf(good),
          collectionOf(good).substr(0, 90), collectionOf(good, R"("features":[],)"), collectionOf(good + ",7"),
          collectionOf(featureOf(R"({"type":"Point","coordinates":[]})")),
          collectionOf(featureOf(R"({"type":"Point","coordinates":[35,NaN]})")),
          collectionOf(featureOf(R"({"type":"Point","coordinates":[35,"33"]})")),
          collectionOf(featureOf(R"({"type":"Point","coordinates":[[35,33]]})")),
          collectionOf(featureOf(R"({"type":"Polygon","coordinates":[[[35,33],[36]]]})")),
          collectionOf(featureOf(R"({"type":"Polygon","coordinates":[[[35,33],[[36,34]]]]})")),
          collectionOf(featureOf(R"({"type":"Circle","coordinates":[35,33]})")),
          collectionOf(featureOf(R"({"type":"GeometryCollection","geometries":[]})")),
          collectionOf(featureOf(R"({"type":"Point"})")),
          collectionOf(featureOf(R"({"type":"Point","coordinates":[1,2],"coordinates":[3,4]})")),
          collectionOf(featureOf(point, "{}", "\"geometry\":null,")),
          collectionOf(featureOf(point, "{\"a\":\"\xff\"}")),
          // Coordinates that are nobody's geometry, and a geometry whose key hides from the pass that cuts.
          collectionOf(good, R"("other":[{"geometry":{"coordinates":[1,2]}}],)"),
          collectionOf(R"({"type":"Feature","properties":{},"geom\u0065try":{"type":"Point","coordinates":[0,33]}})"),
          collectionOf(R"({"type":"Feature","properties":{},"geom\u0065try":{"type":"Point","coordinates":0}})",
                       R"("other":[{"geometry":{"coordinates":[1,2]}}],)"),
          collectionOf(featureOf(R"({"type":"Point","coordinates":0})")),
          collectionOf(featureOf(R"({"type":"Point","coordinates":[35,33] 7})")),
          collectionOf(featureOf(R"({"type":"Point","coordinates":[35,33],[36,34]})"))}) {
        CAPTURE(odd);
        CHECK_FALSE(isTakenApart(odd));
    }
}

TEST_CASE("values that look like coordinates stay values") {
    const auto collection = [](const std::string& geometry) {
        return collectionOf(
            featureOf(geometry, R"({"coordinates":[1,2],"text":"\"geometry\":{\"coordinates\":[3,4]}"})"));
    };
    const std::string text = collection(R"({"type":"Point","coordinates":[35,33]})");
    CHECK(isTakenApart(text));
    CHECK(reading(text, "EPSG:4326") ==
          reading(collection(R"({"type":"Point","reader":"gdal","coordinates":[35,33]})"), "EPSG:4326"));
}

TEST_CASE("an area beyond the map's window is cut, whether taken apart or not") {
    const std::string text =
        collectionOf(featureOf(R"({"type":"Polygon","coordinates":[[[10,80],[20,80],[20,89],[10,89],[10,80]],[[12,82],)"
                               R"([14,82],[14,84],[12,84],[12,82]]]})") +
                     "," + featureOf(R"({"type":"Point","coordinates":[0,89]})") + "," +
                     featureOf(R"({"type":"MultiLineString","coordinates":[[[0,80],[5,88]],[[6,80],[7,81]]]})"));
    CHECK(isTakenApart(text));
    const std::string read = reading(text, "EPSG:3857");
    CHECK(read == reading(forGdal(text), "EPSG:3857"));
    CHECK(read.find("85.06") != std::string::npos);
    CHECK(read.find(" 89") == std::string::npos);
}
