// SPDX-License-Identifier: Apache-2.0
#pragma once
// A static R-tree in flat arrays: boxes are sorted along a Hilbert curve and packed bottom-up, 16 to a node. Parents
// follow from the positions alone, so a damaged file can contain neither wild indices nor cycles. Internal; any
// thread.

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "geodata/geometry/geometry.hpp"

namespace geodata {

inline constexpr std::size_t kTreeFan = 16;

struct PackedTree {
    std::vector<std::uint32_t> items;  // feature indices, sorted along the curve
    std::vector<MapBox> boxes;         // of the items, then level by level up to the root
};

// A tree that lies elsewhere.
struct PackedTreeView {
    std::span<const std::uint32_t> items;
    std::span<const MapBox> boxes;
};

// Boxes over all levels for so many items.
std::uint64_t treeBoxCount(std::uint64_t items);

// Of all non-empty boxes; index i stands for boxes[i].
PackedTree buildTree(std::span<const MapBox> boxes);

// Whether `items` are exactly the non-empty ones of `boxes`, each once, and every node's box is that of its children.
bool treeFits(const PackedTreeView& tree, std::span<const MapBox> boxes);

// Calls `visit` with the index of each item whose box meets `box`, in the tree's order.
void searchTree(const PackedTreeView& tree, const MapBox& box,
                const std::function<void(std::uint32_t item, const MapBox& itemBox)>& visit);

}  // namespace geodata
