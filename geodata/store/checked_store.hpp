// SPDX-License-Identifier: Apache-2.0
#pragma once
// Checks foreign bytes once, so that the store can then be read without checks. Internal to this folder; any thread.

#include "geodata/store/packed_tree.hpp"
#include "geodata/store/store_format.hpp"

namespace geodata {

struct StoreContent {
    Bytes bytes;
    StoreInfo info;
    std::vector<StoreChunk> chunks;
    PackedTreeView tree;
    std::size_t featureCount = 0;
    MapBox box;
    bool hasPoints = false;
};

// Everything in `bytes`, checked once. The error is a sentence for each kind of damage.
Result<StoreContent> checkedContent(Bytes bytes);

}  // namespace geodata
