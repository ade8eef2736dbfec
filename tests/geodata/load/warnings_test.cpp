// SPDX-License-Identifier: Apache-2.0
// What would be silently wrong is said: each case a file that GDAL reads without a word.
#include "tests/geodata/load/loaded_source.hpp"

#include "geodata/crs/transformation.hpp"

using namespace geodata;

namespace {

std::string csvOf(const std::string& rows) { return "name,lat,lon\n" + rows; }

bool says(const LoadedSource& load, const std::string& part) { return load.warnings().find(part) != std::string::npos; }

}  // namespace

TEST_CASE("coordinates that are no numbers, not finite or enormous are counted and named with their value") {
    const LoadedSource load =
        loaded(requestFor(writtenFile("odd.csv", csvOf("a,33,35\nb,north,35\nc,1e308,1e308\nd,nan,35\ne,,\n"))));
    REQUIRE(load.layers.contains("odd"));
    CHECK(load.layers.at("odd")->size() == 5);  // all listed
    CHECK(load.warnings() ==
          "3 of 5 features of \"odd.csv\" have a position that is not understood; they are listed but not drawn "
          "(first: feature 2, lat \"north\", lon \"35\").\n");
    CHECK(load.layers.at("odd")->info().extent->east == doctest::Approx(35));
}

TEST_CASE("a position beyond a whole turn or a pole is none, within a turn it is turned back") {
    const auto pointAt = [](const std::string& position) {
        return R"({"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Point","coordinates":)" + position +
               "}}";
    };
    for (const auto& [position, value] :
         {std::pair("[500,33]", "longitude 500, latitude 33"), std::pair("[35,95]", "longitude 35, latitude 95"),
          std::pair("[-361,33]", "longitude -361, latitude 33")}) {
        const LoadedSource load =
            loaded(requestFor(writtenFile("far.geojson", R"({"type":"FeatureCollection","features":[)" +
                                                             pointAt(position) + "," + pointAt("[35,33]") + "]}"),
                              "EPSG:4326"));
        CHECK(load.warnings() == std::string("1 of 2 features of \"far.geojson\" have a position that is not "
                                             "understood; they are listed but not drawn (first: feature 0, ") +
                                     value + ").\n");
        CHECK(load.layers.at("far")->size() == 2);
    }
    const LoadedSource table =
        loaded(requestFor(writtenFile("turns.csv", csvOf("a,33,500\nb,95,35\nc,33,200\nd,-33,-190\n")), "EPSG:4326"));
    CHECK(table.warnings() ==
          "2 of 4 features of \"turns.csv\" have a position that is not understood; they are listed but not drawn "
          "(first: feature 1, lat \"33\", lon \"500\").\n");
    REQUIRE(table.layers.at("turns")->info().extent);
    const Store& turned = *table.layers.at("turns");
    CHECK(turned.feature(0).kind() == GeometryKind::none);
    const auto toMap = Transformation::toMap(kLonLatCrs, "EPSG:4326");
    CHECK(toMap->inverse(turned.feature(2).box().center()).x == doctest::Approx(-160));
    CHECK(toMap->inverse(turned.feature(3).box().center()).x == doctest::Approx(170));
}

TEST_CASE("a grid reference that is none is counted, an empty one is not") {
    const LoadedSource load =
        loaded(requestFor(writtenFile("refs.csv", "name,mgrs\na,36S YB 04321 83732\nb,99Z 1\nc,\n")));
    CHECK(load.warnings() ==
          "1 of 3 features of \"refs.csv\" have a position that is not understood; they are listed but not drawn "
          "(first: feature 2, mgrs \"99Z 1\").\n");
}

TEST_CASE("degrees that claim to be UTM lie outside its area of use") {
    LoadRequest request = requestFor(kSamples / "towns.geojson");
    request.crs = "EPSG:32636";
    const LoadedSource load = loaded(request);
    CHECK(load.warnings() ==
          "3 of 3 features of \"towns.geojson\" lie outside the area of use of EPSG:32636 (longitude 30° to 36°, "
          "latitude 0° to 84°) (first: feature 1). "
          "Check the layer's coordinate system.\n");
}

TEST_CASE("a layer of which nothing can be shown says so") {
    const LoadedSource load = loaded(requestFor(writtenFile("far.csv", csvOf("a,10,-150\nb,20,-160\n"))));
    CHECK(says(
        load,
        "2 of 2 features of \"far.csv\" lie outside what EPSG:32636 can show and were left out (first: feature 1)."));
    CHECK(says(load,
               "None of the 2 features of \"far.csv\" has a place on a map in EPSG:32636. Check the layer's coordinate "
               "system."));
}

TEST_CASE("text in another encoding than declared is counted") {
    const auto folder = writtenFile("mark", "").parent_path();
    for (const char* side : {".shp", ".shx", ".dbf", ".prj"})
        std::filesystem::copy_file((kSamples / "towns_cp1256").string() + side, folder / (std::string("lying") + side),
                                   std::filesystem::copy_options::overwrite_existing);
    writtenFile("lying.cpg", "UTF-8");
    const LoadedSource load = loaded(requestFor(folder / "lying.shp"));
    CHECK(says(load,
               "3 of 3 features of \"lying.shp\" have text in another encoding than declared; what could not be read "
               "was replaced (first: feature 0)."));
    LoadRequest told = requestFor(folder / "lying.shp");
    told.encoding = "CP1256";
    CHECK(loaded(told).warnings().empty());
}

TEST_CASE("a spatial index that hides features is named, and all features are read") {
    const auto file = writtenFile("hidden.gpkg", "");
    std::filesystem::copy_file(kSamples / "towns_hidden.gpkg", file, std::filesystem::copy_options::overwrite_existing);
    const LoadedSource load = loaded(requestFor(file));
    REQUIRE(load.layers.contains("towns"));
    CHECK(load.layers.at("towns")->size() == 3);
    CHECK(load.warnings() ==
          "The spatial index of layer \"towns\" of \"hidden.gpkg\" holds 0 of its 3 features. All were read here; "
          "other programs may show fewer.\n");
}

TEST_CASE("a file that breaks off while it is read keeps what came and says where it stopped") {
    std::ifstream in(kSamples / "many.gpkg", std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), {}};
    for (std::size_t i = content.size() * 7 / 10; i < content.size(); ++i) content[i] = 0;
    const LoadedSource load = loaded(requestFor(writtenFile("broken.gpkg", content)));
    CAPTURE(load.error);
    CHECK(load.error.find("broken.gpkg\": it breaks off after ") != std::string::npos);
    CHECK(load.previewed > 0);
    CHECK(load.layers.empty());
}

TEST_CASE("a layer without a coordinate system, or with one that is no place on earth, is refused") {
    CHECK(
        loaded(requestFor(kSamples / "towns.dxf")).error.find("it names no coordinate system. Set crs = \"EPSG:…\"") !=
        std::string::npos);
    const auto mif = writtenFile("plan.mif",
                                 "Version 300\nCharset \"Neutral\"\nCoordSys NonEarth Units \"m\" Bounds (0, 0) (10, "
                                 "10)\nColumns 1\n  id Integer\nData\n\nPoint 1 2\n");
    writtenFile("plan.mid", "1\n");
    CHECK(loaded(requestFor(mif)).error.find("plan.mif\": ") != std::string::npos);
}

TEST_CASE("a FlatGeobuf cut behind its index misses features and says so") {
    std::ifstream in(kSamples / "towns_indexed.fgb", std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(in), {}};
    const LoadedSource load = loaded(requestFor(writtenFile("cut.fgb", content.substr(0, content.size() * 65 / 100))));
    CHECK(says(load,
               "\"cut.fgb\" says that layer \"towns_indexed\" holds 3 features, but only 0 could be read. The file is "
               "damaged or cut."));
}

TEST_CASE("a shapefile without its table says that values are missing") {
    const auto folder = writtenFile("mark", "").parent_path();
    for (const char* side : {".shp", ".shx", ".prj"})
        std::filesystem::copy_file((kSamples / "towns_utf8").string() + side, folder / (std::string("bare") + side),
                                   std::filesystem::copy_options::overwrite_existing);
    CHECK(says(
        loaded(requestFor(folder / "bare.shp")),
        "The values of \"bare.shp\" could not be read: its .dbf is missing or damaged. Only its shapes are shown."));
}

TEST_CASE("a position of GPX or KML that is no number is said and never drawn elsewhere") {
    const std::string head = R"(<?xml version="1.0"?><gpx version="1.1" creator="t" )"
                             R"(xmlns="http://www.topografix.com/GPX/1/1">)";
    LoadRequest request =
        requestFor(writtenFile("comma.gpx", head + R"(<wpt lat="33,1" lon="35,1"/><wpt lat="N33.1" lon="35"/>)"
                                                   R"(<wpt lat="undefined" lon="undefined"/></gpx>)"),
                   "EPSG:4326");
    request.layer = "waypoints";
    const LoadedSource points = loaded(request);
    REQUIRE(points.layers.contains("waypoints"));
    const Store& store = *points.layers.at("waypoints");
    REQUIRE(store.size() == 3);
    CHECK(store.feature(0).box().center().x == doctest::Approx(35.1 * kPlateCarreeMetresPerDegree));
    CHECK(store.feature(0).box().center().y == doctest::Approx(33.1 * kPlateCarreeMetresPerDegree));
    CHECK(store.feature(1).kind() == GeometryKind::none);
    CHECK(store.feature(2).kind() == GeometryKind::none);
    CHECK(says(points,
               "2 of 3 features of \"comma.gpx\" have a position that is not understood; they are listed but "
               "not drawn"));
    const std::string mark = "</coordinates></Point></Placemark><Placemark><Point><coordinates>";
    const LoadedSource kml = loaded(requestFor(
        writtenFile("bad.kml", R"(<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>)"
                               "<Placemark><Point><coordinates>35,33" +
                                   mark + "E35.2,N33.2" + mark + "35,1,33,1" +
                                   "</coordinates></Point></Placemark></Document></kml>"),
        "EPSG:4326"));
    REQUIRE(kml.layers.size() == 1);
    const Store& marks = *kml.layers.begin()->second;
    REQUIRE(marks.size() == 3);
    CHECK(marks.feature(0).kind() == GeometryKind::point);
    CHECK(marks.feature(1).kind() == GeometryKind::none);
    CHECK(marks.feature(2).kind() == GeometryKind::none);
    CHECK(says(kml, "2 of 3 features of \"bad.kml\" have a position that is not understood"));
}

TEST_CASE("a track with a point that is no number keeps the others, and that is said") {
    LoadRequest request = requestFor(
        writtenFile("track.gpx", R"(<?xml version="1.0"?><gpx version="1.1" creator="t" )"
                                 R"(xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg><trkpt lat="33" lon="35"/>)"
                                 R"(<trkpt lat="x" lon="35.1"/><trkpt lat="33,2" lon="35,2"/></trkseg></trk></gpx>)"),
        "EPSG:4326");
    request.layer = "tracks";
    const LoadedSource track = loaded(request);
    REQUIRE(track.layers.contains("tracks"));
    const FeatureRef line = track.layers.at("tracks")->feature(0);
    REQUIRE(line.partCount() == 1);
    REQUIRE(line.part(0).size() == 2);
    CHECK(line.part(0)[1].x == doctest::Approx(35.2 * kPlateCarreeMetresPerDegree));
    CHECK(says(track,
               "1 of 1 features of \"track.gpx\" were read with an error (first: feature 0): a coordinate is no "
               "number, and its point was left out."));
}

TEST_CASE("moments keep their seconds below 60, their zone and their midnight") {
    const auto momentOf = [](const std::string& text) {
        const LoadedSource load = loaded(requestFor(writtenFile(
            "moment.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"t":")" +
                                  text + R"("},"geometry":{"type":"Point","coordinates":[35,33]}}]})")));
        REQUIRE(load.layers.contains("moment"));
        return std::string(load.layers.at("moment")->feature(0).value(0));
    };
    CHECK(momentOf("2018-11-06T12:30:59.6Z") == "2018-11-06T12:30:59.6Z");
    CHECK(momentOf("2018-12-31T23:59:59.999Z") == "2018-12-31T23:59:59.999Z");
    CHECK(momentOf("2018-11-06T12:30:00.600+02:00") == "2018-11-06T12:30:00.6+02:00");
    CHECK(momentOf("2018-11-06T12:30:07-03:30") == "2018-11-06T12:30:07-03:30");
    CHECK(momentOf("2018-11-06T00:00:00Z") == "2018-11-06T00:00:00Z");
    CHECK(momentOf("2018-11-06T00:00:00") == "2018-11-06T00:00:00");
    CHECK(momentOf("2018-11-06") == "2018-11-06");
}
