#include "viewer/export/preset.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/own_folder.hpp"

using namespace viewer;
using layers::PicturePreset;

namespace {

PicturePreset named(const char* name) {
    PicturePreset preset;
    preset.name = name;
    return preset;
}

}  // namespace

TEST_CASE("the user's preset stands in the place of the area's of that name, and there is always one") {
    layers::Document document;
    document.presets = {named("a"), named("b")};
    PicturePreset mine = named("b");
    mine.title = "mine";
    const auto presets = presetsOf(document, {mine, named("c")});
    REQUIRE(presets.size() == 3);
    CHECK(presets[1].title == "mine");
    CHECK(presetNamed(presets, "")->name == "a");
    CHECK_FALSE(presetNamed(presets, "d"));
    REQUIRE(presetsOf({}, {}).size() == 1);
    CHECK(presetsOf({}, {})[0].frame == layers::PictureFrame{});
}

TEST_CASE("a preset never lowers the marking, nor does the command line") {
    layers::Stage stage;
    stage.marginalia.marking = "SECRET";
    stage.marginalia.note = "mine";
    PicturePreset preset = named("a");
    preset.marginalia.marking = "RESTRICTED";
    preset.marginalia.title = false;
    const layers::Stage worn = dressed(stage, preset);
    CHECK(worn.marginalia.marking == "SECRET");
    CHECK(worn.marginalia.note == "mine");
    CHECK_FALSE(worn.marginalia.title);
    CommandLine line;
    line.marking = "UNCLASSIFIED";
    CHECK(dressed(worn, line)->marginalia.marking == "SECRET");
    line.marking = "TOP SECRET";
    CHECK(dressed(worn, line)->marginalia.marking == "TOP SECRET");
}

TEST_CASE("a picture is named after hour, area and marking, and never after one that is there") {
    layers::Document document;
    document.id = "unifil";
    document.marking = "UN Restricted / Rel. to A";
    CHECK(pictureStem(document, {}, 1795703520) == "261432ZNOV26-unifil-UN-RESTRICTED-REL-TO-A");
    document.marking.clear();
    document.id.clear();
    CHECK(pictureStem(document, {}, 1795703520) == "261432ZNOV26-map");
    const OwnFolder folder;
    CHECK(freeStem(folder.path(), "a", {"png", "pdf"}) == "a");
    std::ofstream(folder.path() / "a.pdf") << "x";
    CHECK(freeStem(folder.path(), "a", {"png", "pdf"}) == "a-2");
    std::ofstream(folder.path() / "a-2.png") << "x";
    CHECK(freeStem(folder.path(), "a", {"png", "pdf"}) == "a-3");
}
