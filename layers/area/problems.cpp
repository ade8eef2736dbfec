// SPDX-License-Identifier: Apache-2.0
#include "layers/area/problems.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace layers {
namespace {

constexpr std::size_t kMaxNamed = 10;

std::string placed(Place place, const std::string& reason) {
    return place.line == 0 ? reason : fmt::format("line {}, column {}: {}", place.line, place.column, reason);
}

}  // namespace

void Problems::add(Place place, std::string reason, std::string advice) {
    m_found.push_back({place, std::move(reason), std::move(advice)});
}

geodata::Error Problems::error() const {
    std::vector<Problem> sorted = m_found;
    std::ranges::stable_sort(sorted, {}, &Problem::place);
    std::string text;
    for (std::size_t i = 0; i < std::min(sorted.size(), kMaxNamed); ++i) {
        const auto& [place, reason, advice] = sorted[i];
        if (i > 0) text += '\n';
        text += geodata::failure("Cannot read " + m_what, geodata::quoted(m_file), placed(place, reason), advice).text;
    }
    if (sorted.size() > kMaxNamed)
        text +=
            fmt::format("\n{} more problems of {} are not listed.", sorted.size() - kMaxNamed, geodata::quoted(m_file));
    return {text};
}

}  // namespace layers
