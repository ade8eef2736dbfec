// SPDX-License-Identifier: Apache-2.0
#pragma once
// The position under the cursor as texts, for the status bar and the clipboard. Pure; main thread, because of the
// projection.

#include <string>

#include "layers/model/stage.hpp"
#include "viewer/panels/kit/panel_io.hpp"
#include "viewer/workspace/projection.hpp"

namespace viewer {

ReadOut readOutAt(layers::ScreenPoint cursor, const layers::Stage& stage, const Projection& projection);

// MGRS, UTM, latitude and longitude on one line; empty where the map has no position.
std::string positionLineAt(layers::ScreenPoint at, const layers::Stage& stage, const Projection& projection);

}  // namespace viewer
