// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/json_kinds.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace geodata;

namespace {

const std::string kFeature = R"({"type":"Feature","properties":{"name":"a"},"geometry":null})";

}  // namespace

TEST_CASE("a feature in each line is known by its first two lines") {
    CHECK(isOneFeatureALine(kFeature + "\n" + kFeature + "\n"));
    CHECK(isOneFeatureALine(kFeature + "\r\n\r\n" + kFeature));
    CHECK(isOneFeatureALine("\x1e" + kFeature + "\n"));
    CHECK(isOneFeatureALine(kFeature + "\n" + R"({ "type" : "Feature", "prop)"));  // the head ends within a line
    CHECK_FALSE(isOneFeatureALine(kFeature));
    CHECK_FALSE(isOneFeatureALine(kFeature + "\n"));
    CHECK_FALSE(isOneFeatureALine(R"({"type":"FeatureCollection","features":[]})"));
    CHECK_FALSE(isOneFeatureALine("{\n" + kFeature + "}"));
    CHECK_FALSE(isOneFeatureALine(R"({"a":1}
{"b":2})"));
    CHECK_FALSE(isOneFeatureALine(""));
}

TEST_CASE("features line by line become one collection") {
    CHECK(collectionOf(kFeature + "\n\n" + kFeature + "\r\n") ==
          R"({"type":"FeatureCollection","features":[)" + kFeature + ",\n" + kFeature + "]}");
    CHECK(collectionOf("\x1e" + kFeature + "\n\x1e" + kFeature + "\n") == collectionOf(kFeature + "\n" + kFeature));
    CHECK(collectionOf("") == R"({"type":"FeatureCollection","features":[]})");
}

TEST_CASE("Esri's JSON is told from GeoJSON") {
    CHECK(isEsriJson(R"({"displayFieldName":"","geometryType" : "esriGeometryPoint","features":[]})"));
    CHECK(isEsriJson(R"({"features":[{"attributes":{"a":1},"geometry":{"x":1,"y":2}}]})"));
    CHECK_FALSE(isEsriJson(kFeature));
    CHECK_FALSE(
        isEsriJson(R"({"type":"FeatureCollection","features":[{"type":"Feature","attributes":{},"geometry":1}]})"));
}

TEST_CASE("a JSON that is no map is named with what to do") {
    CHECK(refusalOfJson(R"({"type": "ORBAT-mapper", "id": 1})").reason == "it is a scenario of ORBAT Mapper");
    CHECK(refusalOfJson(R"({"type":"FeatureCollection","features":[)").reason == "its GeoJSON is damaged or cut off");
    CHECK(refusalOfJson(R"({"a":1})").reason == "it is JSON but no GeoJSON, TopoJSON or Esri JSON");
    for (const char* json : {R"({"type": "ORBAT-mapper"})", kFeature.c_str(), "{}"})
        CHECK_FALSE(refusalOfJson(json).advice.empty());
}
