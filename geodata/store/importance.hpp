// SPDX-License-Identifier: Apache-2.0
#pragma once
// Computes from which zoom each vertex matters, between reading and the store. Both methods give one value per
// distinct coordinate, so features that share vertices keep or drop them together. Internal to the store; any thread,
// and two threads for large layers.

#include <limits>
#include <vector>

#include "geodata/store/feature_set.hpp"

namespace geodata {

// Of vertices that never go: nodes (where the neighbours change), ends of lines, points. Finite, as all that is stored.
inline constexpr float kAlwaysImportant = std::numeric_limits<float>::max();

// One value per vertex, features' vertices one after the other: the coarsest tolerance in metres at which it is kept.
//
// Final: Douglas–Peucker once per arc between nodes. Keeping importance >= t is exactly Douglas–Peucker at t, so no
// original vertex is farther than t from the kept line; where a ring would lose its third vertex while its box is
// longer than t, extra vertices stay and the bound is 2t. O(n log n) whatever the shape.
std::vector<float> sharedArcImportance(const FeatureSet& set);

// Preview: what it says of an edge depends on the coordinates of its two ends alone, so that chunks which know nothing
// of each other agree on a border they share: its ends matter up to twice the side of the coarsest power-of-two grid
// whose lines the edge crosses. What is dropped lies in one grid cell with the kept vertices before and after it, so
// the line moves by less than 1.42 t. A vertex takes the best of its edges, nodes always matter; a node whose third
// neighbour is in another chunk is not known as one, and there the chunks may differ by less than one cell. Linear.
std::vector<float> previewImportance(const FeatureSet& set);

// What the preview says of one edge: twice the side of the coarsest grid that has its ends in different cells.
float edgeImportance(MapPoint a, MapPoint b);

}  // namespace geodata
