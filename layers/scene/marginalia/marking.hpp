// SPDX-License-Identifier: Apache-2.0
#pragma once
// Computes a picture's marking: the highest of the area's own, those of the shown layers, and the one the user raised
// it to. Pure; any thread.

#include <string>
#include <string_view>

#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"

namespace layers {

// In order; a marking of no known level stands above UNCLASSIFIED, so that it is never lost to it.
enum class MarkingLevel : std::uint8_t { none, unclassified, other, restricted, confidential, secret, topSecret };

MarkingLevel markingLevelOf(std::string_view marking);  // by the word that it holds: "NATO SECRET", "UN Restricted"
Rgba markingColorOf(MarkingLevel level);

// The text with the highest level; the area's own where it is as high. Nothing the user sets makes it lower.
std::string markingOf(const Document& document, const Stage& stage);

}  // namespace layers
