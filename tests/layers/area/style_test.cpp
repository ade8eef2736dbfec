// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "layers/area/area.hpp"

using namespace layers;

namespace {

Style styleOf(const std::string& lines) {
    const auto area =
        parseArea("[area]\ncrs='EPSG:3857'\n[[layer]]\nid='a'\nsource='a'\n[layer.style]\n" + lines, "a.toml");
    REQUIRE_MESSAGE(area, area.error().text);
    return area->layers[0].style;
}

}  // namespace

TEST_CASE("a layer without style has the style of a value") { CHECK(styleOf("") == Style{}); }

TEST_CASE("fill takes its opacity as alpha, none fills nothing") {
    CHECK(styleOf("fill='#ff0000'\nfill-opacity=0.5").fill == Rgba{255, 0, 0, 128});
    CHECK(styleOf("fill-opacity=0.5\nfill='#ff000080'").fill == Rgba{255, 0, 0, 64});
    CHECK_FALSE(styleOf("fill='none'").fill.has_value());
    CHECK_FALSE(styleOf("fill-opacity=0.5").fill.has_value());
}

TEST_CASE("stroke, casing and marker have a size without one being given, as in SVG") {
    CHECK(styleOf("stroke='red'").line.widthPt == 1);
    CHECK(styleOf("stroke='red'\nstroke-width=0").line.widthPt == 0);
    CHECK(styleOf("stroke='none'").line.widthPt == 0);
    CHECK(styleOf("casing='white'").line.casingPt == 1);
    CHECK(styleOf("marker='square'").markerSizePt == 6);
    CHECK(styleOf("stroke-opacity=0.5\nstroke='black'").line.color.a == 128);
}

TEST_CASE("dashes of an odd number run twice") {
    CHECK(styleOf("stroke-dasharray=[4, 2]").line.dashPt == std::vector<double>{4, 2});
    CHECK(styleOf("stroke-dasharray=[4, 2.5, 1]").line.dashPt == std::vector<double>{4, 2.5, 1, 4, 2.5, 1});
    CHECK(styleOf("stroke-dasharray=[]").line.dashPt.empty());
}

TEST_CASE("each style key reaches its value") {
    const Style s = styleOf(R"(
fill = "#010203"
pattern = "back-hatch"
pattern-color = "red"
pattern-spacing = 7
pattern-width = 2
stroke = "blue"
stroke-width = 1.5
stroke-linejoin = "miter"
stroke-linecap = "round"
casing = "#fff"
casing-width = 3
boundary = "army group"
boundary-left = "A"
boundary-right = "B"
boundary-spacing = 300
boundary-size = 12
approximate = true
marker = "diamond"
marker-size = 9
marker-color = "lime"
marker-stroke = "black"
marker-stroke-width = 0.5
label = "name"
label-ar = "name_ar"
label-rank = "rank"
label-size = 11
label-color = "navy"
label-halo = "#ffffff80"
label-halo-width = 2
label-spacing = 0.1
label-font = "italic"
label-placement = "line"
label-priority = -5
label-transform = "uppercase"
symbol-size = 30
)");
    Style expected;
    expected.fill = Rgba{1, 2, 3, 255};
    expected.hatch = Hatch::backDiagonal;
    expected.hatchColor = {255, 0, 0, 255};
    expected.hatchSpacingPt = 7;
    expected.hatchWidthPt = 2;
    expected.line = {{0, 0, 255, 255}, 1.5, {}, LineJoin::mitre, LineCap::round, {255, 255, 255, 255}, 3};
    expected.boundary = {"army group", "A", "B", true, 300, 12};
    expected.marker = Marker::diamond;
    expected.markerSizePt = 9;
    expected.markerColor = {0, 255, 0, 255};
    expected.markerStroke = {0, 0, 0, 255};
    expected.markerStrokePt = 0.5;
    expected.label = {"name",
                      "name_ar",
                      "rank",
                      11,
                      {0, 0, 128, 255},
                      {255, 255, 255, 128},
                      2,
                      0.1,
                      FontFace::italic,
                      LabelPlacement::line,
                      -5,
                      true};
    expected.symbolSizePt = 30;
    CHECK(s == expected);
}

TEST_CASE("the words of a choice mean what they say") {
    CHECK(styleOf("pattern='hatch'").hatch == Hatch::diagonal);
    CHECK(styleOf("pattern='cross'").hatch == Hatch::cross);
    CHECK(styleOf("pattern='none'").hatch == Hatch::none);
    CHECK(styleOf("stroke-linejoin='mitre'").line.join == LineJoin::mitre);
    CHECK(styleOf("stroke-linejoin='round'").line.join == LineJoin::round);
    CHECK(styleOf("label-placement='area'").label.placement == LabelPlacement::area);
    CHECK_FALSE(styleOf("label-transform='none'").label.upperCase);
}

TEST_CASE("a line has as many dashes as are drawn, and no more") {
    const auto errorOf = [](const std::string& dashes) {
        const auto area = parseArea(
            "[area]\ncrs='EPSG:3857'\n[[layer]]\nid='a'\nsource='a'\n[layer.style]\n"
            "stroke-dasharray=" +
                dashes,
            "a.toml");
        return area ? std::string() : area.error().text;
    };
    CHECK(errorOf("[1, 2, 3, 4, 5, 6, 7, 8]").empty());
    CHECK(errorOf("[1, 2, 3]").empty());
    for (const char* dashes : {"[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", "[1, 2, 3, 4, 5]"}) {
        CHECK_MESSAGE(errorOf(dashes).find("\"stroke-dasharray\" must hold at most 8 lengths") != std::string::npos,
                      dashes);
    }
}
