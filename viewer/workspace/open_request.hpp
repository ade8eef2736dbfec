// SPDX-License-Identifier: Apache-2.0
#pragma once
// What to open and how to show it first, as values: the files and the map (OpenRequest), and view, date and switches
// (StageRequest). The command line fills them in; folders below it do not know its options. Any thread.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "layers/model/picture_preset.hpp"
#include "viewer/workspace/layer_edits.hpp"

namespace viewer {

// What is not set is the area's own choice, or that of the last session.
struct StageRequest {
    layers::PictureFrame frame;  // a window has only size, scale and extent
    std::optional<geodata::LonLat> center;
    std::string date, compareDate;  // YYYY-MM-DD; empty: the area's own, and no comparison
    std::optional<layers::LabelLanguage> language;
    std::optional<layers::GridChoice> grid;
    std::optional<layers::Amplifiers> amplifiers;
    std::optional<layers::SymbolColors> symbolColors;
    bool legend = false;
};

struct OpenRequest {
    std::vector<std::filesystem::path> files;  // none: the bundled area
    std::string crs;                           // of the map; empty: the area's
    std::string sourceCrs;                     // of the files that are no areas; empty: what they say
    std::optional<std::string> title;
    std::string theme;  // empty: none
    std::vector<LayerEdit> layers;
    StageRequest stage;
    std::filesystem::path shaderDir;  // empty: the embedded shaders
};

}  // namespace viewer
