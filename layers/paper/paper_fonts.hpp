// SPDX-License-Identifier: Apache-2.0
#pragma once
// The picture's fonts for cairo, by the index that shaped glyphs carry. cairo embeds the used part of each font into
// the PDF. One thread.

#include <filesystem>
#include <memory>
#include <vector>

#include "geodata/result/result.hpp"
#include "layers/paper/cairo_handles.hpp"

namespace layers {

class PaperFonts {
public:
    // `files` as FontSet::files() gives them.
    static geodata::Result<PaperFonts> open(const std::vector<std::filesystem::path>& files);
    PaperFonts(PaperFonts&&) noexcept;
    ~PaperFonts();

    cairo_font_face_t* face(std::size_t index) const;

private:
    struct State;
    explicit PaperFonts(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace layers
