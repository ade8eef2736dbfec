// SPDX-License-Identifier: Apache-2.0
#pragma once
// Writes PNG files from rows of RGB with libpng: 8 bits, compression level 1. A 4K picture then takes as long as a
// thumbnail with SFML's own writer. Any thread.

#include "viewer/pictures/picture_writer.hpp"

namespace viewer {

class PngWriter : public PictureWriter {
public:
    // The resolution becomes pHYs, the notes iTXt chunks.
    explicit PngWriter(const PictureHead& head);
    ~PngWriter() override;

    geodata::Status addRows(std::span<const std::uint8_t> rgb) override;
    geodata::Result<std::vector<std::byte>> finish() override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace viewer
