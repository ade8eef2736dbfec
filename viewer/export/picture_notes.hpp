#pragma once
// What a picture says about itself in its text chunks, so that it can be told later what it shows. Pure.

#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"
#include "viewer/export/picture_writer.hpp"

namespace viewer {

// Title, and under opsmap's own keywords area file, date, map CRS, extent in map metres (W,S,E,N), visible layers, grid.
std::vector<std::pair<std::string, std::string>> notesOf(const layers::Document& document, const layers::Stage& stage);

}  // namespace viewer
