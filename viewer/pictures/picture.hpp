// SPDX-License-Identifier: Apache-2.0
#pragma once
// Draws a picture of any size from a scene through the window's drawing path. It works in strips, so that 16384 rows
// need no buffer of that height. Needs a current GL context; main thread.

#include <cstddef>
#include <functional>
#include <vector>

#include "geodata/result/result.hpp"
#include "layers/scene/scene.hpp"
#include "viewer/pictures/picture_file.hpp"

namespace viewer {

inline constexpr int kLargestPicturePx = 16384;
inline constexpr int kStripRows = 2160;  // a screen of 3840×2160 is one: what two strips share is drawn twice

struct Pixels {
    layers::ScreenSize size;
    std::vector<std::uint8_t> rgb;  // top row first
};
// Its PNG. Any thread.
geodata::Result<std::vector<std::byte>> encoded(const Pixels& pixels);

// Asked after each strip with the rows drawn so far; false: the picture is given up.
using GoOn = std::function<bool(int drawnRows, int rows)>;

// Waits until the scene is complete, then draws it once into all the files, which are then finished but for finish().
geodata::Status drawPicture(layers::Scene& scene, const layers::SceneInput& input,
                            std::span<const std::unique_ptr<PictureFile>> files, const GoOn& goOn = {});

}  // namespace viewer
