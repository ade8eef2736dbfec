#pragma once
// A layer that lies elsewhere than its area: nothing of it would ever be seen, and nothing would say so. Pure; any thread.

#include <optional>

#include "geodata/store/store.hpp"

namespace viewer {

// None where the area has no home extent, the layer no position, or something of it lies in or near that extent.
std::optional<geodata::Warning> outsideArea(const std::optional<geodata::LonLatBox>& home, const geodata::Store& layer);

}  // namespace viewer
