// SPDX-License-Identifier: Apache-2.0
// Tiles are cut on threads: the tests wait for results and never for time.
#include "layers/scene/tiles/tile_jobs.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <set>

using namespace layers;

namespace {

// A square of 4096 m at the map's origin.
std::shared_ptr<const geodata::Store> square() {
    geodata::StoreInfo info;
    info.layerName = "square";
    info.mapCrs = "EPSG:32636";
    geodata::FeatureSet set;
    geodata::Feature feature{0, {geodata::GeometryKind::polygon, {}, {}}, {}};
    feature.geometry.addPart(std::vector<geodata::MapPoint>{{0, 0}, {4096, 0}, {4096, 4096}, {0, 4096}, {0, 0}});
    set.features.push_back(std::move(feature));
    auto store = geodata::Store::open(geodata::ownedBytes(geodata::encodeStore(info, set)));
    OPSMAP_CHECK(store);
    return *store;
}

// A row of tiles of 1024 m, from the origin eastwards.
std::vector<TileJob> row(int count, const std::string& layer = "square", std::uint64_t revision = 1) {
    static const auto content = square();
    std::vector<TileJob> jobs;
    for (int x = 0; x < count; ++x) {
        const geodata::TileId tile{16, x, 0};
        jobs.push_back({{layer, revision, tile}, {{content}, tile, true, true, {}}});
    }
    return jobs;
}

std::vector<CutTile> allOf(TileJobs& jobs) {
    std::vector<CutTile> cut;
    while (jobs.busy()) {
        jobs.waitForSome();
        for (CutTile& tile : jobs.takeFinished()) cut.push_back(std::move(tile));
    }
    return cut;
}

}  // namespace

TEST_CASE("every wanted tile is cut once, under its own key") {
    TileJobs jobs(3, {});
    std::vector<TileJob> wanted = row(40);
    for (const TileJob& job : row(9, "other", 7)) wanted.push_back(job);
    jobs.want(wanted);
    const std::vector<CutTile> cut = allOf(jobs);
    std::set<TileKey> keys;
    for (const CutTile& tile : cut) {
        CHECK(tile.mesh.tile == tile.key.tile);
        keys.insert(tile.key);
    }
    CHECK(cut.size() == wanted.size());
    CHECK(keys.size() == wanted.size());
    CHECK(std::ranges::all_of(wanted, [&](const TileJob& job) { return keys.contains(job.key); }));
}

TEST_CASE("without a wish the workers rest, and waiting ends at once") {
    TileJobs jobs(2, {});
    CHECK_FALSE(jobs.busy());
    CHECK_FALSE(jobs.working());
    CHECK_FALSE(jobs.hasFinished());
    jobs.waitForSome();
    CHECK(jobs.takeFinished().empty());
}

TEST_CASE("a tile that is finished and not taken yet is not cut again") {
    TileJobs jobs(1, {});
    jobs.want(row(1));
    jobs.waitForSome();
    CHECK(jobs.hasFinished());
    CHECK(jobs.busy());
    CHECK_FALSE(jobs.working());
    jobs.want(row(1));
    CHECK_FALSE(jobs.working());
    CHECK(jobs.takeFinished().size() == 1);
    CHECK_FALSE(jobs.busy());
    jobs.want(row(1));  // taken: it is cut anew
    CHECK(allOf(jobs).size() == 1);
}

TEST_CASE("a new wish replaces what waits") {
    TileJobs jobs(0, {});  // nobody works, so that all of it waits
    jobs.want(row(5));
    CHECK(jobs.working());
    jobs.want({});
    CHECK_FALSE(jobs.working());
    CHECK_FALSE(jobs.busy());
}

TEST_CASE("whoever draws is told of each tile") {
    std::atomic<int> woken = 0;
    {
        TileJobs jobs(2, [&] { ++woken; });
        jobs.want(row(12));
        CHECK(allOf(jobs).size() == 12);
    }
    CHECK(woken == 12);
}

TEST_CASE("tiles of one worker come in the order in which they were wanted, a layer together") {
    TileJobs jobs(1, {});
    std::vector<TileJob> wanted = row(3);
    const std::vector<TileJob> other = row(3, "other");
    wanted.insert(wanted.begin() + 1, other.begin(), other.end());
    jobs.want(wanted);
    std::vector<std::string> order;
    for (const CutTile& tile : allOf(jobs)) order.push_back(tile.key.layer + std::to_string(tile.key.tile.x));
    CHECK(order == std::vector<std::string>{"square0", "square1", "square2", "other0", "other1", "other2"});
}

TEST_CASE("workers stop when the jobs are dropped, whatever waits") {
    std::atomic<int> woken = 0;
    {
        TileJobs jobs(2, [&] { ++woken; });
        jobs.want(row(5000));
    }
    CHECK(woken < 5000);
}
