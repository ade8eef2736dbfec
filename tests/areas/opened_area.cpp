// SPDX-License-Identifier: Apache-2.0
#include "tests/areas/opened_area.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "geodata/link/link.hpp"
#include "layers/area/area.hpp"
#include "layers/orbat/orbat.hpp"
#include "viewer/workspace/projection.hpp"
#include "viewer/workspace/sources.hpp"

namespace areas {
namespace fs = std::filesystem;
namespace {

void takeState(OpenedArea& area, const std::string& layer, const viewer::SourceState& state) {
    if (state.error) area.problems.push_back(fmt::format("{}: {}", layer, state.error->text));
    for (const geodata::Warning& warning : state.warnings)
        area.problems.push_back(fmt::format("{}: {}", layer, warning.text));
}

}  // namespace

std::set<std::string> OpenedArea::unitsOn(const std::string& date) const {
    const auto projection = viewer::Projection::of(document.crs);
    const geodata::MapBox home = projection->boxOf(*document.home);
    std::set<std::string> found;
    for (const layers::LayerSpec& layer : document.layers) {
        if (layer.kind != layers::LayerKind::units || !stores.contains(layer.id)) continue;
        for (const layers::Unit& unit : layers::buildOrbat(*stores.at(layer.id)).units)
            if (unit.position && layers::validOn(unit, date) && home.contains(*unit.position)) found.insert(unit.id);
    }
    return found;
}

std::vector<fs::path> areaFiles() {
    std::vector<fs::path> found;
    for (const auto& folder : fs::directory_iterator(fs::path(OPSMAP_SOURCE_DIR) / "areas")) {
        const fs::path file = folder.path() / (folder.path().filename().string() + ".toml");
        if (fs::exists(file)) found.push_back(file);
    }
    std::sort(found.begin(), found.end());
    return found;
}

OpenedArea openArea(const fs::path& areaFile) {
    auto document = layers::readAreaFile(areaFile);
    REQUIRE_MESSAGE(document, document.error().text);
    OpenedArea area{std::move(*document), {}, {}};
    geodata::Link link({.loaderProgram = OPSMAP_LOADER,
                        .cacheFolder = fs::temp_directory_path() / "opsmap-area-tests",
                        .limits = {},
                        .wake = {}});
    viewer::Sources sources(link);
    sources.open(area.document);
    sources.waitForAll();
    for (const layers::LayerSpec& layer : area.document.layers)
        if (const auto* state = sources.state(layer.id)) takeState(area, layer.id, *state);
    for (const auto& [layer, content] : sources.contents())
        if (!content.stores.empty()) area.stores[layer] = content.stores.front();
    return area;
}

OpenedArea openBundled(const std::string& name) {
    return openArea(fs::path(OPSMAP_SOURCE_DIR) / "areas" / name / (name + ".toml"));
}

}  // namespace areas
