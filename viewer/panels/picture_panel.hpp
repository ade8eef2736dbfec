// SPDX-License-Identifier: Apache-2.0
#pragma once
// The picture dialog at the right (preset, preview, size or paper, scale, formats, marginalia, texts) and its frame
// on the map. Main thread.

#include "viewer/panels/kit/ui.hpp"

namespace viewer {

void drawPicturePanel(const PanelInput& input, Ui& ui);
// The frame, the map around it paler, with a tag to take it by.
void drawPictureFrame(const PanelInput& input, const Ui& ui);
// A picture is being made and the dialog is not open: how far it is.
void drawPictureProgress(const PanelInput& input, Ui& ui);

}  // namespace viewer
