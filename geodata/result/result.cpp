// SPDX-License-Identifier: Apache-2.0
#include "geodata/result/result.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace geodata {
namespace {

// Length in bytes of the well-formed UTF-8 sequence at the start of `text`, 0 where there is none (Unicode table 3-7).
std::size_t utf8Length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = first == 0xED && byte(1) > 0x9F;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && byte(1) < 0x90;
        const bool beyond = first == 0xF4 && byte(1) > 0x8F;
        return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

// C0, DEL, and C1 (U+0080–U+009F), which terminals obey as they obey ESC.
bool isControl(std::string_view sequence) {
    const auto first = static_cast<unsigned char>(sequence[0]);
    if (sequence.size() == 1) return first < 0x20 || first == 0x7F;
    return sequence.size() == 2 && first == 0xC2 && static_cast<unsigned char>(sequence[1]) < 0xA0;
}

// U+200E, U+200F, U+202A–202E, U+2066–2069: they would turn the rest of a sentence around.
bool isDirectionMark(std::string_view sequence) {
    if (sequence.size() != 3 || sequence[0] != '\xE2') return false;
    const auto low = static_cast<unsigned char>(sequence[2]);
    if (sequence[1] == '\x80') return low == 0x8E || low == 0x8F || (low >= 0xAA && low <= 0xAE);
    return sequence[1] == '\x81' && low >= 0xA6 && low <= 0xA9;
}

std::string escapedBytes(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) out += fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
    return out;
}

}  // namespace

void failCheck(const char* file, int line, const char* promise) {
    std::fprintf(stderr, "opsmap: broken promise at %s:%d: %s\n", file, line, promise);
    std::abort();
}

std::string quoted(std::string_view text, std::size_t maxBytes) {
    std::string out = "\"";
    while (!text.empty()) {
        if (out.size() > maxBytes) {
            out += "…";
            break;
        }
        const std::size_t length = utf8Length(text);
        const std::string_view sequence = text.substr(0, length == 0 ? 1 : length);
        out += length == 0 || isControl(sequence) || isDirectionMark(sequence) ? escapedBytes(sequence)
                                                                               : std::string(sequence);
        text.remove_prefix(sequence.size());
    }
    return out + "\"";
}

Error failure(std::string_view what, std::string_view subject, std::string_view reason, std::string_view advice) {
    return {fmt::format("{} {}: {}.{}{}", what, subject, reason, advice.empty() ? "" : " ", advice)};
}

}  // namespace geodata
