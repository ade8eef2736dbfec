// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/packed_tree.hpp"

#include <algorithm>
#include <utility>

namespace geodata {
namespace {

// Place along the Hilbert curve of order 16 (Warren, Hacker's Delight, 16-2).
std::uint32_t hilbertPlace(std::uint32_t x, std::uint32_t y) {
    std::uint32_t place = 0;
    for (std::uint32_t side = 1U << 15; side > 0; side >>= 1) {
        const std::uint32_t right = (x & side) != 0, up = (y & side) != 0;
        place = place << 2 | ((3 * right) ^ up);
        if (up == 0) {
            if (right == 1) {
                x = ~x;
                y = ~y;
            }
            std::swap(x, y);
        }
    }
    return place;
}

// 0…65535 within [min, max]; halves first, because huge coordinates would overflow the difference.
std::uint32_t cellOf(double value, double min, double max) {
    const double share = (value / 2 - min / 2) / (max / 2 - min / 2);
    return share > 0 ? static_cast<std::uint32_t>(std::min(share, 1.0) * 65535) : 0;
}

double middle(double a, double b) { return a / 2 + b / 2; }

std::uint32_t placeOf(const MapBox& box, const MapBox& all) {
    return hilbertPlace(cellOf(middle(box.min.x, box.max.x), all.min.x, all.max.x),
                        cellOf(middle(box.min.y, box.max.y), all.min.y, all.max.y));
}

std::vector<std::uint32_t> sortedAlongCurve(std::span<const MapBox> boxes) {
    MapBox all;
    for (const MapBox& box : boxes) all = united(all, box);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (!boxes[i].empty()) places.emplace_back(placeOf(boxes[i], all), static_cast<std::uint32_t>(i));
    std::sort(places.begin(), places.end());
    std::vector<std::uint32_t> items;
    items.reserve(places.size());
    for (const auto& [place, item] : places) items.push_back(item);
    return items;
}

struct Level {
    std::size_t first = 0, count = 0;  // in the array of boxes
};

std::vector<Level> levelsOf(std::size_t items) {
    std::vector<Level> levels{{0, items}};
    while (levels.back().count > 1)
        levels.push_back({levels.back().first + levels.back().count, (levels.back().count + kTreeFan - 1) / kTreeFan});
    return levels;
}

MapBox boxOfChildren(std::span<const MapBox> boxes, const Level& below, std::size_t node) {
    MapBox box;
    for (std::size_t i = node * kTreeFan; i < std::min((node + 1) * kTreeFan, below.count); ++i)
        box = united(box, boxes[below.first + i]);
    return box;
}

bool itemsFit(const PackedTreeView& tree, std::span<const MapBox> boxes) {
    std::vector<bool> seen(boxes.size());
    for (std::size_t i = 0; i < tree.items.size(); ++i) {
        const std::uint32_t item = tree.items[i];
        if (item >= boxes.size() || seen[item] || boxes[item].empty() || !(tree.boxes[i] == boxes[item])) return false;
        seen[item] = true;
    }
    const auto placed = std::count_if(boxes.begin(), boxes.end(), [](const MapBox& box) { return !box.empty(); });
    return static_cast<std::size_t>(placed) == tree.items.size();
}

}  // namespace

std::uint64_t treeBoxCount(std::uint64_t items) {
    std::uint64_t sum = items;
    while (items > 1) sum += items = items / kTreeFan + (items % kTreeFan != 0);
    return sum;
}

PackedTree buildTree(std::span<const MapBox> boxes) {
    PackedTree tree{sortedAlongCurve(boxes), {}};
    tree.boxes.reserve(treeBoxCount(tree.items.size()));
    for (const std::uint32_t item : tree.items) tree.boxes.push_back(boxes[item]);
    const std::vector<Level> levels = levelsOf(tree.items.size());
    for (std::size_t l = 1; l < levels.size(); ++l)
        for (std::size_t node = 0; node < levels[l].count; ++node)
            tree.boxes.push_back(boxOfChildren(tree.boxes, levels[l - 1], node));
    return tree;
}

bool treeFits(const PackedTreeView& tree, std::span<const MapBox> boxes) {
    if (tree.boxes.size() != treeBoxCount(tree.items.size()) || !itemsFit(tree, boxes)) return false;
    const std::vector<Level> levels = levelsOf(tree.items.size());
    for (std::size_t l = 1; l < levels.size(); ++l)
        for (std::size_t node = 0; node < levels[l].count; ++node)
            if (!(tree.boxes[levels[l].first + node] == boxOfChildren(tree.boxes, levels[l - 1], node))) return false;
    return true;
}

void searchTree(const PackedTreeView& tree, const MapBox& box,
                const std::function<void(std::uint32_t item, const MapBox& itemBox)>& visit) {
    if (tree.items.empty()) return;
    const std::vector<Level> levels = levelsOf(tree.items.size());
    std::vector<std::pair<std::size_t, std::size_t>> open{{levels.size() - 1, 0}};  // level, place in it
    while (!open.empty()) {
        const auto [level, place] = open.back();
        open.pop_back();
        const MapBox& nodeBox = tree.boxes[levels[level].first + place];
        if (!nodeBox.intersects(box)) continue;
        if (level == 0) {
            visit(tree.items[place], nodeBox);
            continue;
        }
        const std::size_t end = std::min((place + 1) * kTreeFan, levels[level - 1].count);
        for (std::size_t child = place * kTreeFan; child < end; ++child) open.emplace_back(level - 1, child);
    }
}

}  // namespace geodata
