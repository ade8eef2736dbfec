// SPDX-License-Identifier: Apache-2.0
#pragma once
// The layers of a document that were made of plain files named on the command line, and the order in which the sources
// of a document are read because of them. Pure; main thread.

#include <string_view>
#include <vector>

#include "layers/model/document.hpp"

namespace viewer {

inline constexpr std::string_view kFileGroup = "Files";  // the group of these layers

// Whether openDocument made the layer of a plain file.
bool isFileLayer(const layers::LayerSpec& layer);
// The layers with a source in the order in which these are to be read: as they lie, but plain files first, because they
// are what is waited for.
std::vector<const layers::LayerSpec*> readingOrder(const layers::Document& document);

}  // namespace viewer
