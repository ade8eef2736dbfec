// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/outside_area.hpp"

#include <fmt/format.h>

#include <cmath>

namespace viewer {
namespace {

using geodata::LonLatBox;

// West and east of a box as a begin and a length, which 180° does not break.
double lengthOf(const LonLatBox& box) { return box.east >= box.west ? box.east - box.west : box.east - box.west + 360; }
double eastward(double from, double to) { return std::fmod(std::fmod(to - from, 360) + 360, 360); }

// Whether b meets a grown by its own size on every side: what an area's neighbours show is no mistake.
bool liesNear(const LonLatBox& a, const LonLatBox& b) {
    const double height = a.north - a.south, length = lengthOf(a);
    if (b.south > a.north + height || b.north < a.south - height) return false;
    const double begin = a.west - length;
    return 3 * length + lengthOf(b) >= 360 || eastward(begin, b.west) <= 3 * length ||
           eastward(b.west, begin) <= lengthOf(b);
}

std::string text(const LonLatBox& box) {
    return fmt::format("{:.2f},{:.2f},{:.2f},{:.2f}", box.west, box.south, box.east, box.north);
}

}  // namespace

std::optional<geodata::Warning> outsideArea(const std::optional<LonLatBox>& home, const geodata::Store& layer) {
    const auto& extent = layer.info().extent;
    if (!home || !extent || liesNear(*home, *extent)) return {};
    return geodata::Warning{fmt::format("All features of layer {} lie far from the area: theirs is {}, the area's is "
                                        "{} (west, south, east, north). Check the layer's coordinate system.",
                                        geodata::quoted(layer.info().layerName), text(*extent), text(*home)),
                            layer.size()};
}

}  // namespace viewer
