// SPDX-License-Identifier: Apache-2.0
#pragma once
// A named way to make pictures, from the area file or the user's settings: frame, formats and marginalia. A value;
// any thread.

#include <optional>
#include <string>
#include <vector>

#include "layers/model/picture_frame.hpp"

namespace layers {

struct GridChoice {
    bool shown = true;
    GridKind kind = GridKind::geo;

    bool operator==(const GridChoice&) const = default;
};

struct PicturePreset {
    std::string name;
    std::string title;  // of the picture; empty: the area's
    PictureFrame frame;
    std::vector<std::string> formats{"png"};  // endings of the files that it makes
    std::vector<std::string> marginalia;      // exactly these, or changes (+a, -b) to those of the stage; empty: those
    std::string subtitle, note, marking;      // empty: the stage's; a marking raises
    std::optional<bool> legend;               // none: as on the stage
    std::optional<GridChoice> grid;

    bool operator==(const PicturePreset&) const = default;
};

inline constexpr std::string_view kPictureFormats[] = {"png", "jpg", "webp", "tif", "pdf"};

}  // namespace layers
