// SPDX-License-Identifier: Apache-2.0
#pragma once
// Prepares texts for Dear ImGui, which draws characters from left to right as they come. Arabic is joined and put
// into visual order beforehand. Pure; any thread.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "viewer/panels/kit/panel_text.hpp"

namespace viewer {

// A letter that is written from right to left is in it.
bool readsFromRight(std::string_view utf8);
// One line, ready to be drawn; a text without such letters comes back as it is.
std::string visualText(std::string_view utf8);
// Broken at blanks so that no line is wider; a word that is wider stands alone. Still in reading order.
std::vector<std::string> wrappedLines(std::string_view utf8, float widthPx, const TextWidth& width);

}  // namespace viewer
