// SPDX-License-Identifier: Apache-2.0
// The real opsmap-loader: inside the jail encodings, coordinate systems and side files work as outside.
#include <doctest/doctest.h>

#include <cstring>
#include <map>

#include "geodata/link/link.hpp"
#include "tests/temporary_folder.hpp"

using geodata::LoadRequest;
namespace event = geodata::load_event;

namespace {

struct Outcome {
    std::shared_ptr<const geodata::Store> store;
    std::string failure;
};

Outcome load(const LoadRequest& request) {
    geodata::Link link({.loaderProgram = OPSMAP_LOADER, .cacheFolder = {}, .limits = {}, .wake = {}});
    link.start(request);
    Outcome outcome;
    for (bool open = true; open;)
        for (const geodata::LoadEvent& taken : link.wait(1)) {
            if (const auto* finished = std::get_if<event::Finished>(&taken.what)) outcome.store = finished->store;
            if (const auto* failed = std::get_if<event::Failed>(&taken.what)) outcome.failure = failed->error.text;
            open = open && !std::holds_alternative<event::Done>(taken.what) &&
                   !std::holds_alternative<event::Failed>(taken.what);
        }
    return outcome;
}

LoadRequest requestFor(const std::filesystem::path& file) {
    LoadRequest request;
    request.path = file;
    request.mapCrs = "EPSG:4326";
    request.useCache = false;
    return request;
}

template <class Number>
void put(std::string& bytes, std::size_t at, Number number) {
    std::memcpy(bytes.data() + at, &number, sizeof number);
}

// A shapefile's main file with one point; its head is big-endian, the rest little-endian.
std::string onePointShape(double x, double y) {
    std::string bytes(128, '\0');
    const auto putBig = [&](std::size_t at, std::uint32_t number) { put(bytes, at, __builtin_bswap32(number)); };
    putBig(0, 9994);
    putBig(24, 64);  // length in words of 16 bits
    put(bytes, 28, 1000);
    put(bytes, 32, 1);  // points
    for (const std::size_t at : {36U, 52U}) put(bytes, at, x), put(bytes, at + 8, y);
    putBig(100, 1);
    putBig(104, 10);
    put(bytes, 108, 1);
    put(bytes, 112, x);
    put(bytes, 120, y);
    return bytes;
}

std::string oneEntryIndex() {
    std::string bytes = onePointShape(0, 0).substr(0, 100) + std::string(8, '\0');
    put(bytes, 24, __builtin_bswap32(54));
    put(bytes, 100, __builtin_bswap32(50));
    put(bytes, 104, __builtin_bswap32(10));
    return bytes;
}

// One text column of ten bytes, one row.
std::string oneRowTable(const std::string& name, std::string value) {
    std::string head(32, '\0'), field(32, '\0');
    head[0] = 3;
    head[1] = 100, head[2] = 1, head[3] = 1;
    put(head, 4, std::uint32_t{1});
    put(head, 8, std::uint16_t{65});
    put(head, 10, std::uint16_t{11});
    name.copy(field.data(), 10);
    field[11] = 'C';
    field[16] = 10;
    value.resize(10, ' ');
    return head + field + "\r" + " " + value + "\x1a";
}

}  // namespace

TEST_CASE("CP1256 decodes and UTM is reprojected inside the jail") {
    const TemporaryFolder folder;
    const auto file = folder.write("place.shp", onePointShape(500000, 3700000));
    folder.write("place.shx", oneEntryIndex());
    folder.write("place.dbf", oneRowTable("name", "\xc8\xf3\xe1\xcf"));
    folder.write("place.cpg", "CP1256");
    LoadRequest request = requestFor(file);
    request.crs = "EPSG:32636";
    const Outcome outcome = load(request);
    CHECK(outcome.failure == "");
    REQUIRE(outcome.store);
    REQUIRE(outcome.store->size() == 1);
    CHECK(outcome.store->feature(0).value(0) == "\u0628\u064e\u0644\u062f");
    constexpr double kMetresPerDegree = 111319.490793273;
    const geodata::MapPoint place = outcome.store->feature(0).part(0)[0];
    CHECK(place.x / kMetresPerDegree == doctest::Approx(33.0).epsilon(1e-9));  // UTM 36's middle meridian
    CHECK(place.y / kMetresPerDegree == doctest::Approx(33.44).epsilon(1e-3));
}

TEST_CASE("reading leaves the folder as it was") {
    const TemporaryFolder folder;
    const auto file = folder.write(
        "places.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{)"
                          R"("type":"Point","coordinates":[35,33]}}]})");
    const auto changedBefore = std::filesystem::last_write_time(file);
    REQUIRE(load(requestFor(file)).store);
    CHECK(std::filesystem::last_write_time(file) == changedBefore);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}
