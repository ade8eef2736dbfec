// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/source_key.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <functional>
#include <set>

#include "tests/temporary_folder.hpp"

using namespace geodata;
namespace fs = std::filesystem;

namespace {

LoadRequest requestFor(const fs::path& path) {
    LoadRequest request;
    request.path = path;
    request.mapCrs = "EPSG:32636";
    return request;
}

}  // namespace

TEST_CASE("the same file asked for in the same way has the same key") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.csv", "x");
    const auto key = sourceKey(requestFor(file));
    REQUIRE(key);
    CHECK(key == sourceKey(requestFor(file)));
    CHECK(key->name.size() == 32);
    CHECK(key->name.find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("a source that is not there has no key") {
    const TemporaryFolder folder;
    CHECK_FALSE(sourceKey(requestFor(folder.path() / "none.csv")));
    CHECK_FALSE(sourceKey(requestFor("")));
}

TEST_CASE("everything that changes what is read changes the key") {
    const TemporaryFolder folder;
    const LoadRequest plain = requestFor(folder.write("a.csv", "x"));
    const std::function<void(LoadRequest&)> changes[] = {
        [](LoadRequest& r) { r.layer = "roads"; },      [](LoadRequest& r) { r.where = "a = 1"; },
        [](LoadRequest& r) { r.crs = "EPSG:4326"; },    [](LoadRequest& r) { r.encoding = "CP1256"; },
        [](LoadRequest& r) { r.mapCrs = "EPSG:3857"; }, [](LoadRequest& r) { r.position.lon = "x"; },
        [](LoadRequest& r) { r.position.lat = "x"; },   [](LoadRequest& r) { r.position.wkt = "x"; },
        [](LoadRequest& r) { r.position.mgrs = "x"; },  [](LoadRequest& r) { r.position.position = "x"; }};
    std::set<std::string> contents{sourceKey(plain)->content}, names{sourceKey(plain)->name};
    for (const auto& change : changes) {
        LoadRequest request = plain;
        change(request);
        contents.insert(sourceKey(request)->content);
        names.insert(sourceKey(request)->name);
    }
    CHECK(contents.size() == std::size(changes) + 1);
    CHECK(names.size() == std::size(changes) + 1);
}

TEST_CASE("whether the cache is used and what is seen at first change nothing") {
    const TemporaryFolder folder;
    const LoadRequest plain = requestFor(folder.write("a.csv", "x"));
    LoadRequest other = plain;
    other.useCache = false;
    other.window = LonLatBox{1, 2, 3, 4};
    CHECK(sourceKey(plain) == sourceKey(other));
}

TEST_CASE("a file that is written again has another key, and so has one that is another file") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.csv", "x");
    const auto first = sourceKey(requestFor(file));
    folder.write("a.csv", "longer");
    CHECK(sourceKey(requestFor(file)) != first);
    const auto second = sourceKey(requestFor(file));
    fs::last_write_time(file, fs::last_write_time(file) + std::chrono::hours(1));
    CHECK(sourceKey(requestFor(file)) != second);
    CHECK(sourceKey(requestFor(folder.write("b.csv", "longer"))) != second);
}

TEST_CASE("files beside it belong to it, in small and capital letters") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.shp", "x");
    auto before = sourceKey(requestFor(file));
    for (const char* side : {"a.dbf", "a.PRJ", "a.cpg", "a.shx", "a.shp-wal"}) {
        folder.write(side, "y");
        const auto after = sourceKey(requestFor(file));
        CAPTURE(side);
        CHECK(after != before);
        before = after;
    }
    folder.write("a.txt", "no driver reads it");
    folder.write("b.dbf", "of another source");
    CHECK(sourceKey(requestFor(file)) == before);
}

TEST_CASE("a folder is all its files, in whatever order the disk lists them") {
    const TemporaryFolder folder;
    folder.write("one", "1");
    const auto first = sourceKey(requestFor(folder.path()));
    REQUIRE(first);
    CHECK(sourceKey(requestFor(folder.path())) == first);
    folder.write("two", "2");
    CHECK(sourceKey(requestFor(folder.path())) != first);
}
