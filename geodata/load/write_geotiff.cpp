#include "geodata/load/write_geotiff.hpp"

#include <cpl_string.h>
#include <gdal.h>

#include <algorithm>
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
    const char* options[] = {"COMPRESS=DEFLATE", "PREDICTOR=2", "ZLEVEL=3", "TILED=YES", "INTERLEAVE=PIXEL", "BIGTIFF=IF_SAFER", nullptr};
    return ogr::Dataset(GDALCreate(GDALGetDriverByName("GTiff"), file.c_str(), static_cast<int>(job.width), static_cast<int>(job.height), 3, GDT_Byte, options));
}

bool place(GDALDatasetH dataset, const GeoTiffRequest& job, OGRSpatialReferenceH crs) {
    double corner[] = {job.west, job.unitsPerPx, 0, job.north, 0, -job.unitsPerPx};
    return GDALSetGeoTransform(dataset, corner) == CE_None && GDALSetSpatialRef(dataset, crs) == CE_None;
}

void describe(GDALDatasetH dataset, const GeoTiffRequest& job) {
    for (const auto& [key, text] : job.notes) GDALSetMetadataItem(dataset, key.c_str(), text.c_str(), nullptr);
    if (job.dpi <= 0) return;
    const std::string dpi = std::to_string(job.dpi);
    for (const char* name : {"TIFFTAG_XRESOLUTION", "TIFFTAG_YRESOLUTION"}) GDALSetMetadataItem(dataset, name, dpi.c_str(), nullptr);
    GDALSetMetadataItem(dataset, "TIFFTAG_RESOLUTIONUNIT", "2", nullptr);  // inches
}

Status fill(GDALDatasetH dataset, const GeoTiffRequest& job, const NextBytes& next, const ogr::ErrorCapture& errors) {
    const std::size_t stride = static_cast<std::size_t>(job.width) * 3;
    std::vector<std::byte> rows(stride * kTileRows);
    for (std::uint32_t top = 0; top < job.height; top += kTileRows) {
        const std::uint32_t count = std::min(kTileRows, job.height - top);
        if (auto ended = next(std::span(rows).first(stride * count))) return ended;
        const int width = static_cast<int>(job.width), height = static_cast<int>(count);
        if (GDALDatasetRasterIO(dataset, GF_Write, 0, static_cast<int>(top), width, height, rows.data(), width, height, GDT_Byte, 3, nullptr, 3, static_cast<int>(stride), 1) != CE_None)
            return failed(errors);
    }
    return {};
}

}  // namespace

Status writeGeoTiff(const GeoTiffRequest& job, const std::filesystem::path& file, const NextBytes& next) {
    if (job.width == 0 || job.height == 0 || std::max(job.width, job.height) > kMostSidePx) return Error{"it has no size, or too large a one"};
    const ogr::ErrorCapture errors;
    const ogr::Crs crs = crsOf(job.crs);
    ogr::Dataset dataset = create(job, file);
    if (!crs || !dataset || !place(dataset.get(), job, crs.get())) return failed(errors);
    describe(dataset.get(), job);
    if (auto ended = fill(dataset.get(), job, next, errors)) return ended;
    dataset.reset();  // writes what GDAL still holds
    return errors.failed() ? Status(failed(errors)) : Status();
}

}  // namespace geodata
