#pragma once
// Symbols that would cover each other are moved apart: none is dropped, each keeps its size, a leader line shows where it
// belongs. A pure function: equal input gives equal output, whatever the order. Pixels of the picture. Any thread.

#include <cstdint>
#include <vector>

#include "layers/model/map_view.hpp"

namespace layers {

struct SpreadItem {
    std::uint64_t key = 0;   // unique and stable: decides ties
    double priority = 0;     // larger keeps its own place
    ScreenRect rect;         // where it wants to stand
    double gapPx = 2;        // kept free to its neighbours
};

// Per item, how far it is moved.
std::vector<ScreenPoint> spreadApart(const std::vector<SpreadItem>& items);

}  // namespace layers
