// SPDX-License-Identifier: Apache-2.0
// A big file with an index, of which only what lies in a window is wanted.
#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include "tests/geodata/load/loaded_source.hpp"

using namespace geodata;

namespace {

// Short lines on a grid of whole degrees, each of so many vertices that the file is big.
std::filesystem::path bigFile(const char* driver, const std::string& name) {
    registerDrivers();
    const auto path = writtenFile(name, "");
    std::filesystem::remove(path);
    GDALDatasetH dataset = GDALCreate(GDALGetDriverByName(driver), path.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
    const bool isShape = std::string_view(driver) == "ESRI Shapefile";
    OGRSpatialReferenceH crs = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(crs, 4326);
    OSRSetAxisMappingStrategy(crs, OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, "big", crs, wkbLineString, nullptr);
    OGRFieldDefnH column = OGR_Fld_Create("text", OFTString);
    OGR_L_CreateField(layer, column, 1);
    for (int place = 0; place < 80 * 80; ++place) {
        const double x = place % 80, y = place / 80 - 40.0;
        OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
        OGRGeometryH line = OGR_G_CreateGeometry(wkbLineString);
        for (int i = 0; i < 200; ++i) OGR_G_AddPoint_2D(line, x + i * 0.0005, y + i * 0.0005);
        OGR_F_SetGeometryDirectly(feature, line);
        OGR_F_SetFieldString(feature, 0, fmt::format("{} {}", x, y).c_str());
        CHECK(OGR_L_CreateFeature(layer, feature) == OGRERR_NONE);
        OGR_F_Destroy(feature);
    }
    OGR_Fld_Destroy(column);
    OSRRelease(crs);
    if (isShape)
        GDALDatasetReleaseResultSet(dataset,
                                    GDALDatasetExecuteSQL(dataset, "CREATE SPATIAL INDEX ON big", nullptr, nullptr));
    GDALClose(dataset);
    return path;
}

std::map<std::uint64_t, std::string> valuesById(const LoadedSource& load) {
    std::map<std::uint64_t, std::string> values;
    const Store& store = *load.layers.begin()->second;
    for (std::uint32_t i = 0; i < store.size(); ++i) values[store.feature(i).id()] = store.feature(i).value(0);
    return values;
}

void removeWithSideFiles(std::filesystem::path path) {
    for (const char* ending : {".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix", ".fgb", ".gpkg"})
        std::filesystem::remove(path.replace_extension(ending));
}

}  // namespace

TEST_CASE("of a big file with an index only what meets the window is read, whatever its format") {
    for (const auto& [driver, name] :
         {std::pair("FlatGeobuf", "big.fgb"), {"GPKG", "big.gpkg"}, {"ESRI Shapefile", "big.shp"}}) {
        const auto path = bigFile(driver, name);
        CAPTURE(path);
        for (const char* mapCrs : {"EPSG:3857", "EPSG:32636"}) {
            CAPTURE(std::string(mapCrs));
            LoadRequest request = requestFor(path, mapCrs);
            const LoadedSource whole = loaded(request);
            request.window = LonLatBox{34.5, 31.5, 36.5, 34.5};
            const LoadedSource part = loaded(request);
            REQUIRE(whole.layers.size() == 1);
            REQUIRE(part.layers.size() == 1);
            CHECK_FALSE(whole.layers.at("big")->info().partial);
            CHECK(part.layers.at("big")->info().partial);
            CHECK(part.warnings().empty());
            const auto all = valuesById(whole), some = valuesById(part);
            CHECK(some.size() == 2 * 3);
            for (const auto& [id, value] : some) CHECK(all.at(id) == value);
            request.window = LonLatBox{-5, -45, 75, 45};
            CHECK_FALSE(loaded(request).layers.at("big")->info().partial);
        }
        removeWithSideFiles(path);
    }
}

TEST_CASE("a window changes nothing about a small file") {
    LoadRequest request = requestFor(kSamples / "towns.fgb");
    const std::size_t whole = loaded(request).layers.at("towns")->size();
    request.window = LonLatBox{0, 0, 1, 1};
    const LoadedSource load = loaded(request);
    CHECK(load.layers.at("towns")->size() == whole);
    CHECK_FALSE(load.layers.at("towns")->info().partial);
}
