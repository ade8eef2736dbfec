// SPDX-License-Identifier: Apache-2.0
#pragma once
// One font file, opened by FreeType and measured in its own units. No pixel size is ever set, so that text scales
// without steps. This is the only header that includes FreeType, for layers/text alone. A FontFile belongs to one
// thread.

#include <ft2build.h>
#include FT_FREETYPE_H

#include <filesystem>
#include <memory>
#include <optional>
#include <unordered_map>

#include "geodata/result/result.hpp"

namespace layers {

struct LibraryDeleter {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct FaceDeleter {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using FreeTypeLibrary = std::unique_ptr<FT_LibraryRec_, LibraryDeleter>;
using FreeTypeFace = std::unique_ptr<FT_FaceRec_, FaceDeleter>;

// In ems (1 = the text size): how far the pen moves, and the box of the ink around the pen, y upwards.
struct GlyphMetrics {
    float advanceEm = 0;
    float leftEm = 0, bottomEm = 0, rightEm = 0, topEm = 0;

    bool hasInk() const { return rightEm > leftEm && topEm > bottomEm; }
};

class FontFile {
public:
    // Nothing where the file is missing, damaged or not an outline font with a Unicode table.
    static std::optional<FontFile> open(FT_Library library, const std::filesystem::path& path);

    const std::filesystem::path& path() const { return m_path; }
    FT_Face face() const { return m_face.get(); }
    std::uint32_t glyphOf(char32_t character) const;  // 0: the font has none
    const GlyphMetrics& metricsOf(std::uint32_t glyph);

private:
    FontFile(std::filesystem::path path, FreeTypeFace face) : m_path(std::move(path)), m_face(std::move(face)) {}

    std::filesystem::path m_path;
    FreeTypeFace m_face;
    std::unordered_map<std::uint32_t, GlyphMetrics> m_metrics;  // at most one entry a glyph of the font
};

// A font that opsmap needs, and where Debian keeps it.
struct FontSource {
    const char* file;
    const char* systemFolder;
    const char* package;
};

// From `folder`, or from the system's where that has none or a damaged one.
geodata::Result<FontFile> openFont(FT_Library library, const FontSource& source, const std::filesystem::path& folder);

}  // namespace layers
