// SPDX-License-Identifier: Apache-2.0
#include "layers/area/area.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace layers;
namespace fs = std::filesystem;

namespace {

constexpr const char* kFull = R"(# Everything that an area file may say
[area]
title = "UNIFIL, 6 November 2018"
crs = "EPSG:32636"
home = [35.0, 33.0, 35.9, 33.6]
date = 2018-11-06
marking = "UNCLASSIFIED"
disclaimer = "Boundaries shown do not imply endorsement."
as_of = "approximate, from public sources"
background = "#abc"
timeline = "../events.csv"
amplifiers = "name-and-higher"
symbol_colors = "dark"

[[layer]]
id = "land"
title = "Land"
group = "Base"
source = "data/base.gpkg"
table = "land"
where = "area > 10"
crs = "EPSG:4326"
encoding = "CP1256"
visible = false
opacity = 0.5
min_scale = 10_000
max_scale = 5e6
valid_from = 2018-10-31
valid_to = "2019-05-15"
key = 1
marking = "M"
as_of = 2018-11-01
attribution = "GSHHG"
style = { fill = "#f5f3ee", stroke = "gray" }

[[layer]]
id = "units"
kind = "units"
source = "/srv/units.csv"
columns = { name = "Bezeichnung", lat = "Breite" }
[layer.style]
symbol-size = 25

[[layer]]
id = "grid"
kind = "graticule"

[[theme]]
name = "brief"
title = "For the briefing"
layers = ["land", "units"]

[[slide]]
title = "Start"
notes = "Say hello. Then go on."
extent = [179, -10, -179, 10]
layers = ["grid"]
date = "2018-10-31"
)";

Document full() {
    const auto area = parseArea(kFull, "/areas/unifil/unifil.toml");
    REQUIRE_MESSAGE(area, area.error().text);
    return *area;
}

struct TemporaryFolder {
    fs::path path = fs::temp_directory_path() / ("opsmap-area-test-" + std::to_string(::getpid()));
    TemporaryFolder() { fs::create_directories(path); }
    ~TemporaryFolder() { fs::remove_all(path); }
    fs::path write(const std::string& name, const std::string& content) const {
        std::ofstream(path / name, std::ios::binary) << content;
        return path / name;
    }
};

std::string errorOf(const fs::path& file) {
    const auto area = readAreaFile(file);
    return area ? "" : area.error().text;
}

}  // namespace

TEST_CASE("an area file becomes a document") {
    const Document area = full();
    CHECK(area.file == "/areas/unifil/unifil.toml");
    CHECK(area.id == "unifil");
    CHECK(area.title == "UNIFIL, 6 November 2018");
    CHECK(area.crs == "EPSG:32636");
    CHECK(area.home == LonLatBox{35.0, 33.0, 35.9, 33.6});
    CHECK(area.date == "2018-11-06");
    CHECK(area.marking == "UNCLASSIFIED");
    CHECK(area.disclaimer == "Boundaries shown do not imply endorsement.");
    CHECK(area.asOf == "approximate, from public sources");
    CHECK(area.timeline.is_absolute());
    CHECK(area.timeline.filename() == "events.csv");
    CHECK(area.background == "#aabbcc");
    CHECK(area.amplifiers == Amplifiers::nameAndHigher);
    CHECK(area.symbolColors == SymbolColors::dark);
    CHECK(area.themes == std::vector<Theme>{{"brief", "For the briefing", {"land", "units"}}});
}

TEST_CASE("a layer's keys reach the layer") {
    LayerSpec expected;
    expected.id = "land";
    expected.title = "Land";
    expected.group = "Base";
    expected.source = "/areas/unifil/data/base.gpkg";
    expected.table = "land";
    expected.where = "area > 10";
    expected.crs = "EPSG:4326";
    expected.encoding = "CP1256";
    expected.style.fill = Rgba{0xf5, 0xf3, 0xee, 255};
    expected.style.line.color = {128, 128, 128, 255};
    expected.style.line.widthPt = 1;
    expected.visible = false;
    expected.opacity = 0.5;
    expected.scales.least = 10'000;
    expected.validFrom = "2018-10-31";
    expected.validTo = "2019-05-15";
    expected.scales.most = 5e6;
    expected.key = 1;
    expected.marking = "M";
    expected.asOf = "2018-11-01";
    expected.attribution = "GSHHG";
    CHECK(full().layers.at(0) == expected);
}

TEST_CASE("layers stand in the file's order, with defaults") {
    const Document area = full();
    REQUIRE(area.layers.size() == 3);
    CHECK(area.layers[1].kind == LayerKind::units);
    CHECK(area.layers[1].source == "/srv/units.csv");
    CHECK(area.layers[1].title == "units");
    CHECK(area.layers[1].columns == ColumnMapping{{"name", "Bezeichnung"}, {"lat", "Breite"}});
    CHECK(area.layers[1].visible);
    CHECK(area.layers[1].style.symbolSizePt == 25);
    CHECK(area.layers[2].kind == LayerKind::graticule);
}

TEST_CASE("an area needs no more than a coordinate system") {
    const auto area = parseArea("\xEF\xBB\xBF[area]\r\ncrs = 'EPSG:3857'\r\n", "somewhere/my area.toml");
    REQUIRE_MESSAGE(area, area.error().text);
    CHECK(area->title == "my area");
    CHECK(area->background == "#ffffff");
    CHECK_FALSE(area->home.has_value());
    CHECK(area->layers.empty());
}

TEST_CASE("relative sources stand beside the area file") {
    const auto area = parseArea("[area]\ncrs='x'\n[[layer]]\nid='a'\nsource='../b/./c.kml'", "areas/a/a.toml");
    REQUIRE(area);
    CHECK(area->layers[0].source == fs::current_path() / "areas/b/c.kml");
}

TEST_CASE("an area file is read from disk") {
    const TemporaryFolder folder;
    const auto area = readAreaFile(folder.write("unifil.toml", kFull));
    REQUIRE_MESSAGE(area, area.error().text);
    CHECK(area->layers[0].source == folder.path / "data/base.gpkg");
}

TEST_CASE("what is no readable file is refused with its reason") {
    const TemporaryFolder folder;
    const std::string start = "Cannot read area file \"" + folder.path.string();
    CHECK(errorOf(folder.path / "none.toml") == start + "/none.toml\": there is no such file.");
    CHECK(errorOf(folder.path) == start + "\": it is a folder.");
    CHECK(errorOf("/dev/null") == "Cannot read area file \"/dev/null\": it is no regular file.");
    CHECK(errorOf(folder.write("big.toml", std::string((4 << 20) + 1, '#'))) ==
          start + "/big.toml\": it has more than 4 MB.");
    CHECK(errorOf(folder.write("empty.toml", "")) ==
          start + "/empty.toml\": it has no [area] table. Begin it with [area], title = \"…\" and crs = \"EPSG:…\".");
    CHECK(errorOf(folder.write("full.toml", std::string(4 << 20, '#'))).find("it has no [area] table") !=
          std::string::npos);
}
