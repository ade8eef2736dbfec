#include "viewer/export/picture.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "layers/paper/paper.hpp"
#include "viewer/export/png.hpp"

namespace viewer {

namespace {

// Strip after strip of the complete scene to `take`, which may refuse.
template <class Take>
geodata::Status eachStrip(layers::Scene& scene, const layers::SceneInput& input, Take take) {
    const layers::ScreenSize size = input.stage.view.size;
    if (const int most = std::min(kLargestPicturePx, layers::largestSidePx()); size.width > most || size.height > kLargestPicturePx)
        return geodata::failure("Cannot draw a picture of", fmt::format("{}×{}", size.width, size.height), fmt::format("the longest side here is {} pixels", most));
    scene.finish(input);
    const auto buffer = layers::FrameBuffer::create({size.width, std::min(size.height, kStripRows)});
    if (!buffer) return buffer.error();
    for (int top = 0; top < size.height; top += kStripRows) {
        scene.draw(*buffer, top);
        if (auto failed = take(buffer->readRgb(std::min(kStripRows, size.height - top)))) return failed;
    }
    return {};
}

}  // namespace

geodata::Result<Pixels> pixelsOf(layers::Scene& scene, const layers::SceneInput& input) {
    Pixels pixels{input.stage.view.size, {}};
    const auto failed = eachStrip(scene, input, [&](const std::vector<std::uint8_t>& rows) -> geodata::Status {
        pixels.rgb.insert(pixels.rgb.end(), rows.begin(), rows.end());
        return {};
    });
    if (failed) return *failed;
    return pixels;
}

geodata::Result<std::vector<std::byte>> encoded(const Pixels& pixels) {
    PngWriter png({pixels.size, 0, {}});
    if (const auto failed = png.addRows(pixels.rgb)) return *failed;
    return png.finish();
}

geodata::Status drawPicture(layers::Scene& scene, const layers::SceneInput& input, std::span<const std::unique_ptr<PictureFile>> files, const GoOn& goOn) {
    int drawn = 0;
    return eachStrip(scene, input, [&](const std::vector<std::uint8_t>& rows) -> geodata::Status {
        for (const auto& file : files)
            if (auto failed = file->addRows(rows)) return failed;
        drawn += std::min(kStripRows, input.stage.view.size.height - drawn);
        if (goOn && !goOn(drawn, input.stage.view.size.height)) return layers::pictureGivenUp();
        return {};
    });
}

}  // namespace viewer
