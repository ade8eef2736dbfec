// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/json_kinds.hpp"

#include <algorithm>

namespace geodata {
namespace {

using std::string_view;

constexpr string_view kBlanks = " \t\r\n\x1e";  // RFC 8142 starts each text with a record separator

string_view trimmed(string_view text) {
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == string_view::npos ? string_view{} : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

string_view takeLine(string_view& rest) {
    const string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    return trimmed(line);
}

bool has(string_view text, string_view part) { return text.find(part) != string_view::npos; }

// A member's name and value without regard to blanks between them: "type":"Feature".
bool hasMember(string_view text, string_view name, string_view value) {
    const std::string key = '"' + std::string(name) + '"', wanted = '"' + std::string(value);
    for (std::size_t at = text.find(key); at != string_view::npos; at = text.find(key, at + 1)) {
        const std::size_t next = text.find_first_not_of(" \t\r\n:", at + key.size());
        if (next != string_view::npos && text.substr(next).starts_with(wanted)) return true;
    }
    return false;
}

bool isWholeObject(string_view line) { return line.starts_with('{') && line.ends_with('}'); }

}  // namespace

bool isOneFeatureALine(string_view head) {
    const bool marked = head.starts_with('\x1e');
    string_view rest = head;
    const string_view first = takeLine(rest);
    if (!isWholeObject(first) || hasMember(first, "type", "FeatureCollection")) return false;
    string_view second;
    while (second.empty() && !rest.empty()) second = takeLine(rest);
    return hasMember(first, "type", "Feature\"") && (marked || second.starts_with('{'));
}

std::string collectionOf(string_view lines) {
    std::string made = R"({"type":"FeatureCollection","features":[)";
    made.reserve(lines.size() + 64);
    for (bool first = true; !lines.empty();) {
        const string_view line = takeLine(lines);
        if (line.empty()) continue;
        if (!first) made += ",\n";
        first = false;
        made += line;
    }
    return made + "]}";
}

bool isEsriJson(string_view head) {
    return hasMember(head, "geometryType", "esriGeometry") ||
           (has(head, "\"attributes\"") && has(head, "\"geometry\"") && !hasMember(head, "type", "Feature"));
}

JsonRefusal refusalOfJson(string_view head) {
    if (hasMember(head, "type", "ORBAT-mapper"))
        return {"it is a scenario of ORBAT Mapper", "Export its units there as GeoJSON or as a spreadsheet."};
    if (hasMember(head, "type", "FeatureCollection") || hasMember(head, "type", "Feature"))
        return {"its GeoJSON is damaged or cut off", "Save it again with the program that made it."};
    return {"it is JSON but no GeoJSON, TopoJSON or Esri JSON",
            "Save it as GeoJSON (\"type\": \"FeatureCollection\")."};
}

}  // namespace geodata
