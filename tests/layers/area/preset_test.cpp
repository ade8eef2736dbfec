// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "layers/area/area.hpp"

namespace {

geodata::Result<layers::Document> areaWith(const std::string& preset) {
    return layers::parseArea("[area]\ncrs = \"EPSG:32636\"\n" + preset, "/areas/a.toml");
}
std::string errorOf(const std::string& preset) {
    const auto area = areaWith(preset);
    return area ? "" : area.error().text;
}

}  // namespace

TEST_CASE("a preset of the area file is read whole") {
    const auto area = areaWith(R"([[preset]]
name = "wall"
title = "Situation"
paper = "A3"
portrait = true
dpi = 150
scale = "round"
extent = [35, 33, 36, 34]
formats = ["pdf", "png"]
marginalia = ["+as-of", "-north"]
legend = true
grid = "mgrs"
subtitle = "evening"
note = "sure"
marking = "RESTRICTED"
[[preset]]
name = "screen"
size = "3840x2160"
scale = 50000
)");
    REQUIRE(area);
    REQUIRE(area->presets.size() == 2);
    const layers::PicturePreset& wall = area->presets[0];
    CHECK(wall.title == "Situation");
    CHECK(wall.frame == layers::PictureFrame{.paper = "A3",
                                             .portrait = true,
                                             .dpi = 150,
                                             .roundScale = true,
                                             .extent = geodata::LonLatBox{35, 33, 36, 34}});
    CHECK(wall.formats == std::vector<std::string>{"pdf", "png"});
    CHECK(wall.marginalia == std::vector<std::string>{"+as-of", "-north"});
    CHECK(wall.subtitle == "evening");
    CHECK(wall.note == "sure");
    CHECK(wall.marking == "RESTRICTED");
    CHECK(wall.legend == true);
    CHECK(wall.grid == layers::GridChoice{true, layers::GridKind::mgrs});
    const layers::PicturePreset& screen = area->presets[1];
    CHECK(screen.frame == layers::PictureFrame{.size = layers::ScreenSize{3840, 2160}, .scale = 50000});
    CHECK(screen.formats == std::vector<std::string>{"png"});
    CHECK_FALSE(screen.grid);
}

TEST_CASE("what is wrong with a preset is named with its place") {
    CHECK(errorOf("[[preset]]\nsize = \"1x1\"").find("[[preset]] has no \"name\"") != std::string::npos);
    CHECK(errorOf("[[preset]]\nname = \"a\"\nsize = \"1x1\"")
              .find("line 5, column 8: \"size\" must be \"WIDTHxHEIGHT\"") != std::string::npos);
    CHECK(errorOf("[[preset]]\nname = \"a\"\npaper = \"B5\"").find("\"paper\" must be \"A4\", \"A3\"") !=
          std::string::npos);
    CHECK(errorOf("[[preset]]\nname = \"a\"\npaper = \"A4\"\naspect = \"1:1\"").find("it says its size twice") !=
          std::string::npos);
    CHECK(errorOf("[[preset]]\nname = \"a\"\npaper = \"A0\"\ndpi = 1200").find("larger than 16384") !=
          std::string::npos);
    CHECK(errorOf("[[preset]]\nname = \"a\"\nscale = \"rund\"").find("\"scale\" must be the n of 1:n, or \"round\"") !=
          std::string::npos);
    CHECK(errorOf("[[preset]]\nname = \"a\"\nformats = [\"gif\"]").find("\"gif\" is no format of pictures") !=
          std::string::npos);
    CHECK(errorOf("[[preset]]\nname = \"a\"\nmarginalia = [\"nord\"]").find("\"nord\": it is none of the marginalia") !=
          std::string::npos);
    CHECK(errorOf("[[preset]]\nname = \"a\"\n[[preset]]\nname = \"a\"").find("a second preset has the name \"a\"") !=
          std::string::npos);
    CHECK(errorOf("[[preset]]\nname = \"a\"\nmarkng = \"x\"").find("Did you mean \"marking\"?") != std::string::npos);
}

TEST_CASE("a size is two whole numbers of pixels with an x between them") {
    const auto sizeOfPreset = [](const std::string& size) {
        const auto area = areaWith("[[preset]]\nname = \"a\"\nsize = \"" + size + "\"");
        return area ? area->presets[0].frame.size : std::nullopt;
    };
    CHECK(sizeOfPreset("16x16384") == layers::ScreenSize{16, 16384});
    for (const char* wrong : {"", "x", "100", "100x", "x100", "100x15", "15x100", "16385x100", "100X100", "100 x 100",
                              "100x100x100", "-100x100", "+100x100", "100x100px", "1e2x100", "99999999999x100"})
        CHECK_MESSAGE(!sizeOfPreset(wrong), wrong);
}

TEST_CASE("an extent is four degrees with the south below the north; across 180° the west is larger") {
    const auto extentOf = [](const std::string& extent) {
        const auto area = areaWith("[[preset]]\nname = \"a\"\nextent = " + extent);
        return area ? area->presets[0].frame.extent : std::nullopt;
    };
    CHECK(extentOf("[35, 33, 36, 34]") == geodata::LonLatBox{35, 33, 36, 34});
    CHECK(extentOf("[170, -20, -170, -10]") == geodata::LonLatBox{170, -20, -170, -10});
    CHECK(extentOf("[-180, -90, 180, 90]") == geodata::LonLatBox{-180, -90, 180, 90});
    for (const char* wrong : {"[]", "[35, 33, 36]", "[35, 33, 36, 34, 1]", "[35, 34, 36, 33]", "[35, 33, 36, 33]",
                              "[35, -91, 36, 0]", "[35, 0, 36, 91]", "[181, 0, 182, 1]", "\"35 33 36 34\"", "35"})
        CHECK_MESSAGE(!extentOf(wrong), wrong);
    CHECK(errorOf("[[preset]]\nname = \"a\"\nextent = [35, 34, 36, 33]")
              .find("\"extent\" must be [west, south, east, north] in degrees, south below north") !=
          std::string::npos);
}

TEST_CASE("each grid and each format that a preset can have is taken, and a wrong one changes nothing") {
    const auto preset = [](const std::string& line) {
        const auto area = areaWith("[[preset]]\nname = \"a\"\n" + line);
        REQUIRE_MESSAGE(area, area.error().text);
        return area->presets[0];
    };
    using layers::GridChoice;
    using layers::GridKind;
    CHECK(preset("grid = \"geo\"").grid == GridChoice{true, GridKind::geo});
    CHECK(preset("grid = \"utm\"").grid == GridChoice{true, GridKind::utm});
    CHECK_FALSE(preset("grid = \"none\"").grid->shown);
    CHECK(preset("formats = [\"jpg\", \"webp\", \"tif\", \"pdf\", \"png\"]").formats.size() == 5);
    CHECK(preset("formats = []").formats == std::vector<std::string>{"png"});
    CHECK(preset("legend = false").legend == false);
    CHECK_FALSE(preset("").legend.has_value());
    CHECK(preset("scale = 50000").frame.scale == 50000);
    CHECK_FALSE(preset("scale = 50000").frame.roundScale);
    CHECK(errorOf("[[preset]]\nname = \"a\"\nscale = 0.5").find("\"scale\" must be between 1 and") !=
          std::string::npos);
    CHECK(errorOf("[[preset]]\nname = \"a\"\ndpi = 20").find("\"dpi\" must be between 30 and 2400") !=
          std::string::npos);
    CHECK(errorOf("[[preset]]\nname = \"a\"\ngrid = \"degrees\"").find("\"grid\" must be \"none\", \"geo\"") !=
          std::string::npos);
}
