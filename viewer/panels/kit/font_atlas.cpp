// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/font_atlas.hpp"

#include <ft2build.h>
#include <imgui_freetype.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <string_view>

namespace viewer {
namespace {

constexpr float kTextPx = 15, kSmallPx = 12.5F, kTitlePx = 19;

// Latin with its extensions, Greek, Cyrillic, punctuation, arrows, ≤ ≥. Pairs of first and last, ended by 0.
constexpr ImWchar kLetters[] = {0x20,   0x17F,  0x218,  0x21B,  0x2BC,  0x2C7,  0x386,  0x3CE,  0x400,  0x45F,
                                0x490,  0x491,  0x1E00, 0x1EFF, 0x2000, 0x2044, 0x20AC, 0x20AC, 0x2116, 0x2122,
                                0x2190, 0x2193, 0x2212, 0x2212, 0x2260, 0x2265, 0xFFFD, 0xFFFD, 0};

// What Noto Sans lacks: arrows and signs of mathematics, Hebrew, Arabic with its joined forms.
constexpr ImWchar kSigns[] = {0x2190, 0x2193, 0x2212, 0x2212, 0x2260, 0x2265, 0x590, 0x5FF,
                              0x600,  0x6FF,  0xFB1D, 0xFBFF, 0xFE70, 0xFEFC, 0};

// ImGui ends the program over a file that is no font.
bool isFont(const std::vector<char>& bytes) {
    if (bytes.size() < 1024) return false;
    const std::string_view tag(bytes.data(), 4);
    return tag == std::string_view("\0\1\0\0", 4) || tag == "OTTO" || tag == "true";
}

std::vector<char> contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Height of a line in em squares; Arabic fonts have taller lines than Latin ones. 0: FreeType cannot read the font.
float emPerLineOf(const std::vector<char>& bytes) {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    if (FT_Init_FreeType(&library) != 0) return 0;
    float ems = 0;
    if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()), static_cast<FT_Long>(bytes.size()),
                           0, &face) == 0) {
        if (face->units_per_EM > 0)
            ems = static_cast<float>(face->ascender - face->descender) / static_cast<float>(face->units_per_EM);
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
    return ems;
}

}  // namespace

FontAtlas::FontAtlas(const std::vector<std::filesystem::path>& fontFiles) {
    for (const auto& file : fontFiles)
        if (auto font = contentOf(file); isFont(font))
            if (const float ems = emPerLineOf(font); ems > 0) m_fonts.push_back({std::move(font), ems});
}

// `linePx` is the height of its line; `merged`: only for what the face before it lacks.
ImFont* FontAtlas::add(const Font& font, float linePx, bool merged) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.MergeMode = merged;
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    // ImGui only reads the bytes, its interface is older than const.
    return m_atlas.AddFontFromMemoryTTF(const_cast<char*>(font.bytes.data()), static_cast<int>(font.bytes.size()),
                                        std::round(linePx), &config, merged ? kSigns : kLetters);
}

ImFont* FontAtlas::face(const Font& font, float emPx) {
    ImFont* made = add(font, emPx * m_scale * font.emPerLine);
    for (std::size_t i = 2; i < m_fonts.size(); ++i) add(m_fonts[i], emPx * m_scale * m_fonts[i].emPerLine, true);
    return made;
}

Faces FontAtlas::builtIn() {
    m_atlas.Clear();
    const auto face = [&](float emPx) {
        ImFontConfig config;
        config.SizePixels = std::round(emPx * m_scale);
        return m_atlas.AddFontDefault(&config);
    };
    Faces faces{face(kTextPx), nullptr, face(kSmallPx), face(kTitlePx)};
    faces.bold = faces.text;
    m_atlas.Build();
    return faces;
}

bool FontAtlas::build(float scale) {
    if (m_scale == scale) return false;
    m_scale = scale;
    if (m_fonts.empty()) return m_faces = builtIn(), true;
    m_atlas.Clear();
    m_atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    m_atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
    const auto &regular = m_fonts.front(), &bold = m_fonts[std::min<std::size_t>(1, m_fonts.size() - 1)];
    m_faces = {face(regular, kTextPx), face(bold, kTextPx), face(regular, kSmallPx), face(bold, kTitlePx)};
    if (!m_atlas.Build()) m_faces = builtIn();
    return true;
}

}  // namespace viewer
