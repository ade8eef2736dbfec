// SPDX-License-Identifier: Apache-2.0
#pragma once
// The views of `opsmap bench`, one per frame: the world around the home view, a dive to one place, a circle over it,
// and the way out. A seed chooses the place, so the flight is the same for the same data. Pure; any thread.

#include <cstdint>
#include <vector>

#include "geodata/store/store.hpp"
#include "layers/model/map_view.hpp"

namespace viewer {

enum class Leg : std::uint8_t { world, dive, pan, out };

struct FlightFrame {
    Leg leg = Leg::world;
    layers::MapView view;
};

// 60 frames a leg.
std::vector<FlightFrame> flightOver(const layers::MapView& home, layers::MapPoint place);

// A vertex of what the stores hold inside `box`; its middle where they hold nothing there.
layers::MapPoint flightPlace(const std::vector<std::shared_ptr<const geodata::Store>>& stores,
                             const layers::MapBox& box);

}  // namespace viewer
