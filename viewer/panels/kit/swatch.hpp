// SPDX-License-Identifier: Apache-2.0
#pragma once
// A layer's sample beside its title: fill, line, marker or unit frame, drawn as on the map. Main thread.

#include <imgui.h>

#include "layers/model/document.hpp"
#include "viewer/panels/kit/ui.hpp"

namespace viewer {

void drawSwatch(const Ui& ui, const layers::LayerSpec& layer, ImVec2 leftTop, ImVec2 size);

}  // namespace viewer
