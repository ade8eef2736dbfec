// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/drivers.hpp"

#include <cpl_conv.h>
#include <gdal.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>

#include "geodata/source/guards.hpp"

// GDAL exports these, but declares them only in its C++ headers.
extern "C" {
void RegisterOGRGeoPackage();
void RegisterOGRShape();
void RegisterOGRGeoJSON();
void RegisterOGRTopoJSON();
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
    if (startsWith(text, "{")) return has(text, "\"topology\"") ? "TopoJSON" : "GeoJSON";
    if (startsWith(text, "<"))
        return has(text, "<kml") ? "LIBKML" : has(text, "<gpx") ? "GPX" : has(text, "gml") ? "GML" : "";
    if (startsWith(text, "!table") || (startsWith(text, "version") && extension == ".mif")) return "MapInfo File";
    if (startsWith(text, "0") && has(text, "section")) return "DXF";
    if (startsWith(text, "999") && extension == ".dxf") return "DXF";
    return extension == ".csv" || extension == ".tsv" || extension == ".txt" ? "CSV" : "";
}

}  // namespace

void registerDrivers() {
    setGuards();
    CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE",
                       "0");  // GDAL refuses countries of 200 MB otherwise; memory is limited anyway
    for (const auto registerDriver :
         {RegisterOGRGeoPackage, RegisterOGRShape, RegisterOGRGeoJSON, RegisterOGRTopoJSON, RegisterOGRLIBKML,
          RegisterOGRGPX, RegisterOGRFlatGeobuf, RegisterOGRCSV, RegisterOGRTAB, RegisterOGRDXF, RegisterOGRGML})
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
    std::string driver = binaryDriver(head);
    if (driver.empty()) driver = textDriver(head, lowerCased(file.extension().string()));
    if (driver.empty())
        return failure(
            "Cannot read", name, "opsmap cannot read this kind of file (images are not supported yet)",
            "Formats: GeoPackage, Shapefile, GeoJSON, TopoJSON, KML/KMZ, GPX, FlatGeobuf, CSV, MapInfo, DXF, GML.");
    return driver;
}

}  // namespace geodata
