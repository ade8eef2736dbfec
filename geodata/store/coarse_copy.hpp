// SPDX-License-Identifier: Apache-2.0
#pragma once
// The content of a big layer's preview: features with only the vertices that matter at a tolerance, so that the first
// shapes appear before the last vertex is read. Any thread.

#include <span>

#include "geodata/store/feature_set.hpp"

namespace geodata {

// By the rule of the preview's importance: each edge is judged by its two ends alone, so copies made apart keep the
// same vertices of a shared border. Parts smaller than the tolerance and those that come to too few vertices are left
// out; a feature that loses all its parts stays in the list without geometry. Points and lines' ends always stay.
std::vector<Feature> coarseCopy(std::span<const Feature> features, double toleranceM);

}  // namespace geodata
