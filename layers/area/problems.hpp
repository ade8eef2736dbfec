// SPDX-License-Identifier: Apache-2.0
#pragma once
// Collects the problems of an area file with their places, so that one reading reports all of them. Any thread.

#include <compare>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "geodata/result/result.hpp"

namespace layers {

struct Place {  // counted from 1; 0: the file as a whole
    std::uint32_t line = 0, column = 0;

    auto operator<=>(const Place&) const = default;
};

class Problems {
public:
    // `what` as the sentence names the file.
    explicit Problems(const std::filesystem::path& file, std::string what = "area file")
        : m_file(file.string()), m_what(std::move(what)) {}

    // `reason` without its full stop, `advice` a whole sentence or empty.
    void add(Place place, std::string reason, std::string advice = {});
    bool empty() const { return m_found.empty(); }
    // More than will ever be named: no further effort for advice.
    bool many() const { return m_found.size() > 20; }
    // The first ten in the file's order, each a sentence on its own line.
    geodata::Error error() const;

private:
    struct Problem {
        Place place;
        std::string reason, advice;
    };
    std::string m_file, m_what;
    std::vector<Problem> m_found;
};

}  // namespace layers
