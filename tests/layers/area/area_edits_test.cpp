// SPDX-License-Identifier: Apache-2.0
// What "save to area" keeps and how it is read again, with the sentences about a file that a hand has spoilt.
#include "layers/area/area_edits.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

using namespace layers;
namespace fs = std::filesystem;

namespace {

Document area() {
    Document document;
    document.file = "/areas/unifil/unifil.toml";
    for (const char* id : {"sea", "land", "rivers"}) {
        document.layers.emplace_back();
        document.layers.back().id = id;
    }
    return document;
}

Document edited() {
    Document document = area();
    std::swap(document.layers[0], document.layers[2]);
    document.layers[1].visible = false;
    document.layers[2].opacity = 0.4;
    document.unitOffsets["a \"name\" \\ with\nشيء"] = {12.5, -1e-7};
    return document;
}

std::string errorOf(const std::string& toml) {
    const auto document = withEdits(area(), toml, "unifil.edits.toml");
    return document ? "no error" : document.error().text;
}

constexpr const char* kStart = "Cannot read edits of the area \"unifil.edits.toml\": ";

}  // namespace

TEST_CASE("edits stand beside their area") {
    CHECK(editsFileOf("/areas/unifil/unifil.toml") == "/areas/unifil/unifil.edits.toml");
}

TEST_CASE("edits laid over the same area give what was saved") {
    const auto again = withEdits(area(), editsText(area(), edited()), "unifil.edits.toml");
    REQUIRE_MESSAGE(again, again.error().text);
    CHECK(*again == edited());
}

TEST_CASE("an area without changes has edits that say nothing") {
    const std::string text = editsText(area(), area());
    CHECK(text.find('\n') == text.size() - 1);
    CHECK(*withEdits(area(), text, "unifil.edits.toml") == area());
}

TEST_CASE("layers that the area no longer has are passed over, new ones lie uppermost") {
    Document newer = area();
    newer.layers.erase(newer.layers.begin() + 1);
    newer.layers.emplace_back().id = "roads";
    const auto again = withEdits(newer, editsText(area(), edited()), "unifil.edits.toml");
    REQUIRE(again);
    REQUIRE(again->layers.size() == 3);
    CHECK(again->layers[0].id == "rivers");
    CHECK(again->layers[1].opacity == 0.4);
    CHECK(again->layers[2].id == "roads");
}

TEST_CASE("what a hand has spoilt is named with line and column") {
    CHECK(errorOf("colour = 1") == std::string(kStart) + "line 1, column 1: unknown key \"colour\" in the edits.");
    CHECK(errorOf("[[layer]]\nid = 'sea'\nvisibel = false") ==
          std::string(kStart) + "line 3, column 1: unknown key \"visibel\" in [[layer]]. Did you mean \"visible\"?");
    CHECK(errorOf("[[layer]]\nid = 'sea'\nopacity = 2").find("line 3, column 11: ") != std::string::npos);
    CHECK(errorOf("[[offset]]\nright_pt = 1").find("[[offset]]") != std::string::npos);
    CHECK(errorOf("order = ").find("line 1, column ") != std::string::npos);
}

TEST_CASE("edits are read with their area, and an area without them as it is") {
    const fs::path folder = fs::temp_directory_path() / ("opsmap-edits-test-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    std::ofstream(folder / "a.toml") << "[area]\ncrs = 'EPSG:3857'\n[[layer]]\nid = 'sea'\nsource = 'sea.kml'\n";
    CHECK(readAreaWithEdits(folder / "a.toml")->layers[0].visible);
    std::ofstream(folder / "a.edits.toml") << "[[layer]]\nid = 'sea'\nvisible = false\n";
    CHECK_FALSE(readAreaWithEdits(folder / "a.toml")->layers[0].visible);
    fs::remove(folder / "a.edits.toml");
    fs::create_directory(folder / "a.edits.toml");
    const auto refused = readAreaWithEdits(folder / "a.toml");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text ==
          "Cannot read edits of the area \"" + (folder / "a.edits.toml").string() + "\": it is a folder.");
    fs::remove_all(folder);
}
