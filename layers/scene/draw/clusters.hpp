// SPDX-License-Identifier: Apache-2.0
#pragma once
// Clusters: markers that represent several points which would cover each other. It decides how they look and which
// one is under the cursor. Main thread.

#include <cstdint>

#include "layers/scene/draw/draw_list.hpp"

namespace layers {

// How much larger than the marker of one point: seen as more, but no larger than its neighbours leave room for.
inline constexpr double kMostClusterScale = 2;
double clusterScale(std::uint32_t points);

// How many points the uppermost such marker at this place represents; 0: there is none.
std::uint32_t pointsAt(const DrawList& list, ScreenPoint at);

}  // namespace layers
