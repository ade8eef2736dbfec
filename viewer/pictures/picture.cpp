// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>

#include "layers/paper/paper.hpp"
#include "viewer/pictures/png.hpp"

namespace viewer {

geodata::Result<std::vector<std::byte>> encoded(const Pixels& pixels) {
    PngWriter png({pixels.size, 0, {}});
    if (const auto failed = png.addRows(pixels.rgb)) return *failed;
    return png.finish();
}

namespace {

constexpr int kBandRows = 256;  // read back and encoded at once

using Files = std::span<const std::unique_ptr<PictureFile>>;

geodata::Status addRows(Files files, std::span<const std::uint8_t> rgb) {
    for (const auto& file : files)
        if (auto failed = file->addRows(rgb)) return failed;
    return {};
}

// Encodes a band while the next is read back.
geodata::Status addStrip(Files files, const layers::FrameBuffer& buffer, int rows) {
    std::future<geodata::Status> encoding;
    for (int from = 0; from < rows; from += kBandRows) {
        std::vector<std::uint8_t> pixels = buffer.readRgb(std::min(kBandRows, rows - from), from);
        if (encoding.valid())
            if (auto failed = encoding.get()) return failed;
        encoding =
            std::async(std::launch::async, [files, pixels = std::move(pixels)] { return addRows(files, pixels); });
    }
    return encoding.valid() ? encoding.get() : geodata::Status();
}

}  // namespace

geodata::Status drawPicture(layers::Scene& scene, const layers::SceneInput& input,
                            std::span<const std::unique_ptr<PictureFile>> files, const GoOn& goOn) {
    const layers::ScreenSize size = input.stage.view.size;
    if (const int most = std::min(kLargestPicturePx, layers::largestSidePx());
        size.width > most || size.height > kLargestPicturePx)
        return geodata::failure("Cannot draw a picture of", fmt::format("{}×{}", size.width, size.height),
                                fmt::format("the longest side here is {} pixels", most));
    scene.finish(input);
    const auto buffer = layers::FrameBuffer::create({size.width, std::min(size.height, kStripRows)});
    if (!buffer) return buffer.error();
    for (int top = 0; top < size.height; top += kStripRows) {
        const int rows = std::min(kStripRows, size.height - top);
        scene.draw(*buffer, top);
        if (auto failed = addStrip(files, *buffer, rows)) return failed;
        if (goOn && !goOn(top + rows, size.height)) return layers::pictureGivenUp();
    }
    return {};
}

}  // namespace viewer
