// SPDX-License-Identifier: Apache-2.0
#pragma once
// The panels' icons, drawn with lines so that they are crisp at any size. `box` is the square of the icon. Main
// thread.

#include <imgui.h>

namespace viewer {

struct IconBox {
    ImVec2 middle;
    float sizePx = 0;
};

void drawCheckBox(IconBox box, bool on);
void drawChevron(IconBox box, ImU32 color, bool open);
void drawZoomTo(IconBox box, ImU32 color);
void drawSolo(IconBox box, ImU32 color);
void drawWarning(IconBox box);
void drawErrorSign(IconBox box);
void drawUndo(IconBox box, ImU32 color, bool mirrored);  // mirrored: redo
void drawCross(IconBox box, ImU32 color);
void drawEyeSign(IconBox box, ImU32 color, bool struckOut);
void drawStop(IconBox box, ImU32 color);
void drawPlay(IconBox box, ImU32 color, bool plays);  // plays: the sign to pause
void drawStep(IconBox box, ImU32 color, bool back);
void drawSave(IconBox box, ImU32 color);
void drawSliders(IconBox box, ImU32 color);

}  // namespace viewer
