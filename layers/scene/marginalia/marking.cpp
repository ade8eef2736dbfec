// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/marking.hpp"

#include <algorithm>
#include <utility>

#include "layers/model/layer_visibility.hpp"

namespace layers {

MarkingLevel markingLevelOf(std::string_view marking) {
    std::string text(marking);
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    // "TOP SECRET" holds "SECRET": the longer first.
    constexpr std::pair<const char*, MarkingLevel> kWords[] = {{"TOP SECRET", MarkingLevel::topSecret},
                                                               {"SECRET", MarkingLevel::secret},
                                                               {"CONFIDENTIAL", MarkingLevel::confidential},
                                                               {"RESTRICTED", MarkingLevel::restricted},
                                                               {"UNCLASSIFIED", MarkingLevel::unclassified}};
    for (const auto& [word, level] : kWords)
        if (text.find(word) != text.npos) return level;
    return text.empty() ? MarkingLevel::none : MarkingLevel::other;
}

Rgba markingColorOf(MarkingLevel level) {
    switch (level) {
        case MarkingLevel::topSecret: return {196, 98, 0, 255};
        case MarkingLevel::secret: return {176, 16, 24, 255};
        case MarkingLevel::confidential: return {0, 70, 160, 255};
        case MarkingLevel::restricted: return {96, 40, 130, 255};
        case MarkingLevel::unclassified: return {0, 104, 56, 255};
        case MarkingLevel::other:
        case MarkingLevel::none: break;
    }
    return {60, 64, 72, 255};
}

std::string markingOf(const Document& document, const Stage& stage) {
    std::string highest = document.marking;
    if (const std::string& raised = stage.marginalia.marking; markingLevelOf(raised) > markingLevelOf(highest))
        highest = raised;
    for (const LayerSpec& layer : document.layers)
        if (isDrawn(layer, stage) && markingLevelOf(layer.marking) > markingLevelOf(highest)) highest = layer.marking;
    return highest;
}

}  // namespace layers
