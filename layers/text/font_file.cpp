// SPDX-License-Identifier: Apache-2.0
#include "layers/text/font_file.hpp"

#include <fmt/format.h>

namespace layers {

namespace {

GlyphMetrics readMetrics(FT_Face face, std::uint32_t glyph) {
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) != 0) return {};
    const FT_Glyph_Metrics& units = face->glyph->metrics;
    const auto em = [face](FT_Pos value) { return static_cast<float>(value) / static_cast<float>(face->units_per_EM); };
    return {em(units.horiAdvance), em(units.horiBearingX), em(units.horiBearingY - units.height),
            em(units.horiBearingX + units.width), em(units.horiBearingY)};
}

}  // namespace

std::optional<FontFile> FontFile::open(FT_Library library, const std::filesystem::path& path) {
    FT_Face opened = nullptr;
    if (FT_New_Face(library, path.c_str(), 0, &opened) != 0) return std::nullopt;
    FreeTypeFace face(opened);
    const bool unicode = FT_Select_Charmap(opened, FT_ENCODING_UNICODE) == 0;
    if (!unicode || !FT_IS_SCALABLE(opened) || opened->units_per_EM == 0) return std::nullopt;
    return FontFile(path, std::move(face));
}

std::uint32_t FontFile::glyphOf(char32_t character) const { return FT_Get_Char_Index(m_face.get(), character); }

const GlyphMetrics& FontFile::metricsOf(std::uint32_t glyph) {
    const auto [entry, isNew] = m_metrics.try_emplace(glyph);
    if (isNew) entry->second = readMetrics(m_face.get(), glyph);
    return entry->second;
}

geodata::Result<FontFile> openFont(FT_Library library, const FontSource& source, const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    bool damaged = false;
    for (const fs::path& candidate : {folder / source.file, fs::path(source.systemFolder) / source.file}) {
        std::error_code ignored;  // a folder that may not be read counts as one without the font
        if (!fs::is_regular_file(candidate, ignored)) continue;
        if (std::optional<FontFile> font = FontFile::open(library, candidate)) return std::move(*font);
        damaged = true;
    }
    const std::string places = fmt::format("{} neither in {} nor in {}", damaged ? "a sound one is" : "it is",
                                           geodata::quoted(folder.string()), geodata::quoted(source.systemFolder));
    return geodata::failure("Cannot load the font", geodata::quoted(source.file), places,
                            fmt::format("Install the Debian package {}.", source.package));
}

}  // namespace layers
