// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the viewer asks of the loader for one source: file, layer, filters, coordinate systems and position columns.
// It crosses the socket and is part of the cache key. Values; any thread.

#include <filesystem>
#include <optional>
#include <string>

#include "geodata/store/store.hpp"

namespace geodata {

// How columns of a table become positions; empty names are found by their usual spellings (lat, latitude, y, …).
struct PositionColumns {
    std::string lon, lat, wkt, mgrs, position;

    bool operator==(const PositionColumns&) const = default;
};

struct LoadRequest {
    std::filesystem::path path;
    std::string layer;     // empty: the only layer, or every layer one after the other (each its own Finished)
    std::string where;     // OGR attribute filter
    std::string crs;       // overrides what the file says
    std::string encoding;  // overrides what the file says: UTF-8, CP1256, ISO-8859-6
    std::string mapCrs;    // what the store is made in: authority code or WKT
    PositionColumns position;
    bool useCache = true;
    // What will be shown of it, degrees, west <= east. The whole source is taken from the cache where it is there;
    // otherwise a big file with a spatial index is read only there; its store says partial and is not kept.
    std::optional<LonLatBox> window;

    bool operator==(const LoadRequest&) const = default;
};

}  // namespace geodata
