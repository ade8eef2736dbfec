// SPDX-License-Identifier: Apache-2.0
#pragma once
// The fonts of the panels: four faces in one texture, rebuilt when the scale changes so that text is crisp on any
// screen. The first one is made while the window opens, before an ImGui context exists. One thread at a time.

#include <imgui.h>

#include <filesystem>
#include <vector>

#include "viewer/panels/kit/ui.hpp"

namespace viewer {

class FontAtlas {
public:
    // The first font that can be read becomes the regular face, the next the bold one (one alone is both), further ones
    // give the signs that these lack; without any, ImGui's own font is used.
    explicit FontAtlas(const std::vector<std::filesystem::path>& fontFiles);
    FontAtlas(const FontAtlas&) = delete;
    FontAtlas& operator=(const FontAtlas&) = delete;

    // False: the fonts have this scale already. Otherwise the texture must be uploaded again.
    bool build(float scale);
    ImFontAtlas& atlas() { return m_atlas; }
    const Faces& faces() const { return m_faces; }

private:
    struct Font {
        std::vector<char> bytes;
        float emPerLine = 1;  // ImGui's sizes are heights of a line, ours are of the em square
    };
    ImFont* add(const Font& font, float linePx, bool merged = false);
    ImFont* face(const Font& font, float emPx);
    Faces builtIn();

    std::vector<Font> m_fonts;
    ImFontAtlas m_atlas;
    Faces m_faces;
    float m_scale = 0;
};

}  // namespace viewer
