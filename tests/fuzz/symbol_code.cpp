// SPDX-License-Identifier: Apache-2.0
// Symbol codes, as far as they are read here and not by milsymbol: the first line is a code, the rest the SVG that came
// back for it. A code gives an echelon and a status that have names, or none; the SVG grows by no more than its moved
// letters need.
#include <algorithm>

#include "layers/orbat/unit_filter.hpp"
#include "layers/symbols/svg_text.hpp"

namespace {

std::size_t countOf(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; at += part.size()) ++count;
    return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t lineEnd = std::min(text.find('\n'), text.size());
    layers::Unit unit;
    unit.sidc = text.substr(0, lineEnd);
    const std::string_view echelon = layers::echelonOf(unit), status = layers::statusOf(unit);
    OPSMAP_CHECK(echelon.empty() || std::ranges::find(layers::kEchelons, echelon) != layers::kEchelons.end());
    layers::UnitFilter filter;
    filter.leastEchelon = layers::kEchelons.front();
    filter.status = status;
    OPSMAP_CHECK(layers::passes(unit, filter) == !echelon.empty());
    filter.leastEchelon = layers::kEchelons.back();
    OPSMAP_CHECK(!layers::passes(unit, filter) || echelon == layers::kEchelons.back());
    const std::string_view svg = text.substr(lineEnd);
    constexpr std::size_t kLongestNumber = 320;  // a y of 1e308 with its decimals
    OPSMAP_CHECK(layers::normalisedSvg(svg).size() <= svg.size() + countOf(svg, "<text") * kLongestNumber);
    return 0;
}
