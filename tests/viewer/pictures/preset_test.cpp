// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/preset.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/temporary_folder.hpp"

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
    preset.marking = "RESTRICTED";
    preset.marginalia = {"-title"};
    const layers::Stage worn = withPresetMarginalia(stage, preset);
    CHECK(worn.marginalia.marking == "SECRET");
    CHECK(worn.marginalia.note == "mine");
    CHECK_FALSE(worn.marginalia.title);
    PictureRequest request;
    request.marking = "UNCLASSIFIED";
    CHECK(withRequestedMarginalia(worn, {}, request)->marginalia.marking == "SECRET");
    request.marking = "TOP SECRET";
    CHECK(withRequestedMarginalia(worn, {}, request)->marginalia.marking == "TOP SECRET");
}

TEST_CASE("a picture is named after hour, area and marking, and never after one that is there") {
    layers::Document document;
    document.id = "unifil";
    document.marking = "UN Restricted / Rel. to A";
    CHECK(pictureStem(document, {}, 1795703520) == "261432ZNOV26-unifil-UN-RESTRICTED-REL-TO-A");
    document.marking.clear();
    document.id.clear();
    CHECK(pictureStem(document, {}, 1795703520) == "261432ZNOV26-map");
    const TemporaryFolder folder;
    CHECK(freeStem(folder.path(), "a", {"png", "pdf"}) == "a");
    std::ofstream(folder.path() / "a.pdf") << "x";
    CHECK(freeStem(folder.path(), "a", {"png", "pdf"}) == "a-2");
    std::ofstream(folder.path() / "a-2.png") << "x";
    CHECK(freeStem(folder.path(), "a", {"png", "pdf"}) == "a-3");
}

TEST_CASE("a preview is the picture, shrunk: the same extent, scale on paper and sizes to its own") {
    layers::Stage stage;
    stage.view = {{10, 20}, 8, {3508, 4961}};
    stage.dpi = 300;
    const layers::Stage small = previewOf(stage, {352, 200});
    CHECK(small.view.size == layers::ScreenSize{141, 200});
    CHECK(small.scale() == doctest::Approx(stage.scale()));
    CHECK(small.view.box().height() == doctest::Approx(stage.view.box().height()));
    CHECK(small.factor() / small.view.size.height == doctest::Approx(stage.factor() / stage.view.size.height));
    stage.dpi = 0;
    stage.view.size = {3840, 2160};
    CHECK(previewOf(stage, {384, 500}).factor() == doctest::Approx(stage.factor() / 10));
    CHECK(previewOf(stage, {384, 500}).shrunk == doctest::Approx(0.1));
}

TEST_CASE("nothing is selected in a preset's picture, and its frame is the preset's") {
    layers::Stage stage;
    stage.view = {{10, 20}, 8, {1920, 1080}};
    stage.selectedUnit = stage.hoveredUnit = stage.openStack = "bn";
    PicturePreset preset = named("a");
    preset.frame.scale = 50'000;
    preset.frame.paper = "A4";
    const layers::Stage picture = pictureStage(stage, preset, *layers::sizeOf(preset.frame, stage.view.size));
    CHECK(picture.selectedUnit + picture.hoveredUnit + picture.openStack == "");
    CHECK(picture.scale() == doctest::Approx(50'000));
    CHECK(picture.view.size == layers::ScreenSize{3508, 2480});
}
