// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/picture_notes.hpp"

#include <doctest/doctest.h>

#include <map>

#include "layers/area/area_edits.hpp"
#include "viewer/session/session.hpp"

namespace {

const viewer::PortablePlace kPlace{"/home/anna/pictures", "/usr/share/opsmap/areas", "/home/anna"};

layers::Document area() {
    layers::Document document;
    document.title = "Süd-Libanon";
    document.file = "/home/anna/areas/a.toml";
    document.crs = "EPSG:32636";
    for (const char* id : {"land", "sea", "units"}) document.layers.emplace_back().id = id;
    document.layers[1].visible = false;
    document.layers[2].opacity = 0.4;
    document.unitOffsets["bn"] = {3, -4};
    return document;
}

layers::Stage stage() {
    layers::Stage stage;
    stage.view = {{700'000.1, 3'700'000.3}, 12.5, {1920, 1080}};
    stage.date = "2018-11-06";
    stage.compareDate = "2018-10-01";
    stage.gridKind = layers::GridKind::mgrs;
    stage.marginalia.subtitle = "evening";
    stage.dpi = 300;
    return stage;
}

std::map<std::string, std::string> notes(const layers::Document& document, const layers::Stage& stage) {
    const auto list = viewer::notesOf(document, stage, {}, kPlace);
    return {list.begin(), list.end()};
}

}  // namespace

TEST_CASE("a picture says which area, day, layers, grid and exact extent it shows, and nothing that is empty") {
    auto said = notes(area(), stage());
    CHECK(said.at("Title") == "Süd-Libanon");
    CHECK(said.at("opsmap-area") == "../areas/a.toml");
    CHECK(said.at("opsmap-date") == "2018-11-06");
    CHECK(said.at("opsmap-layers") == "land,units");
    CHECK(said.at("opsmap-grid") == "mgrs");
    CHECK_FALSE(said.contains("opsmap-marking"));
    CHECK(std::stod(said.at("opsmap-extent")) == stage().view.box().min.x);
    layers::Stage bare = stage();
    bare.grid = false;
    CHECK(notes(area(), bare).at("opsmap-grid") == "none");
}

TEST_CASE("what stands in a picture brings back stage and layers, and nobody's home") {
    const auto said = notes(area(), stage());
    const auto session = viewer::parseSession(said.at("opsmap-session"), "p.png");
    REQUIRE(session);
    CHECK(session->stage == stage());
    CHECK(session->files == std::vector<std::filesystem::path>{"../areas/a.toml"});
    CHECK(session->crs == "EPSG:32636");
    layers::Document other = area();  // in which somebody has switched since
    for (layers::LayerSpec& layer : other.layers) layer.visible = !layer.visible, layer.opacity = 0.9;
    other.unitOffsets = {{"coy", {1, 1}}};
    const auto back = layers::withEdits(viewer::bareOf(other), said.at("opsmap-edits"), "p.png");
    REQUIRE(back);
    CHECK(*back == area());
    for (const auto& [key, text] : said) CHECK(text.find("anna") == std::string::npos);
}
