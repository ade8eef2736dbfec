// SPDX-License-Identifier: Apache-2.0
// Files as people have them: spreadsheets, archives, other encodings and spellings. Each is read right, or says what it
// is and what to do.
#include "tests/geodata/load/loaded_source.hpp"

#include <algorithm>

#include "geodata/crs/transformation.hpp"

using namespace geodata;

namespace {

const std::filesystem::path kFiles = kSamples / "files";

// Where the rows of the only layer lie, in degrees; a row without a place is left out.
std::vector<LonLat> placesIn(const LoadedSource& load) {
    REQUIRE(load.error == "");
    REQUIRE(load.layers.size() == 1);
    const Store& store = *load.layers.begin()->second;
    const auto toMap = Transformation::toMap(kLonLatCrs, store.info().mapCrs);
    std::vector<LonLat> places;
    for (std::uint32_t i = 0; i < store.size(); ++i) {
        if (store.feature(i).kind() == GeometryKind::none) continue;
        const MapPoint p = toMap->inverse(store.feature(i).box().center());
        places.push_back({p.x, p.y});
    }
    return places;
}

bool nearly(LonLat a, LonLat b) { return std::abs(a.lon - b.lon) < 1e-4 && std::abs(a.lat - b.lat) < 1e-4; }

std::string valueIn(const LoadedSource& load, std::uint32_t row, const char* column) {
    REQUIRE(load.layers.size() == 1);
    const Store& store = *load.layers.begin()->second;
    REQUIRE(store.column(column));
    REQUIRE(row < store.size());
    return std::string(store.feature(row).value(*store.column(column)));
}

std::string kml(const std::string& content) {
    return R"(<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>)" + content +
           "</Document></kml>";
}

std::string utf16(const std::string& ascii) {
    std::string bytes = "\xff\xfe";
    for (const char c : ascii) bytes += {c, '\0'};
    return bytes;
}

std::string refusalOf(const std::string& name, const std::string& content) {
    const LoadedSource load = loaded(requestFor(writtenFile(name, content)));
    CHECK(load.layers.empty());
    const std::size_t reason = load.error.find(name + "\": ");
    return reason == std::string::npos ? load.error : load.error.substr(reason + name.size() + 3);
}

constexpr const char* kNames =
    "In an area file, columns = { lat = \"…\", lon = \"…\" } (or mgrs, position, wkt) names "
    "them.\n";

}  // namespace

TEST_CASE("columns of N or S and E or W tell on which side of the equator and of Greenwich a row is") {
    const LoadedSource load = loaded(requestFor(writtenFile("signs.csv",
                                                            "name,lat,ns,lon,ew\n"
                                                            "a,33.27,S,35.2,W\nb,33.27,N,35.2,E\n"
                                                            "c,33.27,south,35.2,\nd,33 16 12,s,35 12 00,w\n"),
                                                "EPSG:4326"));
    const auto places = placesIn(load);
    REQUIRE(places.size() == 4);
    CHECK(nearly(places[0], {-35.2, -33.27}));
    CHECK(nearly(places[1], {35.2, 33.27}));
    CHECK(nearly(places[2], {35.2, -33.27}));
    CHECK(nearly(places[3], {-35.2, -33.27}));
    CHECK(load.warnings() == "");
}

TEST_CASE("a letter that is none, or contradicts a sign, is no position") {
    const LoadedSource load = loaded(requestFor(
        writtenFile("odd_signs.csv", "lat,lat_dir,lon,lon_dir\n33,N,35,E\n33,X,35,E\n-33,N,35,E\n33,E,35,N\n"),
        "EPSG:4326"));
    CHECK(placesIn(load).size() == 1);
    CHECK(load.warnings() ==
          "3 of 4 features of \"odd_signs.csv\" have a position that is not understood; they are listed but not drawn "
          "(first: feature 2, lat \"33\", lat_dir \"X\", lon \"35\", lon_dir \"E\").\n");
}

TEST_CASE("a table below a title, after sep= or with bars between its values is read from its header on") {
    const std::string table = "id,name,lat,lon\nA,Alpha,33.2705,35.2038\n";
    std::string bars = table;
    std::ranges::replace(bars, ',', '|');
    for (const auto& [name, content] :
         {std::pair<const char*, std::string>{"title.csv", "As of 6 Nov,,,\n,,,\n" + table},
          {"told.csv", "sep=,\n" + table},
          {"bars.csv", bars},
          {"text.txt", table}}) {
        CAPTURE(name);
        const LoadedSource load = loaded(requestFor(writtenFile(name, content)));
        const auto places = placesIn(load);
        REQUIRE(places.size() == 1);
        CHECK(nearly(places[0], {35.2038, 33.2705}));
        CHECK(valueIn(load, 0, "name") == "Alpha");
        CHECK(load.warnings() == "");
        CHECK(load.layers.begin()->first == std::filesystem::path(name).stem().string());
    }
}

TEST_CASE("a table without a known position column says which columns it has") {
    CHECK(loaded(requestFor(writtenFile("places.csv", "town,people\nA,5\nB,6\n"))).warnings() ==
          std::string("No column of \"places.csv\" is known as a position, so nothing of it is drawn. Its columns are "
                      "\"town\", \"people\". ") +
              kNames);
    CHECK(loaded(requestFor(writtenFile("wide.csv", "a,b,c,d,e,f,g,h,i\n1x,2x,3x,4x,5x,6x,7x,8x,9x\n"))).warnings() ==
          std::string("No column of \"wide.csv\" is known as a position, so nothing of it is drawn. Its columns are "
                      "\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", …. ") +
              kNames);
    CHECK(loaded(requestFor(writtenFile("empty_places.csv", "name,lat,lon\nA,,\nB,,\n"))).warnings() ==
          std::string("None of the 2 rows of \"empty_places.csv\" has a position, so nothing of it is drawn. ") +
              kNames);
    CHECK(loaded(requestFor(writtenFile("header.csv", "name,town\n"))).warnings() == "");
}

TEST_CASE("UTF-16 tables and KML are read, and a table's encoding is that of its layer") {
    const LoadedSource table =
        loaded(requestFor(writtenFile("unicode.txt", utf16("name\tlat\tlon\r\nA\t33,5\t35,5\r\n"))));
    const auto places = placesIn(table);
    REQUIRE(places.size() == 1);
    CHECK(nearly(places[0], {35.5, 33.5}));
    const LoadedSource placemark = loaded(requestFor(writtenFile(
        "unicode.kml",
        utf16(kml("<Placemark><name>A</name><Point><coordinates>35,33</coordinates></Point></Placemark>")))));
    CHECK(placesIn(placemark).size() == 1);
    LoadRequest request = requestFor(writtenFile("cp1251.csv", "name,lat,lon\n\xc1\xe0\xf2,33,35\n"));
    CHECK(loaded(request).warnings().find("another encoding") != std::string::npos);
    request.encoding = "CP1251";
    const LoadedSource recoded = loaded(request);
    CHECK(recoded.warnings() == "");
    CHECK(valueIn(recoded, 0, "name") == "Бат");
    request.encoding = "KLINGON-8";
    CHECK(loaded(request).error.find("the encoding \"KLINGON-8\" is not known. Write for example CP1251") !=
          std::string::npos);
}

TEST_CASE("a spreadsheet's first sheet is read by the rules of tables") {
    const LoadedSource excel = loaded(requestFor(kFiles / "units.xlsx"));
    const auto places = placesIn(excel);
    REQUIRE(places.size() == 1);
    CHECK(nearly(places[0], {35.2038, 33.2705}));
    CHECK(valueIn(excel, 0, "name") == "1-й батальон");
    CHECK(valueIn(excel, 0, "sidc") == "10031000161211040000");
    CHECK(valueIn(excel, 0, "valid_from") == "2018-11-06");
    CHECK(excel.layers.begin()->first == "units");
    CHECK(excel.warnings() ==
          "Only the first sheet of \"units.xlsx\", \"Units\", was read; 1 of its other sheets hold "
          "values, too (first: \"Notes\").\n");
    const LoadedSource document = loaded(requestFor(kFiles / "units.ods"));
    REQUIRE(placesIn(document).size() == 1);
    CHECK(nearly(placesIn(document)[0], {35.1397, 33.1181}));
    CHECK(document.warnings() == "");
}

TEST_CASE("zipped Shapefiles and a zipped GeoJSON are read") {
    const LoadedSource shapes = loaded(requestFor(kFiles / "towns_shapefile.zip"));
    CHECK(shapes.warnings() == "");
    const auto expected = placesIn(loaded(requestFor(kSamples / "towns_utf8.shp")));
    const auto places = placesIn(shapes);
    REQUIRE(places.size() == expected.size());
    for (std::size_t i = 0; i < places.size(); ++i) CHECK(nearly(places[i], expected[i]));
    const LoadedSource two = loaded(requestFor(kFiles / "two_shapefiles.zip"));
    CHECK(two.error == "");
    CHECK(two.layers.contains("north"));
    CHECK(two.layers.contains("south"));
    CHECK(placesIn(loaded(requestFor(kFiles / "towns_geojson.zip"))).size() ==
          placesIn(loaded(requestFor(kSamples / "towns.geojson"))).size());
    CHECK(loaded(requestFor(kFiles / "letter.docx"))
              .error.find("letter.docx\": it is a document of an office program, not a table. Save its table as CSV") !=
          std::string::npos);
}

TEST_CASE("a Shapefile without its index is read as with it") {
    const LoadedSource load = loaded(requestFor(kFiles / "no_index.shp"));
    CHECK(load.warnings() == "");
    const auto expected = placesIn(loaded(requestFor(kSamples / "towns_utf8.shp")));
    const auto places = placesIn(load);
    REQUIRE(places.size() == expected.size());
    for (std::size_t i = 0; i < places.size(); ++i) CHECK(nearly(places[i], expected[i]));
    CHECK(load.layers.contains("no_index"));
    CHECK_FALSE(std::filesystem::exists(kFiles / "no_index.shx"));
}

TEST_CASE("tables beside layers are no layers, unless one is asked for") {
    const LoadedSource load = loaded(requestFor(kFiles / "layer_styles.gpkg"));
    CHECK(load.error == "");
    CHECK(load.warnings() == "");
    CHECK_FALSE(load.layers.contains("layer_styles"));
    CHECK(load.layers.contains("towns"));
    LoadRequest request = requestFor(kFiles / "layer_styles.gpkg");
    request.layer = "layer_styles";
    CHECK(loaded(request).error.find("it names no coordinate system") != std::string::npos);
}

TEST_CASE("what a KML lays over the map or links to is named, and its outline has no fill") {
    const LoadedSource overlay = loaded(requestFor(
        writtenFile("overlay.kml",
                    kml("<GroundOverlay><name>plan</name><Icon><href>plan.png</href></Icon><LatLonBox><north>34</north>"
                        "<south>33</south><east>36</east><west>35</west></LatLonBox></GroundOverlay>"))));
    REQUIRE(overlay.layers.size() == 1);
    CHECK(overlay.layers.begin()->second->feature(0).kind() == GeometryKind::line);
    CHECK(overlay.warnings() ==
          "\"overlay.kml\" holds an image laid over the map, which is not shown: \"plan\". An "
          "outline shows where it lies.\n");
    const LoadedSource link = loaded(requestFor(
        writtenFile("link.kml", kml("<NetworkLink><Link><href>http://example.org/a.kml</href></Link></NetworkLink>"))));
    CHECK(link.warnings().find("\"link.kml\" holds a link to another file, which is not followed: "
                               "\"http://example.org/a.kml\".") == 0);
}

TEST_CASE("of a KMZ with several files those that were not read are named") {
    const LoadedSource load = loaded(requestFor(kFiles / "several.kmz"));
    CHECK(load.error == "");
    CHECK(load.warnings() ==
          "Of the 3 KML files in \"several.kmz\" only \"doc.kml\" was read; not read: "
          "\"files/other.kml\". Unpack the archive and open them.\n");
}

TEST_CASE("features line by line and Esri's JSON are read, and another JSON is named") {
    const std::string feature = R"({"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Point",)"
                                R"("coordinates":[35.5,33.5]}})";
    const auto lines = placesIn(loaded(requestFor(writtenFile("lines.geojsonl", feature + "\n" + feature + "\n"))));
    REQUIRE(lines.size() == 2);
    CHECK(nearly(lines[1], {35.5, 33.5}));
    const LoadedSource esri = loaded(requestFor(writtenFile(
        "esri.json", R"({"geometryType":"esriGeometryPoint","spatialReference":{"wkid":4326},"fields":[{"name":"name",)"
                     R"("type":"esriFieldTypeString"}],"features":[{"attributes":{"name":"a"},"geometry":{"x":35.5,)"
                     R"("y":33.5}}]})")));
    REQUIRE(placesIn(esri).size() == 1);
    CHECK(nearly(placesIn(esri)[0], {35.5, 33.5}));
    CHECK(valueIn(esri, 0, "name") == "a");
    CHECK(refusalOf("scenario.json", R"({"id":"x","type":"ORBAT-mapper","version":"1"})") ==
          "it is a scenario of ORBAT Mapper. Export its units there as GeoJSON or as a spreadsheet.");
    CHECK(refusalOf("other.json", R"({"a":[1,2,3]})").find("it is JSON but no GeoJSON, TopoJSON or Esri JSON") == 0);
}

TEST_CASE("formats that are not read are named") {
    CHECK(refusalOf("event.xml", "<?xml version='1.0'?><event version='2.0'/>")
              .find("it is a Cursor on Target message.") == 0);
    CHECK(
        refusalOf("photo.dat", "\xff\xd8\xff\xe0 JFIF").find("it is an image (JPEG). Save it in one of the formats") ==
        0);
    CHECK(refusalOf("old.xls", "\xd0\xcf\x11\xe0\xa1\xb1").find("it is an office file of the old kind (.xls, .doc).") ==
          0);
}

TEST_CASE("a track of one fix is said to have no length") {
    const std::string track = R"(<gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>a)"
                              R"(</name><trkseg><trkpt lat="33" lon="35"/></trkseg></trk></gpx>)";
    const LoadedSource load = loaded(requestFor(writtenFile("fix.gpx", track)));
    CHECK(load.error == "");
    CHECK(
        load.warnings().find("1 of 1 features of \"fix.gpx\" are lines or areas of a single place and cannot be drawn "
                             "(first: feature 0).\n") == 0);
    CHECK(load.warnings().find("coordinate system") == std::string::npos);
    CHECK(loaded(requestFor(writtenFile("place.geojson", lineOf("[[35,33],[35,33]]"))))
              .warnings()
              .find("coordinate system") == std::string::npos);
}

TEST_CASE("geometries as PostGIS writes them are read, and an empty one is no fault") {
    const LoadedSource load = loaded(requestFor(writtenFile(
        "srid.csv",
        "id,wkt\n1,SRID=4326;POINT(35.2 33.1)\n2,POINT EMPTY\n3,POINT(35.3 33.2)\n4,SRID=32636;POINT(1 2)\n")));
    const auto places = placesIn(load);
    REQUIRE(places.size() == 2);
    CHECK(nearly(places[0], {35.2, 33.1}));
    CHECK(nearly(places[1], {35.3, 33.2}));
    CHECK(
        load.warnings() ==
        "1 of 4 features of \"srid.csv\" have a position that is not understood; they are listed but not drawn (first: "
        "feature 4, wkt \"SRID=32636;POINT(1 2)\").\n");
}
