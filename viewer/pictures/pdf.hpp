// SPDX-License-Identifier: Apache-2.0
#pragma once
// Writes PDF files: the DrawList as vectors, layer by layer, which opsmap-loader merges and georeferences. Main
// thread.

#include "layers/scene/scene.hpp"
#include "viewer/pictures/picture.hpp"

namespace viewer {

// The scene is complete. The sheet is as large as the picture at its dpi; a picture for a screen has 96 to the inch.
geodata::Status writePdf(const std::filesystem::path& file, const layers::Scene& scene, const layers::SceneInput& input,
                         const PictureHead& head, const PicturePlace& place, const GoOn& goOn = {});

}  // namespace viewer
