// SPDX-License-Identifier: Apache-2.0
#pragma once
// Writes WebP files with libwebp, which needs the whole picture at once. Any thread.

#include "viewer/pictures/picture_writer.hpp"

namespace viewer {

class WebpWriter : public PictureWriter {
public:
    explicit WebpWriter(const PictureHead& head) : m_head(head) {}

    geodata::Status addRows(std::span<const std::uint8_t> rgb) override;
    geodata::Result<std::vector<std::byte>> finish() override;

private:
    PictureHead m_head;
    std::vector<std::uint8_t> m_rgb;
};

}  // namespace viewer
