// SPDX-License-Identifier: Apache-2.0
#pragma once
// Units' symbols as small pictures for the panels: milsymbol's drawings, rendered at the size they are shown in and
// kept on the GPU. Needs a current GL context; main thread.

#include <imgui.h>

#include <map>
#include <string>
#include <utility>

#include "layers/symbols/symbols.hpp"
#include "viewer/panels/kit/ui.hpp"

namespace viewer {

class SymbolTextures {
public:
    SymbolTextures() = default;
    SymbolTextures(const SymbolTextures&) = delete;
    SymbolTextures& operator=(const SymbolTextures&) = delete;
    ~SymbolTextures();

    // Only so many are made in a frame, so that a fast scroll does not stutter.
    void beginFrame(layers::SymbolColors colors);
    // In the middle of the box, as large as fits it; a pale plate while it is on its way.
    void draw(Ui& ui, const SymbolSource& source, const std::string& sidc, ImVec2 leftTop, ImVec2 size);

private:
    struct Picture {
        unsigned texture = 0;  // 0: cannot be made
        int width = 0, height = 0;
    };
    using Key = std::pair<std::string, std::pair<int, int>>;  // code, box in pixels

    const Picture* find(const SymbolSource& source, const Key& key);
    void clear();

    std::map<Key, Picture> m_pictures;
    layers::SymbolColors m_colors = layers::SymbolColors::light;  // of the pictures
    int m_madeInFrame = 0;
};

}  // namespace viewer
