// SPDX-License-Identifier: Apache-2.0
#include "layers/paper/paper_fonts.hpp"

#include <cairo-ft.h>

#include <algorithm>

namespace layers {

struct PaperFonts::State {
    FT_Library library = nullptr;
    std::vector<FT_Face> loaded;
    std::vector<CairoFace> faces;
    ~State() {
        faces.clear();  // cairo keeps no face of ours: every surface is finished by now
        std::ranges::for_each(loaded, FT_Done_Face);
        if (library != nullptr) FT_Done_FreeType(library);
    }
};

PaperFonts::PaperFonts(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PaperFonts::PaperFonts(PaperFonts&&) noexcept = default;
PaperFonts::~PaperFonts() = default;

geodata::Result<PaperFonts> PaperFonts::open(const std::vector<std::filesystem::path>& files) {
    auto state = std::make_unique<State>();
    if (FT_Init_FreeType(&state->library) != 0)
        return geodata::failure("Cannot load", "fonts", "FreeType does not start");
    for (const auto& file : files) {
        FT_Face face = nullptr;
        if (FT_New_Face(state->library, file.c_str(), 0, &face) != 0)
            return geodata::failure("Cannot load font", geodata::quoted(file.string()), "FreeType cannot read it");
        state->loaded.push_back(face);
        state->faces.emplace_back(cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING));
    }
    return PaperFonts(std::move(state));
}

cairo_font_face_t* PaperFonts::face(std::size_t index) const {
    return m_state->faces[std::min(index, m_state->faces.size() - 1)].get();
}

}  // namespace layers
