// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/json_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "geodata/store/store_format.hpp"

namespace viewer {
namespace {

void appendEscaped(std::string& out, char c) {
    if (c == '"' || c == '\\') out += {'\\', c};
    else if (static_cast<unsigned char>(c) < 0x20) out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else out += c;
}

}  // namespace

std::string jsonString(std::string_view text) {
    std::string out = "\"";
    for (const char c : geodata::repairedUtf8(text)) appendEscaped(out, c);
    return out + "\"";
}

std::string jsonNumber(double number) { return std::isfinite(number) ? fmt::format("{}", number) : "null"; }

}  // namespace viewer
