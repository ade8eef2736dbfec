// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/layer_request.hpp"

namespace viewer {
namespace {

std::string columnFor(const layers::LayerSpec& layer, const char* role) {
    const auto found = layer.columns.find(role);
    return found == layer.columns.end() ? std::string() : found->second;
}

}  // namespace

geodata::LoadRequest requestOf(const layers::LayerSpec& layer, const std::string& mapCrs) {
    geodata::LoadRequest request;
    request.path = layer.source;
    request.layer = layer.table;
    request.where = layer.where;
    request.crs = layer.crs;
    request.encoding = layer.encoding;
    request.mapCrs = mapCrs;
    request.position = {.lon = columnFor(layer, "lon"),
                        .lat = columnFor(layer, "lat"),
                        .wkt = columnFor(layer, "wkt"),
                        .mgrs = columnFor(layer, "mgrs"),
                        .position = columnFor(layer, "position")};
    return request;
}

}  // namespace viewer
