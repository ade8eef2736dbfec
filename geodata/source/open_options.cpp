// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/open_options.hpp"

#include <filesystem>

namespace geodata {

void addOpenOptions(OpenOptions& options, const std::string& driver, const LoadRequest& request) {
    const auto orUsual = [](const std::string& named, const char* usual) {
        return named.empty() ? std::string(usual) : named;
    };
    if (driver == "CSV") {
        options.add("GEOM_POSSIBLE_NAMES", orUsual(request.position.wkt, "wkt,the_geom,geom,geometry"));
        options.add("KEEP_GEOM_COLUMNS", "YES");
        options.add("AUTODETECT_TYPE", "NO");  // a symbol's code of twenty digits must stay text
    }
    if (driver == "ESRI Shapefile" && !request.encoding.empty()) options.add("ENCODING", request.encoding);
    if (driver == "GPKG" && !std::filesystem::exists(request.path.string() + "-wal"))
        options.add("IMMUTABLE", "YES");  // otherwise SQLite writes beside it
    if (driver == "GML") options.add("WRITE_GFS", "NO");
}

}  // namespace geodata
