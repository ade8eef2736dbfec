// SPDX-License-Identifier: Apache-2.0
// Every bundled area, opened by the real programs: nothing refused, nothing left out, no layer empty, and the sentences
// that a UN audience must find in the margin.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "tests/areas/opened_area.hpp"
#include "viewer/workspace/projection.hpp"

using namespace areas;

namespace {

namespace fs = std::filesystem;
using layers::LayerKind;

std::string shown(const std::vector<std::string>& sentences) { return fmt::format("{}", fmt::join(sentences, "\n")); }

bool hasPosition(const geodata::Store& store) {
    for (std::uint32_t i = 0; i < store.size(); ++i)
        if (store.feature(i).kind() != geodata::GeometryKind::none) return true;
    return false;
}

void checkLayer(const OpenedArea& area, const layers::LayerSpec& layer) {
    CAPTURE(layer.id);
    CHECK_FALSE(layer.title.empty());
    CHECK_FALSE(layer.group.empty());
    if (layer.kind == LayerKind::graticule) return;
    REQUIRE(area.stores.contains(layer.id));
    CHECK(area.stores.at(layer.id)->size() > 0);
    CHECK(hasPosition(*area.stores.at(layer.id)));
    for (const std::string& field :
         {layer.style.label.field, layer.style.label.arabicField, layer.style.label.rankField})
        CHECK_MESSAGE((field.empty() || area.stores.at(layer.id)->column(field)), "no column ", field);
}

// The panel shows layers in their order: a group whose layers do not follow each other would stand there twice.
void checkGroups(const layers::Document& document) {
    std::vector<std::string> groups;
    for (const layers::LayerSpec& layer : document.layers) {
        if (!groups.empty() && groups.back() == layer.group) continue;
        CHECK_MESSAGE(std::ranges::find(groups, layer.group) == groups.end(), layer.group, " stands twice");
        groups.push_back(layer.group);
    }
}

bool coversHome(const OpenedArea& area) {
    const geodata::MapBox home = viewer::Projection::of(area.document.crs)->boxOf(*area.document.home);
    geodata::MapBox all;
    for (const auto& [layer, store] : area.stores) all = geodata::united(all, store->box());
    return all.contains(home.min) && all.contains(home.max);
}

}  // namespace

TEST_CASE("UNIFIL, MINURSO, Iraq and the world are bundled") {
    std::vector<std::string> names;
    for (const fs::path& file : areaFiles()) names.push_back(file.stem());
    CHECK(names == std::vector<std::string>{"iraq-2003-2008", "minurso", "unifil", "world"});
}

TEST_CASE("each area is read whole, and every layer of it holds something") {
    for (const fs::path& file : areaFiles()) {
        CAPTURE(file);
        const OpenedArea area = openArea(file);
        CHECK_MESSAGE(area.problems.empty(), shown(area.problems));
        for (const layers::LayerSpec& layer : area.document.layers) checkLayer(area, layer);
        checkGroups(area.document);
    }
}

TEST_CASE("each area has a home view inside its data, a disclaimer, its sources, and its folder names them") {
    for (const fs::path& file : areaFiles()) {
        CAPTURE(file);
        const OpenedArea area = openArea(file);
        REQUIRE(area.document.home);
        CHECK(coversHome(area));
        CHECK(area.document.disclaimer.find("do not imply official endorsement or acceptance by the United Nations") !=
              std::string::npos);
        CHECK(fs::exists(file.parent_path() / "SOURCES.md"));
        CHECK(fs::exists(file.parent_path() / "rebuild.sh"));
        for (const layers::LayerSpec& layer : area.document.layers)
            if (layer.kind == LayerKind::units) CHECK_MESSAGE(!layer.asOf.empty(), layer.id);
    }
}

TEST_CASE("each theme leaves the map a base") {
    for (const fs::path& file : areaFiles()) {
        const layers::Document document = openArea(file).document;
        for (const layers::Theme& theme : document.themes) {
            CAPTURE(theme.name);
            CHECK(std::find(theme.layers.begin(), theme.layers.end(), "land") != theme.layers.end());
            CHECK(std::find(theme.layers.begin(), theme.layers.end(), "coast") != theme.layers.end());
        }
    }
}

TEST_CASE("opsmap check finds nothing to complain of") {
    for (const fs::path& file : areaFiles())
        CHECK_MESSAGE(
            std::system(fmt::format("'{}' check '{}' >/dev/null", OPSMAP_PROGRAM, file.string()).c_str()) == 0, file);
}
