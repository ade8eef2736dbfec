// SPDX-License-Identifier: Apache-2.0
#pragma once
// What all panels share while one frame is laid out: scale, fonts, colours, the panel frame, text and buttons. None
// of it takes ImGui labels, because texts of files must never be read as ids or formats. Main thread.

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "layers/model/map_view.hpp"
#include "viewer/panels/kit/list_navigation.hpp"
#include "viewer/panels/kit/panel_io.hpp"

namespace viewer {

// Colours of the product: ink on white, United Nations blue as the accent.
namespace tone {
inline constexpr ImU32 kInk = IM_COL32(24, 32, 44, 255);
inline constexpr ImU32 kInkSoft = IM_COL32(84, 95, 110, 255);
inline constexpr ImU32 kInkFaint = IM_COL32(140, 150, 163, 255);
inline constexpr ImU32 kPaper = IM_COL32(255, 255, 255, 236);
inline constexpr ImU32 kWhite = IM_COL32(255, 255, 255, 255);
inline constexpr ImU32 kRim = IM_COL32(24, 32, 44, 46);
inline constexpr ImU32 kLine = IM_COL32(24, 32, 44, 26);
inline constexpr ImU32 kHover = IM_COL32(91, 146, 229, 30);
inline constexpr ImU32 kPressed = IM_COL32(91, 146, 229, 62);
inline constexpr ImU32 kAccent = IM_COL32(91, 146, 229, 255);
inline constexpr ImU32 kAccentDark = IM_COL32(0, 90, 160, 255);
inline constexpr ImU32 kAccentPale = IM_COL32(226, 237, 251, 255);
inline constexpr ImU32 kError = IM_COL32(184, 28, 28, 255);
inline constexpr ImU32 kErrorPale = IM_COL32(253, 236, 234, 250);
inline constexpr ImU32 kWarning = IM_COL32(214, 132, 0, 255);
}  // namespace tone

struct Faces {
    ImFont *text = nullptr, *bold = nullptr, *small = nullptr, *title = nullptr;
};

// Which panel's list has the keys: the one that was clicked last, until a click elsewhere, Esc, or it is gone.
struct KeyFocus {
    std::string panel;          // its id; empty: none
    std::vector<ListKey> keys;  // that came since the last frame
    bool isThere = false;       // it was laid out in this frame
};

struct Ui {
    float scale = 1;  // Stage::factor()
    ImVec2 size;      // of the window
    Faces faces;
    PanelOutput& out;
    std::vector<layers::ScreenRect>& covered;  // by panels, in this frame
    KeyFocus& focus;

    float px(double atFactor1) const { return static_cast<float>(atFactor1) * scale; }
};

inline ImVec2 operator+(ImVec2 a, ImVec2 b) { return {a.x + b.x, a.y + b.y}; }

// A panel's window with its shadow; begin and end belong together. Height 0: as its content needs.
struct PanelFrame {
    const char* id = "";
    ImVec2 position, size;
    ImVec2 pivot{0, 0};  // which of its own points stands at `position`
    float paddingPx = 0;
    ImU32 paper = tone::kPaper;
};
void beginPanel(const PanelFrame& frame);
void endPanel(Ui& ui);

// One line with its left top at `at`; nothing in it is interpreted.
void drawText(ImFont* face, ImVec2 at, ImU32 color, std::string_view text);
// Lines broken at `widthPx`, at the cursor; moves the cursor below.
void wrappedText(ImFont* face, ImU32 color, std::string_view text, float widthPx);
ImVec2 textSize(const ImFont* face, std::string_view text, float wrapPx = 0);
std::string cutText(const ImFont* face, std::string_view text, float widthPx);
// Middle of the line of capitals, so that text stands in the middle of a row.
float middleTop(const ImFont* face, float top, float heightPx);

// A key as it looks on a keyboard; returns its width. Its height is that of the small face and some air.
float drawKeyCap(const Ui& ui, ImVec2 leftTop, std::string_view key);
ImVec2 keyCapSize(const Ui& ui, std::string_view key);

struct Button {
    bool hovered = false, held = false, clicked = false;
};
// An invisible button in a rectangle of the window that draws its own hover.
Button buttonAt(const Ui& ui, const char* id, ImVec2 leftTop, ImVec2 size, bool enabled = true);
// A sentence beside the cursor, in this frame.
void sayAtCursor(const Ui& ui, std::string_view text);
// A sentence above or below the last button, which it leaves free, while that is hovered.
void tooltip(const Ui& ui, std::string_view text);

}  // namespace viewer
