// SPDX-License-Identifier: Apache-2.0
// `opsmap export` as people call it, and what other programs find in its files.
#include <doctest/doctest.h>
#include <gdal.h>
#include <png.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>
#include <vector>

#include "geodata/crs/transformation.hpp"
#include "tests/run_program.hpp"
#include "tests/temporary_folder.hpp"
#include "tests/viewer/commands/small_area.hpp"

namespace fs = std::filesystem;

namespace {

constexpr const char* kCrs = "EPSG:32636";

struct Corners {
    double west = 0, north = 0, east = 0, south = 0;
};

Corners cornersOf(const fs::path& file) {
    GDALAllRegister();
    GDALDatasetH dataset = GDALOpen(file.c_str(), GA_ReadOnly);
    REQUIRE(dataset != nullptr);
    double t[6]{};
    REQUIRE(GDALGetGeoTransform(dataset, t) == CE_None);
    const Corners corners{t[0], t[3], t[0] + GDALGetRasterXSize(dataset) * t[1],
                          t[3] + GDALGetRasterYSize(dataset) * t[5]};
    GDALClose(dataset);
    return corners;
}

std::vector<std::string> layersOf(const fs::path& pdf) {
    GDALAllRegister();
    GDALDatasetH dataset = GDALOpen(pdf.c_str(), GA_ReadOnly);
    REQUIRE(dataset != nullptr);
    std::vector<std::string> names;
    for (char** item = GDALGetMetadata(dataset, "LAYERS"); item != nullptr && *item != nullptr; ++item)
        names.push_back(std::string(*item).substr(std::string(*item).find('=') + 1));
    GDALClose(dataset);
    return names;
}

struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;
};

Pixels pixelsOf(const fs::path& png) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_file(&image, png.c_str()) != 0);
    image.format = PNG_FORMAT_RGB;
    Pixels pixels{static_cast<int>(image.width), static_cast<int>(image.height),
                  std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
    REQUIRE(png_image_finish_read(&image, nullptr, pixels.rgb.data(), 0, nullptr) != 0);
    return pixels;
}

// Of squares of four pixels, which even out how each program smooths its edges, the part whose mean colours are unlike.
double unlikeSquares(const Pixels& a, const Pixels& b) {
    REQUIRE(a.width == b.width);
    REQUIRE(a.height == b.height);
    constexpr int kSide = 4, kUnlike = 48;
    int unlike = 0, all = 0;
    for (int top = 0; top + kSide <= a.height; top += kSide)
        for (int left = 0; left + kSide <= a.width; left += kSide, ++all) {
            int most = 0;
            for (int channel = 0; channel < 3; ++channel) {
                int difference = 0;
                for (int i = 0; i < kSide * kSide; ++i) {
                    const std::size_t at =
                        (static_cast<std::size_t>(top + i / kSide) * a.width + left + i % kSide) * 3 + channel;
                    difference += a.rgb[at] - b.rgb[at];
                }
                most = std::max(most, std::abs(difference) / (kSide * kSide));
            }
            unlike += most > kUnlike;
        }
    return static_cast<double>(unlike) / all;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("one call makes every format, of one placement, and all lie at the same corners, which are those of PROJ") {
    const SmallArea area;
    const Ran ran = area.exported(
        "-o a.pdf -o a.tif -o a.png -o a.jpg -o a.webp --paper A4 --dpi 150 --scale 250000 --center 35.35,33.2");
    CHECK(ran.output == "");
    REQUIRE(ran.code == 0);
    CHECK(area.files().size() == 5);
    const auto toMap = geodata::Transformation::toMap(geodata::kLonLatCrs, kCrs);
    const geodata::MapPoint middle = toMap->forward(geodata::MapPoint{35.35, 33.2});
    const double mPerPx = 250000 * 0.0254 / 150, halfW = 1754 * mPerPx / 2, halfH = 1240 * mPerPx / 2;  // A4 at 150 dpi
    for (const char* name : {"a.pdf", "a.tif"}) {
        CAPTURE(name);
        const Corners corners = cornersOf(area / name);
        CHECK(std::abs(corners.west - (middle.x - halfW)) < mPerPx / 2);
        CHECK(std::abs(corners.east - (middle.x + halfW)) < mPerPx / 2);
        CHECK(std::abs(corners.north - (middle.y + halfH)) < mPerPx / 2);
        CHECK(std::abs(corners.south - (middle.y - halfH)) < mPerPx / 2);
    }
}

TEST_CASE("a PDF has the paper's size, a layer to switch for each of the map's, and text that is found") {
    const SmallArea area;
    REQUIRE(area.exported("-o a.pdf --paper A4-portrait --dpi 150 --lang both").code == 0);
    CHECK(has(run("pdfinfo " + (area / "a.pdf").string()).output, "(A4)"));
    CHECK(has(run("pdfinfo " + (area / "a.pdf").string()).output, "Title:           Small area"));
    // GDAL's reader writes spaces as "_".
    CHECK(layersOf(area / "a.pdf") ==
          std::vector<std::string>{"Marginalia", "Grid", "Places", "Rivers", "Zone_&_strip", "Background"});
    const std::string text = run("pdftotext " + (area / "a.pdf").string() + " -").output;
    CHECK(has(text, "Small area"));
    CHECK(has(text, "Tyre"));
    CHECK(has(text, "صور"));
    CHECK(has(text, "تلة الس\uFEFCم"));  // the ligature of lam and alef is a character of its own
    CHECK(has(text, "Qasmiye River"));   // letter by letter along the line
    CHECK(has(run("strings " + (area / "a.pdf").string()).output,
              "<opsmap:note key=\"opsmap-date\">2018-11-06</opsmap:note>"));
}

TEST_CASE("a PDF shows what the picture of pixels shows") {
    const SmallArea area;
    const std::string unifil = std::string(OPSMAP_SOURCE_DIR) + "/areas/unifil/unifil.toml";
    for (const std::string& input : {std::string("area.toml"), unifil}) {
        CAPTURE(input);
        REQUIRE(area.exported("-o a.pdf -o a.png --size 1200x900 --legend --grid mgrs", input).code == 0);
        REQUIRE(
            run("pdftoppm -r 96 -png -singlefile " + (area / "a.pdf").string() + " " + (area / "b").string()).code ==
            0);
        CHECK(unlikeSquares(pixelsOf(area / "a.png"), pixelsOf(area / "b.png")) < 0.003);
    }
}

TEST_CASE("a PDF has the same bytes on every run, and holds no pictures of pixels") {
    const SmallArea area;
    REQUIRE(area.exported("-o a.pdf --size 800x600").code == 0);
    REQUIRE(area.exported("-o b.pdf --size 800x600").code == 0);
    CHECK(run("cmp " + (area / "a.pdf").string() + " " + (area / "b.pdf").string()).code == 0);
    CHECK_FALSE(has(run("pdfimages -list " + (area / "a.pdf").string()).output, "image"));
}

TEST_CASE("where nothing may be written each format says so") {
    const SmallArea area;
    for (const char* name : {"none/a.png", "none/a.pdf", "none/a.tif"}) {
        const Ran ran = area.exported(std::string("-o ") + name + " --size 200x100");
        CHECK(ran.code == 2);
        CHECK(ran.output == std::string("Cannot write \"") + name + "\": No such file or directory.\n");
    }
}

TEST_CASE("a picture that Ctrl+C gives up leaves nothing behind") {
    const SmallArea area;
    const std::string program = OPSMAP_PROGRAM, input = (area / "area.toml").string(),
                      output = (area / "a.tif").string(), cache = "XDG_CACHE_HOME=" + area.cache().string();
    std::vector<std::string> words{program, "export", input, "-o", output, "--size", "16384x16384"},
        variables{"PATH=/usr/bin:/bin", cache};
    std::vector<char*> arguments, environment;
    for (std::string& word : words) arguments.push_back(word.data());
    for (std::string& variable : variables) environment.push_back(variable.data());
    arguments.push_back(nullptr);
    environment.push_back(nullptr);
    pid_t process = -1;
    REQUIRE(::posix_spawn(&process, program.c_str(), nullptr, nullptr, arguments.data(), environment.data()) == 0);
    while (area.files().empty() && ::waitpid(process, nullptr, WNOHANG) == 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    REQUIRE_FALSE(area.files().empty());  // the folder in which it is made
    ::kill(process, SIGINT);
    int status = 0;
    REQUIRE(::waitpid(process, &status, 0) == process);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 2);
    CHECK(area.files().empty());
}

TEST_CASE("a picture says what of a table of units is not understood, as check does") {
    const SmallArea area;
    area.write("units.csv",
               "id,name,sidc,lat,lon,valid_from\na,A,10031000161211040000,33.2,35.3,06/11/2018\n"
               "b,B,10031000161211040000,33.2,35.4,6 Nov 2018\n");
    const Ran ran = area.exported("-o a.png --size 400x300 --date 2018-11-06", "units.csv");
    CHECK(ran.code == 1);
    CHECK(has(
        ran.output,
        "Units of \"units\" with dates whose day and month may be either way round, which count as open; write them "
        "as YYYY-MM-DD: 1 (first: \"06/11/2018\" of \"a\")."));
}

TEST_CASE("a picture says where a column of symbol codes is not known as one, and where a table has no place") {
    const SmallArea area;
    area.write("camps.csv", "camp,Zeichen,lat,lon\nA,10031000161211040000,33.2,35.3\n");
    const Ran codes = area.exported("-o a.png --size 400x300", "camps.csv");
    CHECK(codes.code == 1);
    CHECK(has(codes.output, "Column \"Zeichen\" of \"camps\" holds symbol codes but has another name"));
    area.write("towns.csv", "town,people\nTyre,5\n");
    const Ran towns = area.exported("-o a.png --size 400x300", "towns.csv");
    CHECK(towns.code == 1);
    CHECK(has(towns.output, "No column of \"towns.csv\" is known as a position"));
}
