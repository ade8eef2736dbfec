#include "viewer/export/picture.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "viewer/export/png.hpp"

namespace viewer {

geodata::Result<std::vector<std::byte>> pictureOf(layers::Scene& scene, const layers::SceneInput& input) {
    scene.finish(input);
    return encodedPicture(scene, input.stage.view.size);
}

geodata::Result<std::vector<std::byte>> encodedPicture(const layers::Scene& scene, layers::ScreenSize size) {
    if (const int most = std::min(kLargestPicturePx, layers::largestSidePx()); std::max(size.width, size.height) > std::max(most, kLargestPicturePx) || size.width > most)
        return geodata::failure("Cannot draw a picture of", fmt::format("{}×{}", size.width, size.height), fmt::format("the longest side here is {} pixels", most));
    const auto buffer = layers::FrameBuffer::create({size.width, std::min(size.height, kStripRows)});
    if (!buffer) return buffer.error();
    PngWriter png(size, 0);
    for (int top = 0; top < size.height; top += kStripRows) {
        scene.draw(*buffer, top);
        if (const auto failed = png.addRows(buffer->readRgb(std::min(kStripRows, size.height - top)))) return *failed;
    }
    return png.finish();
}

}  // namespace viewer
