// SPDX-License-Identifier: Apache-2.0
#pragma once
// The directions of the three norths at the middle of a view, clockwise from the top of the picture. Pure; any
// thread.

#include <optional>

#include "geodata/crs/magnetism.hpp"
#include "geodata/grid/grid.hpp"
#include "layers/model/map_view.hpp"

namespace layers {

struct Norths {
    double gridDeg = 0;  // of the UTM or UPS zone that the middle lies in
    double trueDeg = 0;
    std::optional<double> magneticDeg;
};

// None where the middle has no position.
std::optional<Norths> northsAt(const MapView& view, const geodata::MapMath& math,
                               const std::optional<geodata::Declination>& declination);

// Where declination is asked for.
std::optional<geodata::LonLat> middleOf(const MapView& view, const geodata::MapMath& math);

}  // namespace layers
