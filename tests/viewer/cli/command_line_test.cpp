// SPDX-License-Identifier: Apache-2.0
#include "viewer/cli/command_line.hpp"

#include <doctest/doctest.h>

using namespace viewer;

namespace {

using Words = std::vector<const char*>;
using Paths = std::vector<std::filesystem::path>;

CommandLine lineOf(const Words& words) {
    const auto line = parseCommandLine(words);
    REQUIRE_MESSAGE(line, line.error().text);
    return *line;
}

std::string errorOf(const Words& words) {
    const auto line = parseCommandLine(words);
    return line ? "no error" : line.error().text;
}

layers::ScreenSize sizeOf(const CommandLine& line) {
    const auto size = layers::sizeOf(line.open.stage.frame, {});
    REQUIRE(size);
    return *size;
}

}  // namespace

TEST_CASE("no arguments show the bundled area") {
    const CommandLine line = lineOf({});
    CHECK(line.action == ProgramAction::show);
    CHECK(line.open.files.empty());
    CHECK_FALSE(line.open.stage.frame.size.has_value());
    CHECK_FALSE(line.version);
    CHECK(line.help.empty());
}

TEST_CASE("every command that reads files takes their coordinate system") {
    CHECK(lineOf({"a.dxf", "--source-crs", "EPSG:32636"}).open.sourceCrs == "EPSG:32636");
    CHECK(lineOf({"check", "a.dxf", "--source-crs", "EPSG:32636"}).open.sourceCrs == "EPSG:32636");
    CHECK(lineOf({"export", "a.dxf", "-o", "a.png", "--source-crs", "EPSG:32636"}).open.sourceCrs == "EPSG:32636");
    CHECK(lineOf({"cache", "add", "a.dxf", "--source-crs", "EPSG:32636"}).open.sourceCrs == "EPSG:32636");
    CHECK(lineOf({"a.dxf"}).open.sourceCrs.empty());
}

TEST_CASE("show takes files and the view") {
    const CommandLine line =
        lineOf({"a.toml",       "--size", "3840x2160",       "--fullscreen", "--center",     "-13.2,27.1", "--scale",
                "1:250000",     "--date", "2018-11-06",      "--theme",      "brief",        "--lang",     "both",
                "--amplifiers", "all",    "--symbol-colors", "medium",       "--shader-dir", "shaders",    "--verbose",
                "--monitor",    "2",      "--reload",        "ask",          "--layers",     "-roads"});
    CHECK(line.open.files == Paths{"a.toml"});
    CHECK(line.open.stage.frame.size == layers::ScreenSize{3840, 2160});
    CHECK(line.window.fullscreen);
    CHECK(line.window.monitor == 2);
    CHECK(line.window.reload == ReloadPolicy::ask);
    CHECK(line.open.layers == std::vector{LayerEdit{LayerEdit::How::hide, "roads"}});
    CHECK(line.open.stage.center == geodata::LonLat{-13.2, 27.1});
    CHECK(line.open.stage.frame.scale == 250000);
    CHECK(line.open.stage.date == "2018-11-06");
    CHECK(line.open.theme == "brief");
    CHECK(line.open.stage.language == layers::LabelLanguage::both);
    CHECK(line.open.stage.amplifiers == layers::Amplifiers::all);
    CHECK(line.open.stage.symbolColors == layers::SymbolColors::medium);
    CHECK(line.open.shaderDir == "shaders");
    CHECK(line.verbose);
}

TEST_CASE("export takes outputs one by one, wherever they stand") {
    const CommandLine line =
        lineOf({"export", "-o", "u.png", "a.toml", "-o", "dir/V.PNG", "--layers", "-roads,+units", "--extent",
                "170,-10,-170,10", "--crs", "EPSG:32636", "--title", "", "--legend", "--dump-drawlist", "d.txt"});
    CHECK(line.action == ProgramAction::exportPicture);
    CHECK(line.open.files == Paths{"a.toml"});
    CHECK(line.picture.outputs == Paths{"u.png", "dir/V.PNG"});
    CHECK(line.open.layers == std::vector<LayerEdit>{{LayerEdit::How::hide, "roads"}, {LayerEdit::How::show, "units"}});
    CHECK(line.open.stage.frame.extent == geodata::LonLatBox{170, -10, -170, 10});
    CHECK(line.open.crs == "EPSG:32636");
    CHECK(line.open.title == "");
    CHECK(line.open.stage.legend);
    CHECK(line.picture.dumpDrawlist == "d.txt");
    CHECK_FALSE(lineOf({"export", "a.toml", "-o", "u.png"}).open.title.has_value());
}

TEST_CASE("check, bench and cache take theirs") {
    CHECK(lineOf({"check", "a.kml", "b.gpx", "--json"}).open.files == Paths{"a.kml", "b.gpx"});
    CHECK(lineOf({"check", "a.kml", "--json"}).json);
    CHECK(lineOf({"bench", "a.toml", "--json"}).action == ProgramAction::bench);
    CHECK(lineOf({"cache", "list"}).action == ProgramAction::cacheList);
    CHECK(lineOf({"cache", "clear"}).action == ProgramAction::cacheClear);
    CHECK(lineOf({"cache", "add", "area.toml"}).action == ProgramAction::cacheAdd);
    CHECK(lineOf({"cache", "add", "area.toml"}).open.files == std::vector<std::filesystem::path>{"area.toml"});
}

TEST_CASE("only the first word is an action, and -- ends the options") {
    CHECK(lineOf({"a.kml", "export"}).open.files == Paths{"a.kml", "export"});
    CHECK(lineOf({"--", "--odd.kml"}).open.files == Paths{"--odd.kml"});
}

TEST_CASE("help and version are values") {
    CHECK(lineOf({"--version"}).version);
    CHECK(lineOf({"--help"}).help.find("opsmap export AREA|FILE") != std::string::npos);
    const std::string help = lineOf({"export", "--help"}).help;
    CHECK(help.find("--dump-drawlist") != std::string::npos);
    CHECK(help.find("--fullscreen") == std::string::npos);
    CHECK(lineOf({"check", "-h"}).help.find("3 the reader crashed") != std::string::npos);
}

TEST_CASE("wrong usage is a sentence") {
    CHECK(errorOf({"--colour", "red"}) ==
          "Cannot follow the command line: \"--colour\": there is no such option here. See opsmap --help.");
    CHECK(errorOf({"check", "a", "--fullscreen"}) ==
          "Cannot follow the command line: \"--fullscreen\": there is no such option here. See opsmap check --help.");
    CHECK(errorOf({"export", "a.toml", "--prefix", "daily"}).find("\"--prefix\": there is no such option here") !=
          std::string::npos);
    CHECK(errorOf({"--size"}).rfind("Cannot follow the command line: opsmap: ", 0) == 0);
    CHECK(errorOf({"export", "a.toml"}) ==
          "Cannot follow the command line: opsmap export: it is not said where the picture is to go (-o OUT.png). See "
          "opsmap export --help.");
    CHECK(
        errorOf({"export", "-o", "a.png"}) ==
        "Cannot follow the command line: opsmap export: it is not said which area or file. See opsmap export --help.");
    CHECK(errorOf({"check"}) ==
          "Cannot follow the command line: opsmap check: it is not said which area or file. See opsmap check --help.");
    CHECK(errorOf({"cache", "wipe"}) ==
          "Cannot follow the command line: \"wipe\": it is neither list, clear nor add. See opsmap cache --help.");
    CHECK(errorOf({"cache", "add"}).find("it is not said which area or file") != std::string::npos);
    CHECK(errorOf({"cache", "clear", "area.toml"}).find("it takes no files") != std::string::npos);
    CHECK(errorOf({"cache"}).find("it is neither list, clear nor add") != std::string::npos);
    CHECK(errorOf({"export", "a.toml", "-o", "a.bmp"}) ==
          "Cannot write the picture \"a.bmp\": its name ends in none of .png, .jpg, .webp, .tif and .pdf. Name a file "
          "that ends in one of them.");
    CHECK(errorOf({"export", "a.toml", "-o", "a.webp", "--world-file"}) ==
          "Cannot follow the command line: --world-file: only .png and .jpg pictures have one. See opsmap export "
          "--help.");
    CHECK(errorOf({"--extent", "1,2,3,4", "--scale", "1000"}).find("--center and --scale cannot be added") !=
          std::string::npos);
    CHECK(errorOf({"export", "a", "-o", "b.png", "--layers", "a,-b"}).find("it mixes layers") != std::string::npos);
}

TEST_CASE("values that make no sense are refused by a sentence") {
    CHECK(errorOf({"--reload", "never"}) ==
          "Cannot use the way of reloading \"never\": files that change are read again \"auto\", \"ask\" or \"off\".");
    CHECK(errorOf({"--monitor", "0"}).find("--monitor") != std::string::npos);
    CHECK(errorOf({"--size", "3840"}) ==
          "Cannot use the size \"3840\": it is not of the form WIDTHxHEIGHT. Write for example --size 3840x2160.");
    CHECK(errorOf({"--size", "16385x100"}) ==
          "Cannot use the size \"16385x100\": each side must have 16 to 16384 pixels.");
    for (const char* size : {"x", "0x0", "-5x100", "100x", "1e3x100", "100x100x100", "99999999999x1", " 100x100"})
        CHECK_MESSAGE(errorOf({"--size", size}).rfind("Cannot use the size ", 0) == 0, size);
    CHECK(lineOf({"--size", "16384x16384"}).open.stage.frame.size == layers::ScreenSize{16384, 16384});
    CHECK(errorOf({"--extent", "1,2,3"}) ==
          "Cannot use the extent \"1,2,3\": it is not of the form W,S,E,N in degrees. Write for example --extent "
          "35,33,35.9,33.6.");
    CHECK(errorOf({"--extent", "1,5,3,4"}) ==
          "Cannot use the extent \"1,5,3,4\": its south does not lie below its north.");
    CHECK(errorOf({"--extent", "1,2,1,4"}) == "Cannot use the extent \"1,2,1,4\": its west is its east.");
    CHECK(errorOf({"--extent", "1,2,3,91"}) == "Cannot use the extent \"1,2,3,91\": it reaches beyond 180° or 90°.");
    for (const char* extent : {"nan,1,2,3", "1,2,inf,4", "1,2,,4", "1;2;3;4"})
        CHECK(errorOf({"--extent", extent}).find("form W,S,E,N") != std::string::npos);
    CHECK(errorOf({"--center", "190,0"}) == "Cannot use the center \"190,0\": it lies beyond 180° or 90°.");
    CHECK(errorOf({"--center", "a"}).find("form LON,LAT") != std::string::npos);
    for (const char* scale : {"0", "-5", "nan", "1:", "1:0", "1e11", "big"})
        CHECK(errorOf({"--scale", scale}).find("it is no number from 1 to 10000000000") != std::string::npos);
    CHECK(errorOf({"--date", "2018-02-30"}) ==
          "Cannot use the date \"2018-02-30\": it is no day of the form YYYY-MM-DD. Write for example --date "
          "2018-11-06.");
    CHECK(errorOf({"--amplifiers", "some"}) ==
          "Cannot use the choice of texts at symbols \"some\": it is neither \"none\", \"name\", \"name-and-higher\" "
          "nor \"all\".");
    CHECK(errorOf({"--symbol-colors", "red"}) ==
          "Cannot use the colours of symbols \"red\": they are neither \"light\", \"medium\" nor \"dark\".");
    CHECK(errorOf({"--lang", "fr"}) ==
          "Cannot use the language \"fr\": labels are written in \"latin\", \"arabic\" or \"both\".");
    CHECK(errorOf({"--grid", "on"}) ==
          "Cannot use the grid \"on\": it is neither \"none\", \"geo\", \"mgrs\" nor \"utm\".");
}

TEST_CASE("a grid is chosen by its name") {
    CHECK_FALSE(lineOf({}).open.stage.grid);
    CHECK(lineOf({"export", "a.toml", "-o", "b.png", "--grid", "mgrs"}).open.stage.grid->kind ==
          layers::GridKind::mgrs);
    CHECK(lineOf({"--grid", "utm"}).open.stage.grid->kind == layers::GridKind::utm);
    CHECK(lineOf({"--grid", "geo"}).open.stage.grid->shown);
    CHECK_FALSE(lineOf({"--grid", "none"}).open.stage.grid->shown);
}

TEST_CASE("a sheet of paper is a size in pixels, at 300 dots per inch where nothing else is said") {
    const auto a3 = lineOf({"export", "a.toml", "-o", "b.png", "--paper", "A3"});
    CHECK(sizeOf(a3) == layers::ScreenSize{4961, 3508});
    CHECK(a3.open.stage.frame.dpi == 300);
    CHECK(sizeOf(lineOf({"export", "a.toml", "-o", "b.png", "--paper", "A4-portrait", "--dpi", "150"})) ==
          layers::ScreenSize{1240, 1754});
    CHECK(lineOf({"export", "a.toml", "-o", "b.png", "--size", "800x600", "--dpi", "96"}).open.stage.frame.dpi == 96);
    CHECK_FALSE(lineOf({"export", "a.toml", "-o", "b.png"}).open.stage.frame.dpi);
}

TEST_CASE("sheets that there are not, and sheets too large to draw, are refused by a sentence") {
    const auto refusal = [](const char* paper, const char* dpi) {
        return errorOf({"export", "a.toml", "-o", "b.png", "--paper", paper, "--dpi", dpi});
    };
    CHECK(refusal("B4", "300") ==
          "Cannot use the paper \"B4\": it is neither A4, A3, A2, A1 nor A0, nor one of them with -portrait.");
    CHECK(
        refusal("A4", "0") ==
        "Cannot use the resolution \"0\": it is no number from 30 to 2400 dots per inch. Write for example --dpi 300.");
    CHECK(refusal("A0", "600") ==
          "Cannot draw a picture of 28087×19866: each side must have 16 to 16384 pixels. Choose fewer dots per inch or "
          "a smaller sheet.");
    CHECK(errorOf({"export", "a.toml", "-o", "b.png", "--paper", "A4", "--size", "10x10"}).find("each side") !=
          std::string::npos);
    CHECK(errorOf({"export", "a.toml", "-o", "b.png", "--paper", "A4", "--size", "100x100"}) ==
          "Cannot follow the command line: --paper: it already gives the size; --size cannot be added. See opsmap "
          "export --help.");
}

TEST_CASE("only what has a shape of its own can be turned") {
    const auto turned = [](std::initializer_list<const char*> more) {
        std::vector<const char*> words{"export", "a.toml", "-o", "b.png", "--landscape"};
        words.insert(words.end(), more);
        return words;
    };
    CHECK(errorOf(turned({})) ==
          "Cannot follow the command line: --landscape: it needs a paper or an aspect: add --paper, --aspect or "
          "--preset. See opsmap export --help.");
    CHECK(errorOf(turned({"--size", "800x600"})).find("--landscape") != std::string::npos);
    CHECK(sizeOf(lineOf(turned({"--paper", "A4-portrait"}))) == layers::ScreenSize{3508, 2480});
    CHECK(lineOf(turned({"--preset", "a3"})).open.stage.frame.portrait == false);
}

TEST_CASE("a comparison has two days, of which the second is shown") {
    const CommandLine line = lineOf({"export", "a.toml", "-o", "x.png", "--compare", "2018-10-01", "2018-11-06"});
    CHECK(line.open.stage.compareDate == "2018-10-01");
    CHECK(line.open.stage.date == "2018-11-06");
    CHECK(errorOf({"export", "a.toml", "-o", "x.png", "--compare", "2018-10-01", "2018-11-06", "--date", "2018-11-06"})
              .find("--date cannot be added") != std::string::npos);
    CHECK(errorOf({"export", "a.toml", "-o", "x.png", "--compare", "2018-10-01", "autumn"}).find("autumn") !=
          std::string::npos);
}
