// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "tests/viewer/panels/driven_panels.hpp"

using namespace panels_test;

namespace {

const layers::ScreenRect kPanel{1400, 0, 1920, 1080};
const layers::ScreenPoint kPreset{1719, 72}, k16to9{1616, 373}, kA4{1769, 373}, kScale{1661, 409}, kJpeg{1647, 436},
    kPng{1580, 436}, kTitle{1719, 607}, kMarking{1719, 715}, kSave{1719, 747};

std::unique_ptr<DrivenPanels> fresh() {
    auto panels = std::make_unique<DrivenPanels>();
    panels->show = {.layers = false};
    panels->picture.open = true;
    panels->rest();
    return panels;
}

// With the lines that a paper has besides.
std::unique_ptr<DrivenPanels> onPaper() {
    auto panels = fresh();
    panels->picture.preset.frame.paper = "A4";
    panels->rest();
    return panels;
}

}  // namespace

TEST_CASE("every button of the picture dialog does what it says") {
    CHECK(everyButton(fresh, kPanel) ==
          "close picture, preset:16:9, preset:4:3, preset:1:1, preset:A4 300 dpi, preset:A3 300 dpi, "
          "preset:A0 300 dpi, fit frame, preset: formats=png+jpg, preset: formats=png+webp, preset: formats=png+tif, "
          "preset: formats=png+pdf, preset: marginalia=date+scale-bar+north+sources+disclaimer, "
          "preset: marginalia=title+scale-bar+north+sources+disclaimer, "
          "preset: marginalia=title+date+north+sources+disclaimer, "
          "preset: marginalia=title+date+scale-bar+sources+disclaimer, "
          "preset: marginalia=title+date+scale-bar+north+disclaimer, "
          "preset: marginalia=title+date+scale-bar+north+sources, "
          "preset: marginalia=title+date+scale-bar+north+sources+disclaimer+as-of, "
          "preset: marginalia=title+date+scale-bar+north+sources+disclaimer+unit-table, "
          "preset: marginalia=title+date+scale-bar+north+sources+disclaimer+locator, preset: legend, "
          "preset: grid false 0, preset: grid true 1, preset: grid true 2, make picture");
}

TEST_CASE("a paper is upright or not, and has a number of points to an inch") {
    CHECK(everyButton(onPaper, {1400, 385, 1920, 430}) == "preset:A4 portrait, preset:A4 150 dpi, preset:A4 600 dpi");
}

TEST_CASE("one format is made in any case, and others come and go") {
    const auto panels = fresh();
    CHECK(panels->click(kPng).empty());
    CHECK(line(panels->click(kJpeg)) == "preset: formats=png+jpg");
    CHECK(line(panels->click(kPng)) == "preset: formats=jpg");
    CHECK(panels->click(kJpeg).empty());
}

TEST_CASE("a scale is picked from its list: from the frame, rounded, or a number") {
    const auto panels = fresh();
    const auto pick = [&](int n) {
        panels->click(kScale);
        return line(panels->click({1661, 409 + 14 + 7 + 28.0 * n + 14}));
    };
    CHECK(pick(1) == "preset: rounded");
    CHECK(pick(4) == "preset: 1:50000");
    CHECK(pick(0) == "preset:");
}

TEST_CASE("another preset is chosen by its name") {
    const auto panels = fresh();
    panels->click(kPreset);
    CHECK(line(panels->click({1719, 72 + 14 + 7 + 28 + 14})) == "choose wall");
}

TEST_CASE("texts of the picture are typed letter by letter") {
    const auto panels = fresh();
    panels->click(kTitle);
    CHECK(panels->last.wantsKeyboard);
    panels->type("Sector East");
    CHECK(panels->picture.preset.title == "Sector East");
    panels->click(kMarking);
    panels->type("X");
    CHECK(panels->picture.preset.marking == "X");
    CHECK(panels->picture.preset.title == "Sector East");
}

TEST_CASE("while a picture is made its button is to cancel") {
    const auto panels = fresh();
    CHECK(line(panels->click(kSave)) == "make picture");
    panels->picture.progress = 0.4;
    panels->rest();
    CHECK(panels->click({1620, 750}).empty());  // the bar
    CHECK(line(panels->click({1840, 750})) == "give up picture");
}

TEST_CASE("the preview's place is told when there is one, and not while a list would lie under it") {
    const auto panels = fresh();
    CHECK_FALSE(panels->last.previewAt);
    panels->picture.previewSize = {200, 112};
    panels->rest();
    REQUIRE(panels->last.previewAt);
    CHECK(panels->last.previewAt->x > 1500);
    CHECK(panels->last.previewAt->y > 80);
    panels->click(kPreset);
    CHECK_FALSE(panels->last.previewAt);
    panels->key(sf::Keyboard::Escape);
    CHECK(panels->last.previewAt);
    panels->show.sheet = true;
    panels->rest();
    CHECK_FALSE(panels->last.previewAt);
}

TEST_CASE("the dialog stands where a unit's card would, and the card does not") {
    const auto panels = fresh();
    panels->stage.selectedUnit = "ind";
    panels->rest();
    CHECK(panels->spots({1520, 0, 1920, 54}).size() == 1);  // the dialog's cross
    CHECK(line(panels->clickSpot({1520, 0, 1920, 54}, 0)) == "close picture");
}
