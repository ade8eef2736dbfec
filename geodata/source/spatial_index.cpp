// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/spatial_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>
#include <system_error>

#include "geodata/crs/transformation.hpp"

namespace geodata {
namespace {

constexpr std::uintmax_t kBigBytes = 16 << 20;

// The box around what the degrees enclose in the layer's own coordinates, a little more rather than less; none where
// some of it has no place there.
std::optional<MapBox> sourceBoxOf(const LonLatBox& degrees, const std::optional<std::string>& projectedCrs) {
    constexpr int kSteps = 20;  // edges curve
    const auto toSource = projectedCrs ? std::optional(Transformation::toMap(kLonLatCrs, *projectedCrs)) : std::nullopt;
    if (toSource && !*toSource) return {};
    MapBox box;
    for (int i = 0; i <= kSteps; ++i)
        for (int j = 0; j <= kSteps; ++j) {
            const MapPoint lonLat{degrees.west + (degrees.east - degrees.west) * i / kSteps,
                                  degrees.south + (degrees.north - degrees.south) * j / kSteps};
            const MapPoint at = toSource ? (*toSource)->forward(lonLat) : lonLat;
            if (!std::isfinite(at.x) || !std::isfinite(at.y)) return {};
            box = extended(box, at);
        }
    return grown(box, std::max(box.width(), box.height()) / kSteps);
}

// Of such a layer the whole is read, which the cache can keep.
bool holdsMostOf(const MapBox& box, OGRLayerH layer) {
    OGREnvelope all;
    if (OGR_L_GetExtent(layer, &all, FALSE) != OGRERR_NONE) return false;
    const double width = std::min(box.max.x, all.MaxX) - std::max(box.min.x, all.MinX),
                 height = std::min(box.max.y, all.MaxY) - std::max(box.min.y, all.MinY);
    return width > 0 && height > 0 && width * height > (all.MaxX - all.MinX) * (all.MaxY - all.MinY) / 2;
}

}  // namespace

// An emptied index makes an empty map without an error, wherever a program asks the index.
std::optional<std::uint64_t> indexedCount(GDALDatasetH dataset, OGRLayerH layer) {
    if (OGR_L_TestCapability(layer, OLCFastSpatialFilter) == 0) return {};
    std::string table;
    for (const char c : fmt::format("rtree_{}_{}", OGR_L_GetName(layer), OGR_L_GetGeometryColumn(layer)))
        table += c == '"' ? std::string("\"\"") : std::string(1, c);
    OGRLayerH answer =
        GDALDatasetExecuteSQL(dataset, fmt::format("SELECT COUNT(*) FROM \"{}\"", table).c_str(), nullptr, nullptr);
    if (answer == nullptr) return {};
    const ogr::Feature row(OGR_L_GetNextFeature(answer));
    const auto count =
        row ? std::optional(static_cast<std::uint64_t>(OGR_F_GetFieldAsInteger64(row.get(), 0))) : std::nullopt;
    GDALDatasetReleaseResultSet(dataset, answer);
    return count;
}

// Where the file has an index and is so big that reading all of it would be felt.
bool readsOnlyWindow(OGRLayerH layer, const LoadRequest& request, const std::optional<std::string>& projectedCrs) {
    std::error_code error;
    if (!request.window || std::filesystem::file_size(request.path, error) < kBigBytes || error ||
        OGR_L_TestCapability(layer, OLCFastSpatialFilter) == 0)
        return false;
    const auto box = sourceBoxOf(*request.window, projectedCrs);
    if (box && holdsMostOf(*box, layer)) return false;
    if (box) OGR_L_SetSpatialFilterRect(layer, box->min.x, box->min.y, box->max.x, box->max.y);
    return box.has_value();
}

}  // namespace geodata
