#pragma once
// PNG files from rows of RGB, by libpng itself: 8 bits, compression level 1, which writes a 4K picture in the time that
// SFML's own writer needs for a thumbnail. Any thread.

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
