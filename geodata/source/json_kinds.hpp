// SPDX-License-Identifier: Apache-2.0
#pragma once
// Kinds of JSON beside GeoJSON: one feature a line, Esri's, and those that are none of a map's. Pure; any thread.

#include <string>
#include <string_view>

namespace geodata {

// A feature or geometry in each line, as GeoJSONL, NDJSON and RFC 8142 write them. `head`: the first bytes.
bool isOneFeatureALine(std::string_view head);
// The same features as one collection.
std::string collectionOf(std::string_view lines);

bool isEsriJson(std::string_view head);

// What a JSON is that is no GeoJSON, and what to do with it.
struct JsonRefusal {
    std::string reason, advice;
};
JsonRefusal refusalOfJson(std::string_view head);

}  // namespace geodata
