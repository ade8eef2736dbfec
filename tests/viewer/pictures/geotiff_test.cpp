// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/geotiff.hpp"

#include <doctest/doctest.h>
#include <gdal.h>
#include <ogr_srs_api.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <vector>

#include "geodata/crs/transformation.hpp"
#include "tests/temporary_folder.hpp"

using namespace viewer;
namespace fs = std::filesystem;

namespace {

constexpr layers::ScreenSize kSize{700, 520};  // neither is a multiple of a tile's side

std::vector<std::uint8_t> colours(layers::ScreenSize size) {
    std::vector<std::uint8_t> rgb;
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            rgb.insert(rgb.end(), {static_cast<std::uint8_t>(x), static_cast<std::uint8_t>(y),
                                   static_cast<std::uint8_t>(x / 3 + y)});
    return rgb;
}

// In two pieces, as strips come, the first of which ends inside a tile.
geodata::Status writeTo(const fs::path& file, const PicturePlace& place) {
    auto tiff = GeoTiffFile::open(file, {kSize, 300, {{"opsmap-date", "2018-11-06"}}}, place);
    if (!tiff) return tiff.error();
    const auto rgb = colours(kSize);
    const auto first = std::span(rgb).first(kSize.width * 3 * 300), rest = std::span(rgb).subspan(first.size());
    if (auto failed = (*tiff)->addRows(first)) return failed;
    if (auto failed = (*tiff)->addRows(rest)) return failed;
    return (*tiff)->finish();
}

PicturePlace placeIn(const char* crs) {
    const auto toMap = geodata::Transformation::toMap(geodata::kLonLatCrs, crs);
    REQUIRE(toMap);
    return {crs, {toMap->forward(geodata::MapPoint{35.3, 33.2}), 25, kSize}, OPSMAP_LOADER};
}

// Degrees of a corner of the file, by what it says of itself.
geodata::LonLat cornerOf(GDALDatasetH dataset, int column, int row) {
    double t[6]{};
    REQUIRE(GDALGetGeoTransform(dataset, t) == CE_None);
    double x = t[0] + column * t[1] + row * t[2], y = t[3] + column * t[4] + row * t[5];
    OGRSpatialReferenceH degrees = OSRNewSpatialReference(nullptr), own = OSRClone(GDALGetSpatialRef(dataset));
    OSRImportFromEPSG(degrees, 4326);
    OSRSetAxisMappingStrategy(degrees, OAMS_TRADITIONAL_GIS_ORDER);
    OSRSetAxisMappingStrategy(own, OAMS_TRADITIONAL_GIS_ORDER);
    OGRCoordinateTransformationH across = OCTNewCoordinateTransformation(own, degrees);
    REQUIRE(OCTTransform(across, 1, &x, &y, nullptr) == TRUE);
    OCTDestroyCoordinateTransformation(across);
    OSRDestroySpatialReference(degrees);
    OSRDestroySpatialReference(own);
    return {x, y};
}

}  // namespace

TEST_CASE("corners of a GeoTIFF are those of PROJ, within half a pixel") {
    GDALAllRegister();
    const TemporaryFolder folder;
    for (const char* crs : {"EPSG:32636", "EPSG:3857", "EPSG:4326"}) {
        CAPTURE(crs);
        const PicturePlace place = placeIn(crs);
        const auto failed = writeTo(folder.path() / "a.tif", place);
        REQUIRE_MESSAGE(!failed, failed->text);
        GDALDatasetH dataset = GDALOpen((folder.path() / "a.tif").c_str(), GA_ReadOnly);
        REQUIRE(dataset != nullptr);
        const auto toMap = geodata::Transformation::toMap(geodata::kLonLatCrs, crs);
        for (const auto& [column, row] :
             {std::pair{0, 0}, {kSize.width, 0}, {0, kSize.height}, {kSize.width, kSize.height}}) {
            const geodata::LonLat corner = cornerOf(dataset, column, row);
            const layers::ScreenPoint px =
                place.view.toScreen(toMap->forward(geodata::MapPoint{corner.lon, corner.lat}));
            CHECK(std::hypot(px.x - column, px.y - row) < 0.5);
        }
        GDALClose(dataset);
    }
}

TEST_CASE("a GeoTIFF holds its pixels, its notes and its resolution, and is compressed in tiles") {
    GDALAllRegister();
    const TemporaryFolder folder;
    REQUIRE_FALSE(writeTo(folder.path() / "a.tif", placeIn("EPSG:32636")));
    GDALDatasetH dataset = GDALOpen((folder.path() / "a.tif").c_str(), GA_ReadOnly);
    REQUIRE(dataset != nullptr);
    std::vector<std::uint8_t> read(static_cast<std::size_t>(kSize.width) * kSize.height * 3);
    REQUIRE(GDALDatasetRasterIO(dataset, GF_Read, 0, 0, kSize.width, kSize.height, read.data(), kSize.width,
                                kSize.height, GDT_Byte, 3, nullptr, 3, kSize.width * 3, 1) == CE_None);
    CHECK(read == colours(kSize));
    CHECK(std::string(GDALGetMetadataItem(dataset, "opsmap-date", nullptr)) == "2018-11-06");
    CHECK(std::atof(GDALGetMetadataItem(dataset, "TIFFTAG_XRESOLUTION", nullptr)) == 300);
    CHECK(std::string(GDALGetMetadataItem(dataset, "COMPRESSION", "IMAGE_STRUCTURE")) == "DEFLATE");
    int width = 0, height = 0;
    GDALGetBlockSize(GDALGetRasterBand(dataset, 1), &width, &height);
    CHECK(width == 256);
    GDALClose(dataset);
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}) ==
          1);  // nothing else is left beside it
}

TEST_CASE("a GeoTIFF that is given up, or misses rows, leaves the old file and nothing else") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "a.tif") << "old";
    for (const bool finish : {false, true}) {
        auto tiff = GeoTiffFile::open(folder.path() / "a.tif", {kSize, 0, {}}, placeIn("EPSG:32636"));
        REQUIRE(tiff);
        REQUIRE_FALSE((*tiff)->addRows(std::vector<std::uint8_t>(kSize.width * 3 * 10)));
        if (!finish) continue;
        const auto failed = (*tiff)->finish();
        REQUIRE(failed);
        CHECK(failed->text ==
              "Cannot write \"" + (folder.path() / "a.tif").string() + "\": the viewer ended too early.");
    }
    std::ifstream in(folder.path() / "a.tif");
    CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == "old");
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}) == 1);
}

TEST_CASE("a GeoTIFF for which the disk has no room leaves the old file, and says so") {
    const TemporaryFolder folder;
    REQUIRE_FALSE(writeTo(folder.path() / "whole.tif", placeIn("EPSG:32636")));
    const rlim_t whole = fs::file_size(folder.path() / "whole.tif");
    fs::remove(folder.path() / "whole.tif");
    rlim_t mostBytes = 0;
    SUBCASE("from its head on") { mostBytes = 100; }
    SUBCASE("amid the pixels") { mostBytes = 4096; }
    SUBCASE("for its notes") { mostBytes = whole - 200; }
    SUBCASE("for its last byte") { mostBytes = whole - 1; }
    CAPTURE(mostBytes);
    std::ofstream(folder.path() / "a.tif") << "old";
    const pid_t child = ::fork();  // whose limit its writer inherits
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{mostBytes, mostBytes};
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(2);
        const auto failed = writeTo(folder.path() / "a.tif", placeIn("EPSG:32636"));
        ::_exit(failed && failed->text.starts_with("Cannot write \"" + (folder.path() / "a.tif").string() + "\": ")
                    ? 0
                    : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    std::ifstream in(folder.path() / "a.tif");
    CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == "old");
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}) == 1);
}

TEST_CASE("a GeoTIFF where nothing can be written, or by a writer that is not there, is refused by a sentence") {
    const TemporaryFolder folder;
    const auto nowhere = writeTo(folder.path() / "missing" / "a.tif", placeIn("EPSG:32636"));
    REQUIRE(nowhere);
    CHECK(nowhere->text ==
          "Cannot write \"" + (folder.path() / "missing/a.tif").string() + "\": No such file or directory.");
    PicturePlace place = placeIn("EPSG:32636");
    place.program = folder.path() / "no-loader";
    const auto noWriter = writeTo(folder.path() / "a.tif", place);
    REQUIRE(noWriter);
    CHECK(noWriter->text.find("no-loader\": No such file or directory.") != std::string::npos);
}
