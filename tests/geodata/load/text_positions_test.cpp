// SPDX-License-Identifier: Apache-2.0
// Positions that stand in a table's columns: the same in every format, whatever the layer's own coordinate system.
#include "tests/geodata/load/loaded_source.hpp"

#include "geodata/crs/transformation.hpp"

using namespace geodata;

namespace {

// Where the rows lie, in degrees; a row without a place is left out.
std::vector<LonLat> placesIn(const Store& store) {
    const auto toMap = Transformation::toMap(kLonLatCrs, store.info().mapCrs);
    REQUIRE(toMap);
    std::vector<LonLat> places;
    for (std::uint32_t i = 0; i < store.size(); ++i) {
        const FeatureRef feature = store.feature(i);
        if (feature.kind() == GeometryKind::none) continue;
        const MapPoint p = toMap->inverse(feature.box().center());
        places.push_back({p.x, p.y});
    }
    return places;
}

bool nearly(LonLat a, LonLat b) { return std::abs(a.lon - b.lon) < 1e-4 && std::abs(a.lat - b.lat) < 1e-4; }

}  // namespace

TEST_CASE("degrees as text, both in one column, and grid references place the rows of a CSV and of a GeoPackage") {
    for (const char* file : {"towns_text.csv", "towns_text.gpkg"}) {
        CAPTURE(file);
        const LoadedSource load = loaded(requestFor(kSamples / file));
        CHECK(load.error == "");
        CHECK(load.warnings() == "");
        REQUIRE(load.layers.contains("towns_text"));
        const auto places = placesIn(*load.layers.at("towns_text"));
        REQUIRE(places.size() == 3);
        CHECK(nearly(places[0], {35.1938, 33.2733}));
        CHECK(nearly(places[1], {35.1397, 33.1181}));
        CHECK(nearly(places[2], {35.5919, 33.3603}));
    }
}

TEST_CASE("rows without a geometry are placed by their columns in GeoJSON and KML") {
    const auto json = writtenFile("texts.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"a","mgrs":"36S YB 41168 94231"},"geometry":null},
{"type":"Feature","properties":{"name":"b","mgrs":"99Z 1"},"geometry":null},
{"type":"Feature","properties":{"name":"c","mgrs":""},"geometry":null},
{"type":"Feature","properties":{"name":"d","mgrs":"36S YB 41168 94231"},"geometry":{"type":"Point",)"
                                                   R"("coordinates":[35,33]}}]})");
    const LoadedSource fromJson = loaded(requestFor(json));
    const auto places = placesIn(*fromJson.layers.at("texts"));
    REQUIRE(places.size() == 2);
    CHECK(nearly(places[0], {35.5919, 33.3603}));
    CHECK(nearly(places[1], {35, 33}));  // its geometry wins
    CHECK(fromJson.warnings() ==
          "1 of 4 features of \"texts.geojson\" have a position that is not understood; they are listed but not drawn "
          "(first: feature 1, mgrs \"99Z 1\").\n");

    const auto kml =
        writtenFile("texts.kml", R"(<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>texts</name><Folder><name>texts</name>
<Placemark><name>a</name><ExtendedData><Data name="lat"><value>33°21'37.08"N</value></Data><Data )"
                                 R"(name="lon"><value>35°35'30.84"E</value></Data></ExtendedData></Placemark>
</Folder></Document></kml>)");
    const LoadedSource fromKml = loaded(requestFor(kml));
    CHECK(fromKml.error == "");
    REQUIRE(fromKml.layers.size() == 1);
    const auto kmlPlaces = placesIn(*fromKml.layers.begin()->second);
    REQUIRE(kmlPlaces.size() == 1);
    CHECK(nearly(kmlPlaces[0], {35.5919, 33.3603}));
}

TEST_CASE("columns named in the area file are used, and a layer's own coordinate system does not matter") {
    const auto json = writtenFile("named.geojson", R"({"type":"FeatureCollection","crs":{"type":"name","properties":{)"
                                                   R"("name":"urn:ogc:def:crs:EPSG::32636"}},"features":[
{"type":"Feature","properties":{"Ort":"33,3603; 35,5919"},"geometry":null},
{"type":"Feature","properties":{"Ort":"36S YB 41168 94231"},"geometry":{"type":"Point","coordinates":[700000,3680000]}},
{"type":"Feature","properties":{"Ort":"nowhere"},"geometry":null}]})");
    LoadRequest request = requestFor(json);
    request.position.position = "Ort";
    const LoadedSource load = loaded(request);
    const auto places = placesIn(*load.layers.at("named"));
    REQUIRE(places.size() == 2);
    CHECK(nearly(places[0], {35.5919, 33.3603}));
    CHECK(load.warnings().find("1 of 3 features of \"named.geojson\" have a position that is not understood") == 0);
}

TEST_CASE(
    "a position that is no place is named with its value where no other column could say one; beside one it may be a "
    "man's") {
    const LoadedSource load =
        loaded(requestFor(writtenFile("posts.csv", "name,Position\na,Commander\nb,33.36 35.59\nc,\n")));
    CHECK(load.warnings() ==
          "1 of 3 features of \"posts.csv\" have a position that is not understood; they are listed but not drawn "
          "(first: feature 1, Position \"Commander\").\n");
    CHECK(placesIn(*load.layers.at("posts")).size() == 1);
    const LoadedSource men =
        loaded(requestFor(writtenFile("men.csv", "name,position,lat,lon\na,Commander,33,35\nb,Driver,,\n")));
    CHECK(men.warnings() == "");
    CHECK(placesIn(*men.layers.at("men")).size() == 1);
}

TEST_CASE("usual names of columns in several languages and forms place the rows") {
    for (const char* names :
         {"Breite,Länge", "BREITENGRAD,LÄNGENGRAD", "Latitude (N),Longitude (E)", "LAT_DD,LON_DD", "Latitud,Longitud",
          "Широта,Долгота", "Ендік,Бойлық", "Lat [deg],Lng [deg]", "latitude_wgs84,longitude_wgs84", "Breite,Laenge"}) {
        CAPTURE(names);
        const LoadedSource load =
            loaded(requestFor(writtenFile("names.csv", std::string("name,") + names + "\na,33.3603,35.5919\n")));
        CHECK(load.warnings() == "");
        const auto places = placesIn(*load.layers.at("names"));
        REQUIRE(places.size() == 1);
        CHECK(nearly(places[0], {35.5919, 33.3603}));
    }
}

TEST_CASE(
    "northing and easting are the layer's own coordinates, and without a coordinate system not taken for degrees") {
    const auto csv = writtenFile("metres.csv", "name,Easting,Northing\na,741168,3694231\n");
    LoadRequest request = requestFor(csv);
    request.crs = "EPSG:32636";
    const auto places = placesIn(*loaded(request).layers.at("metres"));
    REQUIRE(places.size() == 1);
    CHECK(nearly(places[0], {35.5919, 33.3603}));
    CHECK(loaded(requestFor(csv)).warnings() ==
          "1 of 1 features of \"metres.csv\" have a position that is not understood; they are listed but not drawn "
          "(first: feature 1, Northing \"3694231\", Easting \"741168\").\n");
}
