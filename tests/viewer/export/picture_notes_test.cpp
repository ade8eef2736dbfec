#include "viewer/export/picture_notes.hpp"

#include <doctest/doctest.h>

#include <map>

TEST_CASE("a picture says which area, day, layers, grid and exact extent it shows, and nothing that is empty") {
    layers::Document document;
    document.title = "Süd-Libanon";
    document.file = "/areas/a.toml";
    document.crs = "EPSG:32636";
    for (const char* id : {"land", "sea", "units"}) document.layers.emplace_back().id = id;
    document.layers[1].visible = false;
    layers::Stage stage;
    stage.view = {{700'000.1, 3'700'000.3}, 12.5, {1920, 1080}};
    stage.date = "2018-11-06";
    stage.gridKind = layers::GridKind::mgrs;
    const auto list = viewer::notesOf(document, stage);
    const std::map<std::string, std::string> notes(list.begin(), list.end());
    CHECK(notes.at("Title") == "Süd-Libanon");
    CHECK(notes.at("opsmap-area") == "/areas/a.toml");
    CHECK(notes.at("opsmap-date") == "2018-11-06");
    CHECK(notes.at("opsmap-layers") == "land,units");
    CHECK(notes.at("opsmap-grid") == "mgrs");
    CHECK_FALSE(notes.contains("opsmap-marking"));
    CHECK(std::stod(notes.at("opsmap-extent")) == stage.view.box().min.x);
    stage.grid = false;
    for (const auto& [key, text] : viewer::notesOf(document, stage))
        if (key == "opsmap-grid") CHECK(text == "none");
}
