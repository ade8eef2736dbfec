// SPDX-License-Identifier: Apache-2.0
#pragma once
// The step "clip": rings and lines against a box. Points on the box's edge are computed from the lower to the higher
// end of an edge, whatever its direction, so that neighbours sharing the edge meet in the same point. Any thread.

#include <optional>
#include <span>
#include <vector>

#include "geodata/geometry/geometry.hpp"

namespace geodata {

// What of a ring's area lies in the box (Sutherland–Hodgman): the result may run along the box's edges. Fewer than
// three points: nothing is left.
std::vector<MapPoint> clipRing(std::span<const MapPoint> ring, const MapBox& box);

// How often a clipped ring goes around the box where all its edges run along the box's sides: 0, it has no area; 1 or
// -1, it is the whole box. None where an edge runs through the box.
std::optional<int> turnsAround(std::span<const MapPoint> clippedRing, const MapBox& box);

struct LinePiece {
    std::vector<MapPoint> points;
    std::vector<double> alongM;                 // per point, from the whole line's start
    bool startsLine = false, endsLine = false;  // the piece has the line's own end, not one that clipping made
};

// The pieces of a line inside the box (Liang–Barsky per segment). `closed` joins the last point to the first.
std::vector<LinePiece> clipLine(std::span<const MapPoint> line, bool closed, const MapBox& box);

}  // namespace geodata
