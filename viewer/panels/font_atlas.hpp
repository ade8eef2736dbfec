#pragma once
// The letters of the panels: four faces in one texture, made anew when the scale changes so that they are crisp on any
// screen. Main thread.

#include <imgui.h>

#include <memory>
#include <string>
#include <vector>

#include "viewer/panels/ui.hpp"

namespace viewer {

class FontAtlas {
public:
    // The first font that can be read becomes the regular face, the next the bold one (one alone is both), further ones
    // give the signs that these lack; without any, ImGui's own font is used.
    explicit FontAtlas(const std::vector<std::string>& fontFiles);
    // Fills ImGui's atlas; its texture must be uploaded anew afterwards.
    Faces build(float scale) const;

private:
    struct Font {
        std::vector<char> bytes;
        float emPerLine = 1;  // ImGui's sizes are heights of a line, ours are of the em square
    };
    std::vector<Font> m_fonts;
};

}  // namespace viewer
