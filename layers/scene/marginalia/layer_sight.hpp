// SPDX-License-Identifier: Apache-2.0
#pragma once
// Finds the layers that draw something in a view, by their geometry and not by their boxes. Main thread.

#include <string>
#include <vector>

#include "layers/model/content.hpp"
#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"

namespace layers {

// Ids of the vector layers with an area, a stroke or a marker inside the picture, in the document's order.
std::vector<std::string> layersInSight(const Document& document, const Stage& stage, const Contents& contents);

}  // namespace layers
