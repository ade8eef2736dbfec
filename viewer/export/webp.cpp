#include "viewer/export/webp.hpp"

#include <fmt/format.h>
#include <webp/encode.h>

#include <algorithm>

namespace viewer {

geodata::Status WebpWriter::addRows(std::span<const std::uint8_t> rgb) {
    if (std::max(m_head.size.width, m_head.size.height) > WEBP_MAX_DIMENSION)
        return geodata::failure("Cannot encode", "the picture", fmt::format("a side of a WebP picture has at most {} pixels", WEBP_MAX_DIMENSION), "Name a .png file instead.");
    m_rgb.insert(m_rgb.end(), rgb.begin(), rgb.end());
    return {};
}

geodata::Result<std::vector<std::byte>> WebpWriter::finish() {
    constexpr float kQuality = 92;
    std::uint8_t* bytes = nullptr;
    const bool isWhole = m_rgb.size() == static_cast<std::size_t>(m_head.size.width) * m_head.size.height * 3;
    const std::size_t length = isWhole ? WebPEncodeRGB(m_rgb.data(), m_head.size.width, m_head.size.height, m_head.size.width * 3, kQuality, &bytes) : 0;
    if (length == 0) return geodata::failure("Cannot encode", "the picture", isWhole ? "libwebp had not enough memory" : "rows are missing");
    const auto* first = reinterpret_cast<const std::byte*>(bytes);
    std::vector<std::byte> file(first, first + length);
    WebPFree(bytes);
    return file;
}

}  // namespace viewer
