// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/drivers.hpp"

#include <cpl_conv.h>
#include <gdal.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>
#include <utility>

#include "geodata/source/guards.hpp"

// GDAL exports these, but declares them only in its C++ headers.
extern "C" {
void RegisterOGRGeoPackage();
void RegisterOGRShape();
void RegisterOGRGeoJSON();
void RegisterOGRTopoJSON();
void RegisterOGRESRIJSON();
void RegisterOGRLIBKML();
void RegisterOGRGPX();
void RegisterOGRFlatGeobuf();
void RegisterOGRCSV();
void RegisterOGRTAB();
void RegisterOGRDXF();
void RegisterOGRGML();
void GDALRegister_GTiff();
void GDALRegister_PDF();
}

namespace geodata {
namespace {

constexpr std::size_t kHeadBytes = 4096;

std::string lowerCased(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

bool startsWith(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }
bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string binaryDriver(std::string_view head) {
    using namespace std::string_view_literals;
    if (startsWith(head, "SQLite format 3\0"sv)) return "GPKG";
    if (startsWith(head, "\x00\x00\x27\x0a"sv)) return "ESRI Shapefile";
    if (startsWith(head, "fgb")) return "FlatGeobuf";
    if (startsWith(head, "PK\x03\x04"sv)) return "LIBKML";
    if (startsWith(head, "AutoCAD Binary DXF")) return "DXF";
    return {};
}

std::string textDriver(std::string_view head, const std::string& extension) {
    if (startsWith(head, "\xef\xbb\xbf")) head.remove_prefix(3);
    const std::string text =
        lowerCased(std::string(head.substr(std::min(head.find_first_not_of(" \t\r\n"), head.size()))));
    if (startsWith(text, "{") || startsWith(text, "\x1e{")) return has(text, "\"topology\"") ? "TopoJSON" : "GeoJSON";
    if (startsWith(text, "<"))
        return has(text, "<kml") ? "LIBKML" : has(text, "<gpx") ? "GPX" : has(text, "gml") ? "GML" : "";
    if (startsWith(text, "!table") || (startsWith(text, "version") && extension == ".mif")) return "MapInfo File";
    if (startsWith(text, "0") && has(text, "section")) return "DXF";
    if (startsWith(text, "999") && extension == ".dxf") return "DXF";
    return extension == ".csv" || extension == ".tsv" || extension == ".txt" ? "CSV" : "";
}

constexpr const char* kFormats =
    "Formats: GeoPackage, Shapefile, GeoJSON, TopoJSON, Esri JSON, KML/KMZ, GPX, FlatGeobuf, CSV, Excel (.xlsx), "
    "OpenDocument (.ods), MapInfo, DXF, GML; Shapefiles and single files in a ZIP archive, too.";

// How other formats begin, and what they are.
constexpr std::array<std::pair<std::string_view, const char*>, 9> kOtherBinaries{
    {{"\x89PNG", "an image (PNG)"},
     {"\xff\xd8\xff", "an image (JPEG)"},
     {"II*", "an image (TIFF)"},
     {"MM", "an image (TIFF)"},
     {"%PDF", "a PDF"},
     {"\xd0\xcf\x11\xe0", "an office file of the old kind (.xls, .doc)"},
     {"\x1f\x8b", "a file packed with gzip"},
     {"Rar!", "a RAR archive"},
     {"7z\xbc\xaf", "a 7-Zip archive"}}};
constexpr std::array<std::pair<std::string_view, const char*>, 6> kOtherTexts{
    {{"<event", "a Cursor on Target message"},
     {"<trainingcenterdatabase", "a training record (TCX)"},
     {"<osm", "OpenStreetMap data"},
     {"<svg", "a drawing (SVG)"},
     {"<!doctype html", "a web page"},
     {"<html", "a web page"}}};

}  // namespace

std::string driverOf(std::string_view head, const std::string& extension) {
    head = head.substr(0, kHeadBytes);
    std::string driver = binaryDriver(head);
    return driver.empty() ? textDriver(head, lowerCased(extension)) : driver;
}

ContentRefusal refusalOfContent(std::string_view head) {
    const std::string advice = "Save it in one of the formats that are read. " + std::string(kFormats);
    for (const auto& [start, what] : kOtherBinaries)
        if (startsWith(head, start)) return {std::string("it is ") + what, advice};
    const std::string text = lowerCased(std::string(head.substr(0, kHeadBytes)));
    for (const auto& [start, what] : kOtherTexts)
        if (has(text, start)) return {std::string("it is ") + what, advice};
    return {"opsmap cannot read this kind of file (images are not supported yet)", kFormats};
}

std::string formatName(const std::string& driver) {
    constexpr std::array<std::pair<std::string_view, const char*>, 5> kNames{{{"GPKG", "GeoPackage"},
                                                                              {"ESRI Shapefile", "Shapefile"},
                                                                              {"LIBKML", "KML"},
                                                                              {"ESRIJSON", "Esri JSON"},
                                                                              {"MapInfo File", "MapInfo"}}};
    const auto named = std::ranges::find(kNames, driver, &std::pair<std::string_view, const char*>::first);
    return named == kNames.end() ? driver : named->second;
}

void registerDrivers() {
    setGuards();
    CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE",
                       "0");  // GDAL refuses countries of 200 MB otherwise; memory is limited anyway
    for (const auto registerDriver : {RegisterOGRGeoPackage, RegisterOGRShape, RegisterOGRGeoJSON, RegisterOGRTopoJSON,
                                      RegisterOGRESRIJSON, RegisterOGRLIBKML, RegisterOGRGPX, RegisterOGRFlatGeobuf,
                                      RegisterOGRCSV, RegisterOGRTAB, RegisterOGRDXF, RegisterOGRGML})
        registerDriver();
}

void registerWriters() {
    setGuards();
    CPLSetConfigOption("GDAL_CACHEMAX", "64");  // MB; rows come in order, none is asked for again
    GDALRegister_GTiff();
    GDALRegister_PDF();
}

std::vector<std::filesystem::path> libraryDataFolders() {
    std::vector<std::filesystem::path> folders{OPSMAP_PROJ_DATA_FOLDER};
    if (const char* known = CPLFindFile("gdal", "gdalvrt.xsd"))
        folders.push_back(std::filesystem::path(known).parent_path());
    return folders;
}

Result<std::string> driverFor(const std::filesystem::path& file) {
    const std::string name = geodata::quoted(file.string());
    std::ifstream in(file, std::ios::binary);
    if (!in) return failure("Cannot read", name, std::strerror(errno));
    std::string head(kHeadBytes, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(in.gcount()));
    if (head.empty()) return failure("Cannot read", name, "it is empty");
    const std::string driver = driverOf(head, file.extension().string());
    if (driver.empty()) {
        const ContentRefusal why = refusalOfContent(head);
        return failure("Cannot read", name, why.reason, why.advice);
    }
    return driver;
}

}  // namespace geodata
