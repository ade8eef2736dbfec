// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/visual_text.hpp"

#include <algorithm>

#include "layers/text/readable_characters.hpp"
#include "layers/text/visual_order.hpp"

namespace viewer {
namespace {

constexpr std::size_t kMostCharacters = 4096;

void append(std::string& to, char32_t c) {
    const auto byte = [&](char32_t value) { to += static_cast<char>(value); };
    const auto tail = [&](int shift) { byte(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80) return byte(c);
    if (c < 0x800) return byte(0xC0U | (c >> 6)), tail(0);
    if (c < 0x10000) return byte(0xE0U | (c >> 12)), tail(6), tail(0);
    byte(0xF0U | (c >> 18)), tail(12), tail(6), tail(0);
}

bool isFromRight(char32_t c) {
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

}  // namespace

bool readsFromRight(std::string_view utf8) {
    const bool ascii = std::ranges::none_of(
        utf8, [](char c) { return static_cast<unsigned char>(c) >= 0xD6; });  // below: Latin, Greek, Cyrillic
    return !ascii && std::ranges::any_of(layers::readableCharacters(utf8, kMostCharacters), isFromRight);
}

std::string visualText(std::string_view utf8) {
    if (!readsFromRight(utf8)) return std::string(utf8);
    std::string text;
    for (const layers::VisualCharacter& one : layers::visualOrder(layers::readableCharacters(utf8, kMostCharacters)))
        append(text, one.character);
    return text;
}

std::vector<std::string> wrappedLines(std::string_view utf8, float widthPx, const TextWidth& width) {
    std::vector<std::string> lines(1);
    while (!utf8.empty()) {
        const std::size_t end = std::min(utf8.find(' '), utf8.size());
        const std::string_view word = utf8.substr(0, end);
        utf8.remove_prefix(std::min(end + 1, utf8.size()));
        std::string longer = lines.back().empty() ? std::string(word) : lines.back() + " " + std::string(word);
        if (lines.back().empty() || width(longer) <= widthPx) lines.back() = std::move(longer);
        else lines.emplace_back(word);
    }
    return lines;
}

}  // namespace viewer
