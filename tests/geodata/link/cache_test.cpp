// SPDX-License-Identifier: Apache-2.0
// Stores on disk: found again, never trusted when damaged, the longest unused removed first, shared by several
// programs.
#include "geodata/link/cache.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "geodata/link/wire_format.hpp"
#include "tests/geodata/link/linked_load.hpp"

using namespace geodata;
namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kMuch = 1ULL << 40;

struct Folder {
    fs::path path = fs::temp_directory_path() / fmt::format("opsmap-cache-test-{}", ::getpid());
    Folder() { fs::remove_all(path); }
    ~Folder() { fs::remove_all(path); }
    std::vector<fs::path> files(const std::string& ending) const {
        std::vector<fs::path> found;
        for (const auto& entry : fs::recursive_directory_iterator(path))
            if (entry.path().extension() == ending) found.push_back(entry.path());
        return found;
    }
};

SourceKey keyOf(int number) {
    FieldWriter out;
    out.text(fmt::format("/data/{}.gpkg", number));
    return {out.take(), fmt::format("{:032x}", number)};
}

CachedLayer layerOf(int points) {
    StoreInfo info;
    info.layerName = "layer";
    info.mapCrs = "EPSG:32636";
    std::vector<Feature> features;
    for (int i = 0; i < points; ++i) {
        features.push_back({static_cast<std::uint64_t>(i), {GeometryKind::point, {}, {}}, {}});
        features.back().geometry.addPart(std::vector<MapPoint>{{1.0 * i, 2.0 * i}});
    }
    auto bytes = std::make_shared<std::vector<std::byte>>(encodeStore(info, {{}, std::move(features)}));
    const auto store = Store::open({*bytes, bytes});
    OPSMAP_CHECK(store);
    return {"layer", {*bytes, bytes}, *store};
}

void usedBefore(const Folder& folder, const SourceKey& key, std::chrono::hours ago) {
    fs::last_write_time(folder.path / (key.name + ".index"), fs::file_time_type::clock::now() - ago);
}

}  // namespace

TEST_CASE("what was written is found under its key alone") {
    const Folder folder;
    CHECK_FALSE(readCache(folder.path, keyOf(1)));
    writeCache(folder.path, keyOf(1), {layerOf(3), layerOf(5)}, kMuch);
    const auto found = readCache(folder.path, keyOf(1));
    REQUIRE(found);
    REQUIRE(found->size() == 2);
    CHECK((*found)[1].store->size() == 5);
    SourceKey other = keyOf(1);
    other.content += "x";  // as if two keys had one hash
    CHECK_FALSE(readCache(folder.path, other));
}

TEST_CASE("what was not used for the longest goes, and what was written now stays") {
    const Folder folder;
    for (const int number : {1, 2, 3}) writeCache(folder.path, keyOf(number), {layerOf(1000)}, kMuch);
    usedBefore(folder, keyOf(1), std::chrono::hours(3));
    usedBefore(folder, keyOf(2), std::chrono::hours(2));
    usedBefore(folder, keyOf(3), std::chrono::hours(1));
    REQUIRE(readCache(folder.path, keyOf(1)));  // used now: the second is the one that waits longest
    const std::uintmax_t one = cacheEntries(folder.path).front().bytes;
    writeCache(folder.path, keyOf(4), {layerOf(1000)}, 3 * one + one / 2);
    CHECK(readCache(folder.path, keyOf(1)));
    CHECK_FALSE(readCache(folder.path, keyOf(2)));
    CHECK(readCache(folder.path, keyOf(3)));
    CHECK(readCache(folder.path, keyOf(4)));
    writeCache(folder.path, keyOf(5), {layerOf(1000)}, 1);
    CHECK(cacheEntries(folder.path).size() == 1);
    CHECK(readCache(folder.path, keyOf(5)));
    CHECK(folder.files(".store").size() == 1);
}

TEST_CASE("a store in use outlives its removal") {
    const Folder folder;
    writeCache(folder.path, keyOf(1), {layerOf(1000)}, kMuch);
    const auto used = readCache(folder.path, keyOf(1));
    REQUIRE(used);
    writeCache(folder.path, keyOf(2), {layerOf(10)}, 1);
    CHECK_FALSE(readCache(folder.path, keyOf(1)));
    CHECK((*used)[0].store->feature(999).part(0)[0] == MapPoint{999, 1998});
}

TEST_CASE("entries say what they were made of") {
    const Folder folder;
    writeCache(folder.path, keyOf(7), {layerOf(3)}, kMuch);
    std::ofstream(folder.path / "0000-0.store") << "left by a program that was killed";
    usedBefore(folder, keyOf(7), std::chrono::hours(1));
    const auto entries = cacheEntries(folder.path);
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].source == "/data/7.gpkg");
    CHECK(entries[0].layers == std::vector<std::string>{"layer"});
    CHECK(entries[0].files.size() == 2);
    CHECK(entries[0].files[0].extension() == ".index");
    CHECK(entries[1].source.empty());
}

TEST_CASE("a damaged cache is rebuilt from the source, whichever byte is wrong") {
    const Folder folder;
    const auto fromCache = [&] {
        LoadRequest request = requestOf(kSamples / "towns.gpkg");
        request.mapCrs = "EPSG:32636";
        Link link({.loaderProgram = OPSMAP_LOADER, .cacheFolder = folder.path, .limits = {}, .wake = {}});
        link.start(request);
        std::optional<bool> cached;
        for (bool done = false; !done;)
            for (const LoadEvent& event : link.wait(60)) {
                if (const auto* finished = std::get_if<load_event::Finished>(&event.what)) {
                    CHECK(finished->store->size() > 0);
                    cached = finished->fromCache;
                }
                done = done || std::holds_alternative<load_event::Done>(event.what) ||
                       std::holds_alternative<load_event::Failed>(event.what);
            }
        REQUIRE(cached);
        return *cached;
    };
    CHECK_FALSE(fromCache());
    CHECK(fromCache());
    for (const std::string ending : {".store", ".index"})
        for (const double where : {0.0, 0.3, 0.7, 0.999}) {
            const fs::path file = folder.files(ending).at(0);
            const auto at = static_cast<std::streamoff>(where * static_cast<double>(fs::file_size(file)));
            std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
            out.seekg(at);
            const auto byte = static_cast<char>(out.get() ^ 0x55);
            out.seekp(at);
            out.put(byte);
            out.close();
            INFO(ending, " at ", where);
            CHECK_FALSE(fromCache());
            CHECK(fromCache());
        }
}

TEST_CASE("several programs write and remove in one folder at once") {
    const Folder folder;
    {
        std::vector<std::jthread> programs;
        for (int program = 0; program < 4; ++program)
            programs.emplace_back([&folder, program] {
                for (int i = 0; i < 10; ++i) {
                    writeCache(folder.path, keyOf(program * 100 + i % 3), {layerOf(200), layerOf(100)}, 40000);
                    const auto found = readCache(folder.path, keyOf((program + 1) % 4 * 100 + i % 3));
                    if (found && (found->size() != 2 || (*found)[0].store->size() != 200))
                        std::abort();  // half of one must never be seen
                }
            });
    }
    for (const CacheEntry& entry : cacheEntries(folder.path)) CHECK(entry.files.size() == 3);
}
