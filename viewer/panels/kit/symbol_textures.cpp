// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/symbol_textures.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "layers/gpu/gl.hpp"

namespace viewer {
namespace {

constexpr std::size_t kMostPictures = 1024;  // some MB at 4K; then all go, and what is seen is made again
constexpr int kMostInFrame = 8;              // one takes librsvg about a millisecond

// Dear ImGui blends colours that are not multiplied by their alpha.
std::vector<std::uint8_t> straight(std::vector<std::uint8_t> rgba) {
    for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) {
        const unsigned alpha = rgba[i + 3];
        if (alpha == 0) continue;
        for (std::size_t c = i; c < i + 3; ++c)
            rgba[c] = static_cast<std::uint8_t>(std::min(255U, (rgba[c] * 255U + alpha / 2) / alpha));
    }
    return rgba;
}

unsigned uploaded(const layers::SymbolImage& image) {
    GLint bound = 0;
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &bound);
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, image.width, image.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 straight(image.rgba).data());
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(bound));
    return texture;
}

}  // namespace

SymbolTextures::~SymbolTextures() { clear(); }

void SymbolTextures::clear() {
    for (const auto& [key, picture] : m_pictures)
        if (picture.texture != 0) glDeleteTextures(1, &picture.texture);
    m_pictures.clear();
}

void SymbolTextures::beginFrame(layers::SymbolColors colors) {
    m_madeInFrame = 0;
    if (colors != m_colors) clear();
    m_colors = colors;
}

const SymbolTextures::Picture* SymbolTextures::find(const SymbolSource& source, const Key& key) {
    if (const auto known = m_pictures.find(key); known != m_pictures.end()) return &known->second;
    if (!source || m_madeInFrame >= kMostInFrame) return nullptr;
    const auto drawing = source(key.first);
    if (!drawing || drawing->width <= 0 || drawing->height <= 0) return nullptr;
    ++m_madeInFrame;
    const double scale = std::min(key.second.first / drawing->width, key.second.second / drawing->height);
    const auto image = layers::rasterizeSymbol(*drawing, scale);
    Picture picture;
    if (image && image->width > 0 && image->height > 0) picture = {uploaded(*image), image->width, image->height};
    return &m_pictures.emplace(key, picture).first->second;
}

void SymbolTextures::draw(Ui& ui, const SymbolSource& source, const std::string& sidc, ImVec2 leftTop, ImVec2 size) {
    if (m_pictures.size() > kMostPictures && m_madeInFrame == 0) clear();
    const Picture* picture = find(source, {sidc, {static_cast<int>(size.x), static_cast<int>(size.y)}});
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (picture == nullptr || picture->texture == 0) {
        const ImVec2 inset{size.x * 0.14F, size.y * 0.14F};
        list->AddRectFilled(leftTop + inset, {leftTop.x + size.x - inset.x, leftTop.y + size.y - inset.y},
                            tone::kAccentPale, ui.px(2));
        if (m_madeInFrame >= kMostInFrame)
            ui.out.animating = true;  // one that milsymbol still works on brings its own frame
        return;
    }
    const ImVec2 at{std::round(leftTop.x + (size.x - static_cast<float>(picture->width)) / 2),
                    std::round(leftTop.y + (size.y - static_cast<float>(picture->height)) / 2)};
    const auto texture = reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(picture->texture));
    list->AddImage(texture, at, at + ImVec2(static_cast<float>(picture->width), static_cast<float>(picture->height)));
}

}  // namespace viewer
