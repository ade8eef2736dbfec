// SPDX-License-Identifier: Apache-2.0
#include "layers/area/color.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace layers {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 19> kNames{{
    {"black", "#000000"},  {"silver", "#c0c0c0"}, {"gray", "#808080"},   {"grey", "#808080"},    {"white", "#ffffff"},
    {"maroon", "#800000"}, {"red", "#ff0000"},    {"purple", "#800080"}, {"fuchsia", "#ff00ff"}, {"green", "#008000"},
    {"lime", "#00ff00"},   {"olive", "#808000"},  {"yellow", "#ffff00"}, {"navy", "#000080"},    {"blue", "#0000ff"},
    {"teal", "#008080"},   {"aqua", "#00ffff"},   {"orange", "#ffa500"}, {"none", "#00000000"},
}};

std::optional<std::uint32_t> hexNumber(std::string_view digits) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    if (error != std::errc() || end != digits.data() + digits.size()) return {};
    return number;
}

std::uint8_t byteOf(std::uint32_t number, int shift) { return static_cast<std::uint8_t>(number >> shift & 0xFFU); }

std::string doubledDigits(std::string_view digits) {
    std::string out;
    for (const char c : digits) out.append(2, c);
    return out;
}

std::optional<Rgba> hexColor(std::string_view digits) {
    if (digits.size() == 3) return hexColor(doubledDigits(digits));
    const auto number = hexNumber(digits);
    if (!number) return {};
    if (digits.size() == 6) return Rgba{byteOf(*number, 16), byteOf(*number, 8), byteOf(*number, 0), 255};
    if (digits.size() == 8)
        return Rgba{byteOf(*number, 24), byteOf(*number, 16), byteOf(*number, 8), byteOf(*number, 0)};
    return {};
}

}  // namespace

std::optional<Rgba> parseColor(std::string_view text) {
    const auto named = std::ranges::find(kNames, text, &std::pair<std::string_view, std::string_view>::first);
    if (named != kNames.end()) text = named->second;
    if (text.empty() || text[0] != '#') return {};
    return hexColor(text.substr(1));
}

std::string colorText(Rgba c) {
    return c.a == 255 ? fmt::format("#{:02x}{:02x}{:02x}", c.r, c.g, c.b)
                      : fmt::format("#{:02x}{:02x}{:02x}{:02x}", c.r, c.g, c.b, c.a);
}

}  // namespace layers
