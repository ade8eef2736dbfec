// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/archive_content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

#include "geodata/result/result.hpp"

namespace geodata {
namespace {

constexpr std::array<std::string_view, 9> kTexts{".geojson", ".json", ".geojsonl", ".ndjson", ".topojson",
                                                 ".csv",     ".tsv",  ".gpx",      ".gml"};
constexpr std::array<std::pair<std::string_view, const char*>, 5> kBinaries{
    {{".gpkg", "GPKG"}, {".fgb", "FlatGeobuf"}, {".tab", "MapInfo File"}, {".mif", "MapInfo File"}, {".dxf", "DXF"}}};

std::string endingOf(const std::string& member) {
    std::string ending = std::filesystem::path(member).extension().string();
    for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return ending;
}

std::vector<std::string> withEnding(std::span<const std::string> members, std::string_view ending) {
    std::vector<std::string> found;
    for (const std::string& member : members)
        if (endingOf(member) == ending) found.push_back(member);
    return found;
}

bool holds(std::span<const std::string> members, std::string_view name) {
    return std::ranges::find(members, name) != members.end();
}

ArchiveContent unread(std::string reason, std::string advice) {
    return {.kind = ArchiveKind::other, .reason = std::move(reason), .advice = std::move(advice)};
}

ArchiveContent kmlFiles(std::vector<std::string> files) {
    const auto main = std::ranges::find(files, "doc.kml");
    if (main != files.end()) std::rotate(files.begin(), main, main + 1);
    return {.kind = ArchiveKind::kmz, .files = std::move(files)};
}

// One file of a kind that is read.
ArchiveContent zippedFile(std::span<const std::string> members) {
    std::vector<ArchiveContent> found;
    for (const std::string& member : members) {
        const std::string ending = endingOf(member);
        const auto binary = std::ranges::find(kBinaries, ending, &std::pair<std::string_view, const char*>::first);
        if (binary != kBinaries.end())
            found.push_back({.kind = ArchiveKind::binary, .files = {member}, .driver = binary->second});
        else if (std::ranges::find(kTexts, ending) != kTexts.end())
            found.push_back({.kind = ArchiveKind::text, .files = {member}});
    }
    if (found.size() == 1) return found.front();
    if (found.size() > 1)
        return unread(
            fmt::format("it is a ZIP archive with {} files that could be meant: {}", found.size(), quotedList(members)),
            "Unpack it and open the ones you need.");
    return unread(members.empty()
                      ? "it is a ZIP archive without files"
                      : fmt::format("it is a ZIP archive in which nothing can be read: {}", quotedList(members)),
                  "Unpack it, or save the data as GeoPackage, GeoJSON or CSV.");
}

}  // namespace

std::string quotedList(std::span<const std::string> names) {
    constexpr std::size_t kMostNamed = 4, kMostBytes = 60;
    std::string text;
    for (const std::string& name : names.subspan(0, std::min(names.size(), kMostNamed)))
        text += (text.empty() ? "" : ", ") + geodata::quoted(name, kMostBytes);
    return names.size() > kMostNamed ? text + fmt::format(" and {} more", names.size() - kMostNamed) : text;
}

ArchiveContent contentOf(std::span<const std::string> members, const MemberReader& read) {
    if (holds(members, "xl/workbook.xml")) return {.kind = ArchiveKind::excel};
    if (holds(members, "xl/workbook.bin"))
        return unread("it is an Excel workbook in binary form (.xlsb)", "Save it as .xlsx or CSV.");
    if (holds(members, "content.xml") && read("mimetype").find("spreadsheet") != std::string::npos)
        return {.kind = ArchiveKind::openDocument};
    if (holds(members, "word/document.xml") || holds(members, "ppt/presentation.xml") || holds(members, "content.xml"))
        return unread("it is a document of an office program, not a table",
                      "Save its table as CSV or as a spreadsheet.");
    if (auto files = withEnding(members, ".kml"); !files.empty()) return kmlFiles(std::move(files));
    if (std::ranges::any_of(members, [](const auto& name) { return name.find(".gdb/") != std::string::npos; }))
        return unread("it is a zipped Esri file geodatabase", "Export its layers as GeoPackage, GeoJSON or Shapefile.");
    if (auto files = withEnding(members, ".shp"); !files.empty())
        return {.kind = ArchiveKind::shapefiles, .files = std::move(files)};
    return zippedFile(members);
}

}  // namespace geodata
