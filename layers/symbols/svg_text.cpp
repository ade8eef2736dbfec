// SPDX-License-Identifier: Apache-2.0
#include "layers/symbols/svg_text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace layers {
namespace {

// CSS inline layout: "middle" puts half the x-height above the given y. Arial's x-height is 0.519 em, and milsymbol's
// numbers were tuned with Arial.
constexpr double kMiddleEm = 0.519 / 2;
// Of the fonts that Debian has, the one whose bold letters are nearest to Arial's in width.
constexpr std::string_view kFont = "Noto Sans";

struct Attribute {
    std::size_t start = 0, end = 0;  // of NAME="…" with the space before it
    std::string_view value;
};

std::optional<Attribute> attribute(std::string_view tag, std::string_view name) {
    const std::string opening = fmt::format(" {}=\"", name);
    const std::size_t start = tag.find(opening);
    if (start == std::string_view::npos) return {};
    const std::size_t from = start + opening.size(), close = tag.find('"', from);
    if (close == std::string_view::npos) return {};
    return Attribute{start, close + 1, tag.substr(from, close - from)};
}

double numberOf(std::string_view tag, std::string_view name) {
    double number = 0;
    if (const auto found = attribute(tag, name))
        std::from_chars(found->value.data(), found->value.data() + found->value.size(), number);
    return number;
}

std::string replaced(std::string_view tag, std::string_view name, std::string_view value) {
    const auto found = attribute(tag, name);
    if (!found) return std::string(tag);
    const std::string text = value.empty() ? std::string() : fmt::format(" {}=\"{}\"", name, value);
    return std::string(tag.substr(0, found->start)).append(text).append(tag.substr(found->end));
}

// The opening tag of one text.
std::string normalisedTag(std::string_view tag) {
    std::string made = replaced(tag, "font-family", kFont);
    const auto baseline = attribute(made, "dominant-baseline");
    if (!baseline) return made;
    const bool middle = baseline->value == "middle" || baseline->value == "central";
    made = replaced(made, "dominant-baseline", {});
    return middle ? replaced(made, "y",
                             fmt::format("{:.3f}", numberOf(made, "y") + numberOf(made, "font-size") * kMiddleEm))
                  : made;
}

}  // namespace

std::string normalisedSvg(std::string_view svg) {
    std::string made;
    while (true) {
        const std::size_t start = svg.find("<text");
        const std::size_t end = start == std::string_view::npos ? start : svg.find('>', start);
        if (end == std::string_view::npos) return made.append(svg);
        made.append(svg.substr(0, start)).append(normalisedTag(svg.substr(start, end - start)));
        svg.remove_prefix(end);
    }
}

}  // namespace layers
