#pragma once
// What a layer of a document asks of the loader. Pure; any thread.

#include <string>

#include "geodata/link/load_request.hpp"
#include "layers/model/document.hpp"

namespace viewer {

geodata::LoadRequest requestOf(const layers::LayerSpec& layer, const std::string& mapCrs);

}  // namespace viewer
