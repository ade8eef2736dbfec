// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/packed_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace geodata;

namespace {

std::vector<MapBox> randomBoxes(std::size_t count) {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> place(-1e6, 1e6), side(0, 2e4);
    std::vector<MapBox> boxes;
    for (std::size_t i = 0; i < count; ++i) {
        const MapPoint min{place(random), place(random)};
        boxes.push_back(i % 10 == 3 ? MapBox{} : MapBox{min, {min.x + side(random), min.y + side(random)}});
    }
    return boxes;
}

std::vector<std::uint32_t> search(const PackedTree& tree, const MapBox& box) {
    std::vector<std::uint32_t> found;
    searchTree({tree.items, tree.boxes}, box, [&](std::uint32_t item, const MapBox&) { found.push_back(item); });
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

TEST_CASE("a tree finds exactly what a look at every box finds") {
    for (const std::size_t count : {0, 1, 2, 16, 17, 18, 256, 257, 5000}) {
        const std::vector<MapBox> boxes = randomBoxes(count);
        const PackedTree tree = buildTree(boxes);
        CHECK(treeFits({tree.items, tree.boxes}, boxes));
        for (const double side : {0.0, 1e4, 5e5, 4e6}) {
            const MapBox box{{-side / 2, -side / 3}, {side / 2, side / 3}};
            std::vector<std::uint32_t> expected;
            for (std::uint32_t i = 0; i < boxes.size(); ++i)
                if (boxes[i].intersects(box)) expected.push_back(i);
            CHECK(search(tree, box) == expected);
        }
    }
}

TEST_CASE("a tree of equal or endless boxes is still a tree") {
    const std::vector<MapBox> equal(100, MapBox{{5, 5}, {5, 5}});
    const PackedTree same = buildTree(equal);
    CHECK(search(same, {{0, 0}, {10, 10}}).size() == 100);
    const std::vector<MapBox> wide(20, MapBox{{-1.7e308, -1.7e308}, {1.7e308, 1.7e308}});
    CHECK(search(buildTree(wide), {{0, 0}, {0, 0}}).size() == 20);
}

TEST_CASE("a tree that lost, doubled or moved something does not fit") {
    const std::vector<MapBox> boxes = randomBoxes(100);
    const PackedTree good = buildTree(boxes);
    PackedTree doubled = good;
    doubled.items[1] = doubled.items[0];
    doubled.boxes[1] = doubled.boxes[0];
    CHECK_FALSE(treeFits({doubled.items, doubled.boxes}, boxes));
    PackedTree moved = good;
    moved.boxes.back().min.x += 1;
    CHECK_FALSE(treeFits({moved.items, moved.boxes}, boxes));
    PackedTree wild = good;
    wild.items[5] = 100;
    CHECK_FALSE(treeFits({wild.items, wild.boxes}, boxes));
    std::vector<MapBox> more = boxes;
    more.push_back({{0, 0}, {1, 1}});
    CHECK_FALSE(treeFits({good.items, good.boxes}, more));
}
