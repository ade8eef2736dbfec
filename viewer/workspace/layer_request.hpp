// SPDX-License-Identifier: Apache-2.0
#pragma once
// Turns a layer of a document into a request to the loader. Pure; any thread.

#include <string>

#include "geodata/link/load_request.hpp"
#include "layers/model/document.hpp"

namespace viewer {

geodata::LoadRequest requestOf(const layers::LayerSpec& layer, const std::string& mapCrs);

}  // namespace viewer
