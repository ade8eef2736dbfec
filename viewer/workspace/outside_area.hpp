// SPDX-License-Identifier: Apache-2.0
#pragma once
// Finds a layer that lies outside its area, which would otherwise stay invisible without explanation. Pure; any
// thread.

#include <optional>

#include "geodata/store/store.hpp"

namespace viewer {

// None where the area has no home extent, the layer no position, or something of it lies in or near that extent.
std::optional<geodata::Warning> outsideArea(const std::optional<geodata::LonLatBox>& home, const geodata::Store& layer);

}  // namespace viewer
