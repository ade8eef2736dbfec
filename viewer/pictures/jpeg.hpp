// SPDX-License-Identifier: Apache-2.0
#pragma once
// Writes JPEG files with libjpeg, row by row, with the resolution in the file. Any thread.

#include "viewer/pictures/picture_writer.hpp"

namespace viewer {

class JpegWriter : public PictureWriter {
public:
    explicit JpegWriter(const PictureHead& head);
    ~JpegWriter() override;

    geodata::Status addRows(std::span<const std::uint8_t> rgb) override;
    geodata::Result<std::vector<std::byte>> finish() override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace viewer
