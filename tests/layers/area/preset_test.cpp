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
