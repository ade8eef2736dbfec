// SPDX-License-Identifier: Apache-2.0
#pragma once
// The value of --layers: either exactly these layers (a,b) or changes to the area's own choice (-a,+b). Any thread.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geodata/result/result.hpp"
#include "layers/model/document.hpp"

namespace viewer {

struct LayerEdit {
    enum class How : std::uint8_t { only, show, hide };

    How how = How::only;  // in one list all are `only` or none is
    std::string layer;

    bool operator==(const LayerEdit&) const = default;
};

geodata::Result<std::vector<LayerEdit>> parseLayerEdits(std::string_view text);
// An empty list changes nothing; a layer that is not there is refused.
geodata::Result<layers::Document> applyLayerEdits(layers::Document document, std::span<const LayerEdit> edits);

}  // namespace viewer
