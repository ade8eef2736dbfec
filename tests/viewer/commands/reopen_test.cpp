// SPDX-License-Identifier: Apache-2.0
// Pictures made again from pictures, presets, and what is said where a picture cannot be written; all by the program.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/viewer/commands/small_area.hpp"

namespace fs = std::filesystem;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
bool same(const fs::path& a, const fs::path& b) { return run("cmp " + a.string() + " " + b.string()).code == 0; }
std::string dump(const SmallArea& area, const std::string& name) {
    return run("strings " + (area / name).string()).output;
}

}  // namespace

TEST_CASE("a picture is made again from itself, with the same bytes, from PNG and PDF") {
    const SmallArea area;
    const std::string everything =
        "--paper A4 --portrait --dpi 100 --scale 300000 --center 35.35,33.2 --layers=-river --date 2018-12-01 --lang "
        "both --grid mgrs --legend --title \"Other title\" "
        "--subtitle \"a < b & c\" --note \"two\nlines\" --marking RESTRICTED --marginalia=-north,+as-of";
    REQUIRE(area.exported("-o a.png -o a.pdf " + everything).code == 0);
    for (const char* input : {"a.png", "a.pdf"}) {
        CAPTURE(input);
        const Ran ran = area.exported("-o again.png -o again.pdf", input);
        CHECK(ran.output == "");
        CHECK(ran.code == 0);
        CHECK(same(area / "a.png", area / "again.png"));
        CHECK(same(area / "a.pdf", area / "again.pdf"));
    }
    REQUIRE(area.exported("-o b.png").code == 0);
    CHECK_FALSE(same(area / "a.png", area / "b.png"));
}

TEST_CASE("the command line changes what a picture says") {
    const SmallArea area;
    REQUIRE(area.exported("-o a.png --size 400x300 --date 2018-12-01").code == 0);
    REQUIRE(area.exported("-o b.png --size 800x600 --note later", "a.png").code == 0);
    CHECK(has(dump(area, "b.png"), "note = \"later\""));
    CHECK(has(dump(area, "b.png"), "width = 800"));
    CHECK(has(dump(area, "b.png"), "2018-12-01"));
}

TEST_CASE("a picture does not say in whose home its area lies") {
    const SmallArea area;
    REQUIRE(area.exported("-o a.png --size 200x100").code == 0);
    CHECK_FALSE(has(dump(area, "a.png"), area.cache().string()));
    CHECK_FALSE(has(dump(area, "a.png"), (area / "").string()));
    fs::create_directories(area.cache() / "maps");
    fs::copy(area / "area.toml", area.cache() / "maps" / "home.toml");
    CHECK(area.exported("-o b.png --size 200x100", (area.cache() / "maps" / "home.toml").string()).code ==
          1);  // its sources are not there
    CHECK(has(dump(area, "b.png"), "~/maps/home.toml"));
    CHECK_FALSE(has(dump(area, "b.png"), area.cache().string()));
    CHECK(has(area.exported("-o c.png", "b.png").output, "maps/home.toml\", which lies outside its folder."));
}

TEST_CASE("sources that are gone since are said, and a picture without its area is refused") {
    const SmallArea area;
    REQUIRE(area.exported("-o a.png --size 200x100").code == 0);
    fs::remove(area / "river.geojson");
    const Ran ran = area.exported("-o b.png", "a.png");
    CHECK(ran.code == 1);
    CHECK(has(ran.output, "river.geojson"));
    fs::remove(area / "area.toml");
    const Ran refused = area.exported("-o c.png", "a.png");
    CHECK(refused.code == 2);
    CHECK(has(refused.output, "area.toml\": there is no such file. \"a.png\" was made of it."));
    CHECK_FALSE(fs::exists(area / "c.png"));
}

TEST_CASE("a preset of the area or of the settings makes its picture, and the command line may change it") {
    const SmallArea area;
    area.write("preset.toml", run("cat " + (area / "area.toml").string()).output + R"([[preset]]
name = "sheet"
title = "Preset's title"
paper = "A4"
dpi = 100
scale = "round"
grid = "mgrs"
marginalia = ["-scale-bar"]
marking = "SECRET"
[[preset]]
name = "both"
size = "200x100"
formats = ["png", "jpg"]
)");
    REQUIRE(area.exported("-o a.png --preset sheet", "preset.toml").output == "");
    CHECK(has(dump(area, "a.png"), "Preset's title"));
    CHECK(has(dump(area, "a.png"), "width = 1169"));
    CHECK(has(dump(area, "a.png"), "marking = \"SECRET\""));
    CHECK_FALSE(has(dump(area, "a.png"), "\"scale-bar\""));
    REQUIRE(area.exported("-o b.png --preset sheet --size 300x200 --marking RESTRICTED --marginalia=+scale-bar",
                          "preset.toml")
                .output == "");
    CHECK(has(dump(area, "b.png"), "width = 300"));
    CHECK(has(dump(area, "b.png"), "marking = \"SECRET\""));  // not lowered
    CHECK(has(dump(area, "b.png"), "\"scale-bar\""));
    fs::create_directories(area.cache() / "opsmap");
    std::ofstream(area.cache() / "opsmap" / "settings.toml") << "[[preset]]\nname = \"mine\"\nsize = \"160x90\"\n";
    CHECK(area.exported("-o c.png --preset mine", "preset.toml").output == "");
    CHECK(area.exported("-o d.png --preset none", "preset.toml").output ==
          "Cannot find the preset \"none\": neither the area nor your settings have one of that name. There are "
          "\"sheet\", \"both\", \"mine\".\n");
}

TEST_CASE("a preset names its files itself and never writes over one") {
    const SmallArea area;
    area.write("preset.toml", run("cat " + (area / "area.toml").string()).output +
                                  "[[preset]]\nname = \"both\"\nsize = \"200x100\"\nformats = [\"png\", \"jpg\"]\n");
    for (int i = 1; i <= 2; ++i) {
        const Ran ran = area.exported("--preset both --marking \"NATO SECRET\"", "preset.toml");
        CHECK(ran.code == 0);
        CHECK(has(ran.output, "-preset-NATO-SECRET"));  // which files
        CHECK(static_cast<int>(area.files().size()) == 2 * i);
    }
}

TEST_CASE("where there is no room each format says so, and the old file stays") {
    const SmallArea area;
    const std::string unifil = std::string(OPSMAP_SOURCE_DIR) + "/areas/unifil/unifil.toml", size = " --size 2400x1600";
    REQUIRE(area.exported("-o warm.png" + size, unifil).code == 0);  // stores and symbols are in the cache
    fs::remove(area / "warm.png");
    for (const char* name : {"a.png", "a.jpg", "a.webp", "a.tif", "a.pdf"}) {
        CAPTURE(name);
        area.write(name, "old");
        const Ran ran = area.exported(std::string("-o ") + name + size, unifil,
                                      "trap '' XFSZ; ulimit -f 300;");  // 150 kB a file, as a disk of that room
        CHECK(ran.code == 2);
        CHECK(has(ran.output, std::string("Cannot write \"") + name + "\""));
        CHECK(run("cat " + (area / name).string()).output == "old");
        CHECK(area.files().size() == 1);
        fs::remove(area / name);
    }
}

TEST_CASE("a folder in which nothing may be written is named with each format") {
    const SmallArea area;
    for (const char* name :
         {"/proc/a.png", "/proc/a.jpg", "/proc/a.webp", "/proc/a.tif", "/proc/a.pdf"}) {  // even root may not
        const Ran ran = area.exported(std::string("-o ") + name + " --size 200x100");
        CHECK(ran.code == 2);
        CHECK(has(ran.output, std::string("Cannot write \"") + name + "\""));
    }
}

TEST_CASE("every format has the same bytes on two runs") {
    const SmallArea area;
    for (const char* name : {"a.png", "a.jpg", "a.webp", "a.tif", "a.pdf"}) {
        CAPTURE(name);
        fs::create_directories(area / "one");
        fs::create_directories(area / "two");
        REQUIRE(area.exported(std::string("-o one/") + name + " --size 500x400 --legend").code == 0);
        REQUIRE(area.exported(std::string("-o two/") + name + " --size 500x400 --legend").code == 0);
        CHECK(same(area / "one" / name, area / "two" / name));
    }
}
