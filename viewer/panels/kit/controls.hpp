// SPDX-License-Identifier: Apache-2.0
#pragma once
// Controls that several panels share, in the product's style. Each draws in a rectangle of the window. Main thread.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "viewer/panels/kit/ui.hpp"

namespace viewer {

struct ControlBox {
    const char* id = "";
    ImVec2 at;
    float widthPx = 0;
};

inline constexpr double kControlHeightPx = 28;  // at factor 1

// True: `text` was changed.
bool searchField(const Ui& ui, const ControlBox& box, std::string& text, const char* hint);
// A button that opens a list; the index of what was picked.
std::optional<std::size_t> dropDown(Ui& ui, const ControlBox& box, std::string_view shown,
                                    std::span<const std::string> choices);
// All choices side by side, one of them filled; the index of what was picked.
std::optional<std::size_t> segments(const Ui& ui, const ControlBox& box, std::span<const std::string_view> choices,
                                    std::size_t chosen);
// Check box and words; true: it was clicked.
bool switchLine(const Ui& ui, const ControlBox& box, std::string_view words, bool on);
// Words that lead somewhere, at the cursor, which moves below; true: they were clicked.
bool linkLine(const Ui& ui, const ControlBox& box, std::string_view words);

}  // namespace viewer
