#pragma once
// PNG files from rows of RGB, by libpng itself: 8 bits, compression level 1, which writes a 4K picture in the time that
// SFML's own writer needs for a thumbnail. Any thread.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "geodata/result/result.hpp"
#include "layers/model/map_view.hpp"

namespace viewer {

class PngWriter {
public:
    // `dpi` is written as the picture's physical resolution; 0: none.
    PngWriter(layers::ScreenSize size, double dpi);
    ~PngWriter();

    // Three bytes a pixel, whole rows, top first.
    geodata::Status addRows(std::span<const std::uint8_t> rgb);
    // The file's bytes, once every row was added.
    geodata::Result<std::vector<std::byte>> finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace viewer
