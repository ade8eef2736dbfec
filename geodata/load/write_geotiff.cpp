// SPDX-License-Identifier: Apache-2.0
#include "geodata/load/write_geotiff.hpp"

#include <cpl_string.h>
#include <gdal.h>

#include <algorithm>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "geodata/source/crs_text.hpp"
#include "geodata/source/ogr_handles.hpp"

namespace geodata {
namespace {

constexpr std::uint32_t kTileRows = 256;  // the height of a TIFF tile: whole rows of tiles leave GDAL's cache at once
constexpr std::uint32_t kMostSidePx = 65536;

Error failed(const ogr::ErrorCapture& errors) { return {errors.text("GDAL cannot, and says no more")}; }

ogr::Dataset create(const GeoTiffRequest& job, const std::filesystem::path& file) {
    // Predictor 2 stores differences between neighbours, which flat map colours compress by half again.
    const char* options[] = {"COMPRESS=DEFLATE", "PREDICTOR=2",      "ZLEVEL=3", "TILED=YES",
                             "INTERLEAVE=PIXEL", "BIGTIFF=IF_SAFER", nullptr};
    return ogr::Dataset(GDALCreate(GDALGetDriverByName("GTiff"), file.c_str(), static_cast<int>(job.width),
                                   static_cast<int>(job.height), 3, GDT_Byte, options));
}

bool place(GDALDatasetH dataset, const GeoTiffRequest& job, OGRSpatialReferenceH crs) {
    double corner[] = {job.west, job.unitsPerPx, 0, job.north, 0, -job.unitsPerPx};
    return GDALSetGeoTransform(dataset, corner) == CE_None && GDALSetSpatialRef(dataset, crs) == CE_None;
}

std::vector<std::pair<std::string, std::string>> itemsOf(const GeoTiffRequest& job) {
    std::vector<std::pair<std::string, std::string>> items(job.notes.begin(), job.notes.end());
    if (job.dpi <= 0) return items;
    const std::string dpi = std::to_string(job.dpi);
    for (const char* name : {"TIFFTAG_XRESOLUTION", "TIFFTAG_YRESOLUTION"}) items.emplace_back(name, dpi);
    items.emplace_back("TIFFTAG_RESOLUTIONUNIT", "2");  // inches
    return items;
}

void describe(GDALDatasetH dataset, const GeoTiffRequest& job) {
    for (const auto& [key, text] : itemsOf(job)) GDALSetMetadataItem(dataset, key.c_str(), text.c_str(), nullptr);
}

// The rows of one row of tiles, into or out of `rows`.
bool transfer(GDALDatasetH dataset, GDALRWFlag way, const GeoTiffRequest& job, std::uint32_t top,
              std::span<std::byte> rows) {
    const int width = static_cast<int>(job.width), stride = 3 * width, height = static_cast<int>(rows.size()) / stride;
    return GDALDatasetRasterIO(dataset, way, 0, static_cast<int>(top), width, height, rows.data(), width, height,
                               GDT_Byte, 3, nullptr, 3, stride, 1) == CE_None;
}

std::size_t sumOf(std::span<const std::byte> rows) {
    return std::hash<std::string_view>()({reinterpret_cast<const char*>(rows.data()), rows.size()});
}

// Calls `each(top, rows)` with the first row and room for the rows of each row of tiles, until it answers false.
template <typename Each>
bool forTileRows(const GeoTiffRequest& job, Each each) {
    const std::size_t stride = static_cast<std::size_t>(job.width) * 3;
    std::vector<std::byte> rows(stride * std::min(kTileRows, job.height));
    for (std::uint32_t top = 0; top < job.height; top += kTileRows)
        if (!each(top, std::span(rows).first(stride * std::min(kTileRows, job.height - top)))) return false;
    return true;
}

// Keeps a sum of each row of tiles, by which the file is checked.
Status fill(GDALDatasetH dataset, const GeoTiffRequest& job, const NextBytes& next, const ogr::ErrorCapture& errors,
            std::vector<std::size_t>& sums) {
    Status ended;
    const bool filled = forTileRows(job, [&](std::uint32_t top, std::span<std::byte> rows) {
        ended = next(rows);
        if (ended) return false;
        sums.push_back(sumOf(rows));
        return transfer(dataset, GF_Write, job, top, rows);
    });
    return filled || ended ? ended : Status(failed(errors));
}

// GDAL 3.10 does not report that the last piece of a file (up to 64 KB) found no room: only reading tells that all of
// it is there.
bool holds(const std::filesystem::path& file, const GeoTiffRequest& job, const std::vector<std::size_t>& sums) {
    const ogr::Dataset dataset(GDALOpen(file.c_str(), GA_ReadOnly));
    double corner[6];
    if (!dataset || GDALGetGeoTransform(dataset.get(), corner) != CE_None || !GDALGetSpatialRef(dataset.get()))
        return false;
    // All of them stand in few pieces of the file: each is there whole or not at all.
    for (const auto& [key, text] : itemsOf(job))
        if (!text.empty() && !GDALGetMetadataItem(dataset.get(), key.c_str(), nullptr)) return false;
    return forTileRows(job, [&](std::uint32_t top, std::span<std::byte> rows) {
        return transfer(dataset.get(), GF_Read, job, top, rows) && sumOf(rows) == sums[top / kTileRows];
    });
}

}  // namespace

Status writeGeoTiff(const GeoTiffRequest& job, const std::filesystem::path& file, const NextBytes& next) {
    if (job.width == 0 || job.height == 0 || std::max(job.width, job.height) > kMostSidePx)
        return Error{"it has no size, or too large a one"};
    const ogr::ErrorCapture errors;
    const ogr::Crs crs = crsOf(job.crs);
    ogr::Dataset dataset = create(job, file);
    if (!crs || !dataset || !place(dataset.get(), job, crs.get())) return failed(errors);
    describe(dataset.get(), job);
    std::vector<std::size_t> sums;
    if (auto ended = fill(dataset.get(), job, next, errors, sums)) return ended;
    dataset.reset();  // writes what GDAL still holds
    if (errors.failed()) return failed(errors);
    if (!holds(file, job, sums)) return Error{"the file is not complete. Is there room on the disk?"};
    return {};
}

}  // namespace geodata
