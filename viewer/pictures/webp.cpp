// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/webp.hpp"

#include <fmt/format.h>
#include <webp/encode.h>

#include <algorithm>
#include <memory>
#include <string>

namespace viewer {

geodata::Status WebpWriter::addRows(std::span<const std::uint8_t> rgb) {
    if (std::max(m_head.size.width, m_head.size.height) > WEBP_MAX_DIMENSION)
        return geodata::failure("Cannot encode", "the picture",
                                fmt::format("a side of a WebP picture has at most {} pixels", WEBP_MAX_DIMENSION),
                                "Name a .png file instead.");
    if (m_rgb.empty())
        m_rgb.reserve(static_cast<std::size_t>(m_head.size.width) * m_head.size.height *
                      3);  // growing would hold it twice
    m_rgb.insert(m_rgb.end(), rgb.begin(), rgb.end());
    return {};
}

namespace {

struct PictureFree {
    void operator()(WebPPicture* picture) const { WebPPictureFree(picture); }
};

geodata::Error refused(const std::string& reason) {
    return geodata::failure("Cannot encode", "the picture", reason, "Name a .png file instead.");
}

// The format keeps the modes of all blocks in half a megabyte, which a wall-size picture fills unless it is coded
// plainly.
WebPConfig configFor(layers::ScreenSize size) {
    constexpr float kQuality = 92;
    constexpr long kWallPx = 50'000'000;
    WebPConfig config;
    WebPConfigPreset(&config, WEBP_PRESET_DEFAULT, kQuality);
    if (static_cast<long>(size.width) * size.height < kWallPx) return config;
    config.method = 0;
    config.segments = 1;
    config.partition_limit = 100;
    return config;
}

std::string reasonOf(WebPEncodingError error) {
    if (error == VP8_ENC_ERROR_PARTITION0_OVERFLOW || error == VP8_ENC_ERROR_PARTITION_OVERFLOW)
        return "so large a picture has no room in a WebP file";
    if (error == VP8_ENC_ERROR_OUT_OF_MEMORY) return "there is not enough memory";
    return fmt::format("libwebp's error {}", static_cast<int>(error));
}

int keep(const std::uint8_t* data, std::size_t size, const WebPPicture* picture) {
    auto& file = *static_cast<std::vector<std::byte>*>(picture->custom_ptr);
    const auto* first = reinterpret_cast<const std::byte*>(data);
    file.insert(file.end(), first, first + size);
    return 1;
}

}  // namespace

geodata::Result<std::vector<std::byte>> WebpWriter::finish() {
    if (m_rgb.size() != static_cast<std::size_t>(m_head.size.width) * m_head.size.height * 3)
        return refused("rows are missing");
    WebPPicture picture;
    WebPPictureInit(&picture);
    const std::unique_ptr<WebPPicture, PictureFree> owner(&picture);
    std::vector<std::byte> file;
    picture.width = m_head.size.width;
    picture.height = m_head.size.height;
    picture.writer = keep;
    picture.custom_ptr = &file;
    if (WebPPictureImportRGB(&picture, m_rgb.data(), m_head.size.width * 3) == 0)
        return refused("there is not enough memory");
    m_rgb = {};  // the import made its own copy
    const WebPConfig config = configFor(m_head.size);
    if (WebPEncode(&config, &picture) == 0) return refused(reasonOf(picture.error_code));
    return file;
}

}  // namespace viewer
