// SPDX-License-Identifier: Apache-2.0
#pragma once
// The step "TOML text to plain values", each with its place in the file. It keeps toml++, which is slow to compile,
// in one .cpp file. Any thread.

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "layers/area/problems.hpp"

namespace layers {

struct TomlKey {
    std::string name;
    Place place;
};

struct TomlNode {
    enum class Kind : std::uint8_t { text, number, flag, date, array, table, other };  // other: times of day

    Kind kind = Kind::other;
    Place place;
    std::string text;  // text; a date as YYYY-MM-DD
    double number = 0;
    bool whole = false;  // a number written without point or exponent
    bool flag = false;
    std::vector<TomlNode> items;  // of an array; the values of a table
    std::vector<TomlKey> keys;    // of a table: keys[i] names items[i]
};

struct TomlFault {
    Place place;
    std::string reason;  // without its full stop
};

std::variant<TomlNode, TomlFault> parseToml(std::string_view toml);

}  // namespace layers
