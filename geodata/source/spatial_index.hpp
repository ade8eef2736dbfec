// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a file's spatial index is used for: reading only a window of a big layer, and noticing that it is incomplete.
// The loader's child.

#include <cstdint>
#include <optional>
#include <string>

#include "geodata/link/load_request.hpp"
#include "geodata/source/ogr_handles.hpp"

namespace geodata {

// Limits reading to the request's window, where the file has an index and is so big that reading all of it would be
// felt. False: the whole layer is read. `projectedCrs`: the layer's coordinate system; none where it is in degrees.
bool readsOnlyWindow(OGRLayerH layer, const LoadRequest& request, const std::optional<std::string>& projectedCrs);

// How many features the index of a GeoPackage's layer knows.
std::optional<std::uint64_t> indexedCount(GDALDatasetH dataset, OGRLayerH layer);

}  // namespace geodata
