// SPDX-License-Identifier: Apache-2.0
#pragma once
// An area of three layers in a folder of its own, with a home folder beside it, exported as a user would do it. The
// layers are a hatched zone, a river with its name along it, and places with Arabic names.

#include <fstream>
#include <string>
#include <vector>

#include "tests/run_program.hpp"
#include "tests/temporary_folder.hpp"

inline std::string feature(const std::string& properties, const std::string& geometry) {
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" + geometry + "}";
}
inline std::string point(const std::string& name, const std::string& arabic, double lon, double lat) {
    return feature(R"("name":")" + name + R"(","ar":")" + arabic + "\"",
                   R"({"type":"Point","coordinates":[)" + std::to_string(lon) + "," + std::to_string(lat) + "]}");
}
inline std::string collection(const std::vector<std::string>& features) {
    std::string text;
    for (const std::string& one : features) text += (text.empty() ? "" : ",") + one;
    return R"({"type":"FeatureCollection","features":[)" + text + "]}";
}

// An area of three layers: a hatched zone, a river with its name along it, places with Arabic names.
class SmallArea {
public:
    SmallArea() {
        write("zone.geojson",
              collection(
                  {feature("", R"({"type":"Polygon","coordinates":[[[35.2,33.1],[35.4,33.1],[35.4,33.3],[35.2,33.3])"
                               R"(,[35.2,33.1]]]})")}));
        write("river.geojson",
              collection({feature(R"("name":"Qasmiye River")",
                                  R"({"type":"LineString","coordinates":[[35.1,33.15],[35.3,33.2],[35.6,33.15]]})")}));
        write("places.geojson",
              collection({point("Tyre", "صور", 35.2, 33.27), point("Salam Hill", "تلة السلام", 35.45, 33.25)}));
        write("area.toml", R"([area]
title = "Small area"
crs = "EPSG:32636"
home = [35.1, 33.05, 35.6, 33.35]
date = "2018-11-06"
[[layer]]
id = "zone"
title = "Zone & strip"
source = "zone.geojson"
style = { fill = "#cc0000", fill-opacity = 0.4, pattern = "hatch" }
[[layer]]
id = "river"
title = "Rivers"
source = "river.geojson"
style = { stroke = "#0044cc", stroke-width = 2, label = "name", label-placement = "line" }
[[layer]]
id = "places"
title = "Places"
source = "places.geojson"
style = { marker-size = 5, label = "name", label-ar = "ar" }
)");
    }
    std::filesystem::path operator/(const std::string& name) const { return m_folder.path() / name; }
    // `before`: what the shell does first.
    Ran exported(const std::string& arguments, const std::string& input = "area.toml",
                 const std::string& before = {}) const {
        return run("cd " + m_folder.path().string() + " && " + before + " XDG_CACHE_HOME=" + m_cache.path().string() +
                   " XDG_CONFIG_HOME=" + m_cache.path().string() + " HOME=" + m_cache.path().string() + " " +
                   OPSMAP_PROGRAM + " export " + input + " " + arguments);
    }
    // Without the area's own.
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
            if (entry.path().extension() != ".geojson" && entry.path().extension() != ".toml")
                names.push_back(entry.path().filename());
        return names;
    }
    const std::filesystem::path& cache() const { return m_cache.path(); }

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(m_folder.path() / name) << text;
    }

private:
    TemporaryFolder m_folder, m_cache;
};
