// SPDX-License-Identifier: Apache-2.0
// A source that holds more than the limits allow, through the real loader: what is refused or cut names the limit.
#include <unistd.h>

#include <fstream>

#include "tests/geodata/link/linked_load.hpp"

using namespace geodata;
namespace fs = std::filesystem;

namespace {

const fs::path kFolder = fs::temp_directory_path() / ("opsmap-link-test-limits-" + std::to_string(::getpid()));

fs::path written(const std::string& name, const std::string& content) {
    fs::create_directories(kFolder);
    std::ofstream(kFolder / name, std::ios::binary) << content;
    return kFolder / name;
}

bool has(const std::string& text, const std::string& part) {
    CAPTURE(text);
    CAPTURE(part);
    return text.find(part) != std::string::npos;
}

std::string warningsOf(const LinkedLoad& load) {
    std::string all;
    for (const auto& [name, store] : load.layers)
        for (const Warning& warning : store->info().warnings) all += warning.text + "\n";
    return all;
}

}  // namespace

TEST_CASE("reading stops at the limit of features, and what came stays") {
    const fs::path file = written("rows.csv", "name,lat,lon\na,1,1\nb,2,2\nc,3,3\nd,4,4\n");
    const LinkedLoad all = loadLinked(requestOf(file), {.features = 4});
    CHECK_FALSE(all.failed);
    const LinkedLoad some = loadLinked(requestOf(file), {.features = 3});
    REQUIRE(some.failed);
    CHECK(some.failed->cause == LoadFailure::refused);
    CHECK(has(
        some.failed->error.text,
        "rows.csv\": stopped after 3 features, and more are not allowed. Raise features in the settings ([limits])."));
    CHECK(some.previewed == 3);
}

TEST_CASE("the limit of features counts all layers of a source") {
    // towns.gpx: its layers hold waypoints, routes and tracks
    const LinkedLoad all = loadLinked(requestOf(kSamples / "towns.gpx"));
    std::size_t features = 0;
    for (const auto& [name, store] : all.layers) features += store->size();
    const LinkedLoad some = loadLinked(requestOf(kSamples / "towns.gpx"), {.features = features - 1});
    REQUIRE(some.failed);
    CHECK(has(some.failed->error.text, "Raise features in the settings"));
}

TEST_CASE("a text longer than the limit is cut before a character and counted") {
    const std::string shadda = "\u0651";  // two bytes
    const fs::path file = written("texts.csv", "name,lat,lon\nshort,1,1\nx" + shadda + shadda + ",2,2\n");
    const LinkedLoad load = loadLinked(requestOf(file), {.textBytes = 5});
    CHECK(warningsOf(load).empty());
    std::string long1k = "x";  // then every character begins on an odd byte
    while (long1k.size() < 2000) long1k += shadda;
    const fs::path second = written("long.csv", "name,lat,lon\nshort,1,1\n" + long1k + ",2,2\n");
    const LinkedLoad cut = loadLinked(requestOf(second), {.textBytes = 1024});
    CHECK(warningsOf(cut) ==
          "1 of 2 features of \"long.csv\" have text longer than 1 kB, which was cut there (first: feature 2). Raise "
          "text_kb in the settings ([limits]).\n");
    REQUIRE(cut.layers.contains("long"));
    CHECK(cut.layers.at("long")->feature(1).value(0) == long1k.substr(0, 1023));
    CHECK(cut.layers.at("long")->info().partial);  // and so is not kept: with a higher limit it is read again
}

TEST_CASE("an archive that unpacks to many times its size is refused before it is unpacked") {
    // zip of a KML of 17 MB of blanks, made at the command line: its ratio is about 1000
    const fs::path kml =
        written("doc.kml", "<kml><Document><name>" + std::string(17 << 20, ' ') + "</name></Document></kml>");
    const fs::path bomb = kFolder / "bomb.kmz";
    fs::remove(bomb);
    const std::string pack =
        "python3 -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], \"w\", zipfile.ZIP_DEFLATED).write(sys.argv[2], "
        "\"doc.kml\")' \"" +
        bomb.string() + "\" \"" + kml.string() + "\"";
    REQUIRE(std::system(pack.c_str()) == 0);
    const LinkedLoad refused = loadLinked(requestOf(bomb));
    REQUIRE(refused.failed);
    CHECK(refused.failed->cause == LoadFailure::refused);
    CHECK(has(refused.failed->error.text,
              "times its size, and 200 times are allowed. Raise zip_ratio in the settings ([limits])."));
    const LinkedLoad allowed = loadLinked(requestOf(bomb), {.zipRatio = 2000});
    CHECK_FALSE((allowed.failed && has(allowed.failed->error.text, "zip_ratio")));
    CHECK_FALSE(loadLinked(requestOf(kSamples / "towns.kmz"), {.zipRatio = 1}).failed);  // small ones harm nobody
}

TEST_CASE("a damaged archive is refused") {
    std::ifstream in(kSamples / "towns.kmz", std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(in), {}};
    const LinkedLoad load = loadLinked(requestOf(written("cut.kmz", content.substr(0, content.size() / 2))));
    REQUIRE(load.failed);
    CHECK(has(load.failed->error.text, "cut.kmz\": the archive is damaged."));
    fs::remove_all(kFolder);
}
