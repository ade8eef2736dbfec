// SPDX-License-Identifier: Apache-2.0
// What needs no GL: presets, the dialog's frame and where it can be dragged.
#include "viewer/app/picture_desk.hpp"

#include <doctest/doctest.h>

using namespace viewer;

namespace {

layers::PicturePreset squarePreset() {
    layers::PicturePreset preset;
    preset.name = "square";
    preset.frame.aspect = "1:1";
    return preset;
}

struct Setup {
    Setup() {
        auto made = Projection::of("EPSG:32636");
        REQUIRE(made);
        projection = std::move(*made);
        state.stage.view = {projection.math().toMap({35.3, 33.2}), 20, {1920, 1080}};
        state.motion = resting(state.stage.view);
        state.stage.date = "2018-11-06";
        desk.choosePreset(state.document(), "");
    }
    PictureSubject subject() const { return {state, contents, projection}; }

    Paths paths;
    OpenRequest request;
    layers::Contents contents;
    Projection projection;
    ViewerState state{std::make_shared<const layers::Document>()};
    PictureDesk desk{paths, request, {squarePreset()}};
};

}  // namespace

TEST_CASE("without an area's presets the user's are there, and an unknown name chooses the first") {
    Setup setup;
    CHECK(setup.desk.preset().name == "square");
    setup.desk.choosePreset(setup.state.document(), "no such preset");
    CHECK(setup.desk.preset().name == "square");
}

TEST_CASE("the dialog opens with a frame of the preset's shape around all that the window shows") {
    Setup setup;
    CHECK_FALSE(setup.desk.dialog(setup.subject()).open);
    setup.desk.openDialog(true, setup.subject());
    const PictureDialog dialog = setup.desk.dialog(setup.subject());
    CHECK(dialog.open);
    CHECK(dialog.frame.width() == doctest::Approx(dialog.frame.height()));
    CHECK(dialog.frame.width() == doctest::Approx(1920));
    CHECK(dialog.sizeText.find("2160 × 2160 px") == 0);
    setup.desk.openDialog(false, setup.subject());
    CHECK_FALSE(setup.desk.dialogIsOpen());
}

TEST_CASE("the frame is dragged at its border, and moves with the map's metres") {
    Setup setup;
    CHECK_FALSE(setup.desk.onFrame({960, 540}, setup.subject()));
    setup.desk.openDialog(true, setup.subject());
    setup.desk.apply({.fit = true}, setup.subject());
    const layers::ScreenRect before = setup.desk.dialog(setup.subject()).frame;
    CHECK(setup.desk.onFrame({before.left + 1, (before.top + before.bottom) / 2}, setup.subject()));
    CHECK_FALSE(
        setup.desk.onFrame({(before.left + before.right) / 2, (before.top + before.bottom) / 2}, setup.subject()));
    setup.desk.moveFrame({.rightM = 200, .upM = -100});
    const layers::ScreenRect after = setup.desk.dialog(setup.subject()).frame;
    CHECK(after.left == doctest::Approx(before.left + 10));
    CHECK(after.top == doctest::Approx(before.top + 5));
}

TEST_CASE("a frame that was closed is not moved, and nothing is being made") {
    Setup setup;
    setup.desk.moveFrame({.rightM = 200, .upM = -100});
    CHECK_FALSE(setup.desk.dialogIsOpen());
    CHECK_FALSE(setup.desk.making());
    CHECK_FALSE(setup.desk.advance());
    CHECK_FALSE(setup.desk.updatePreview(setup.subject()));
}
