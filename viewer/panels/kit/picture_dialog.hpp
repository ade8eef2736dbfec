// SPDX-License-Identifier: Apache-2.0
#pragma once
// The input and the requests of the picture dialog. Values; main thread.

#include <optional>
#include <string>
#include <vector>

#include "layers/model/picture_preset.hpp"

namespace viewer {

struct PictureDialog {
    bool open = false;
    layers::PicturePreset preset{};    // the current one, as it was changed
    std::vector<std::string> names{};  // of all presets
    std::string sizeText{}, error{};   // error: why there is no such picture
    layers::Marginalia marginalia{};   // as the picture will have them
    bool legend = false;
    layers::GridChoice grid{};
    layers::ScreenRect frame{};        // on the stage
    layers::ScreenSize previewSize{};  // 0 × 0: there is none yet
    std::optional<double> progress{};  // a picture is being made
};

struct PictureRequests {
    std::optional<layers::PicturePreset> preset{};
    std::optional<std::string> choose{};  // a preset by name
    bool make = false, giveUp = false, fit = false, close = false;
};

}  // namespace viewer
