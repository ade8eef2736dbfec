// SPDX-License-Identifier: Apache-2.0
#pragma once
// Turns a curve on the map into a polyline within a tolerance. It halves segments until the chords fit, and cuts the
// line where the projection has no answer or jumps. Internal to the grid; any thread.

#include <functional>
#include <vector>

#include "geodata/geometry/geometry.hpp"

namespace geodata {

struct CurveRequest {
    std::function<MapPoint(double)> at;  // NaN where there is no point
    double from = 0, to = 0;
    double toleranceM = 1;  // from chord to curve
    // Enough that no projection bends twice within one, so that the test at a piece's middle is honest; curves known to
    // be gentle need fewer.
    int firstPieces = 32;
};
// The curve's pieces in order, each of at least two points.
std::vector<std::vector<MapPoint>> tracedCurve(const CurveRequest& request);

// What of a polyline meets the box: runs of segments whose own box does, so ends may stand out a little.
std::vector<std::vector<MapPoint>> piecesMeeting(const MapBox& box, const std::vector<MapPoint>& line);

}  // namespace geodata
