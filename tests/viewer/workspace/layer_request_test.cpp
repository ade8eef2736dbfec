// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/layer_request.hpp"

#include <doctest/doctest.h>

using namespace viewer;

TEST_CASE("a layer's request has all that the layer says of its source") {
    layers::LayerSpec layer;
    layer.source = "/data/units.csv";
    layer.table = "sheet";
    layer.where = "a > 1";
    layer.crs = "EPSG:28191";
    layer.encoding = "CP1256";
    layer.columns = {{"lon", "X"}, {"lat", "Y"}, {"wkt", "W"}, {"mgrs", "M"}, {"position", "P"}, {"name", "N"}};
    const geodata::LoadRequest request = requestOf(layer, "EPSG:32636");
    CHECK(request.path == "/data/units.csv");
    CHECK(request.layer == "sheet");
    CHECK(request.where == "a > 1");
    CHECK(request.crs == "EPSG:28191");
    CHECK(request.encoding == "CP1256");
    CHECK(request.mapCrs == "EPSG:32636");
    CHECK(request.position == geodata::PositionColumns{"X", "Y", "W", "M", "P"});
    CHECK(request.useCache);
    CHECK_FALSE(request.window);
}

TEST_CASE("what only changes how a layer looks does not change what is asked for") {
    layers::LayerSpec layer;
    layer.source = "/data/units.csv";
    layers::LayerSpec other = layer;
    other.id = "other";
    other.title = "Title";
    other.visible = false;
    other.opacity = 0.5;
    other.columns = {{"name", "N"}};
    other.scales = {1, 2};
    other.style.markerSizePt = 20;
    CHECK(requestOf(layer, "EPSG:4326") == requestOf(other, "EPSG:4326"));
    other.table = "t";
    CHECK_FALSE(requestOf(layer, "EPSG:4326") == requestOf(other, "EPSG:4326"));
}
