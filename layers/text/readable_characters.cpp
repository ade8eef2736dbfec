// SPDX-License-Identifier: Apache-2.0
#include "layers/text/readable_characters.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace layers {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
    char32_t character = kReplacement;
    std::size_t bytes = 1;
};

struct LeadByte {
    std::size_t bytes = 0;  // of the whole sequence; 0: no sequence starts so
    char32_t bits = 0;      // the lead byte's share of the character
    char32_t smallest = 0;  // anything below is an overlong form
};

LeadByte leadByte(std::uint8_t byte) {
    if (byte < 0x80) return {1, byte, 0};
    if (byte >= 0xC2 && byte < 0xE0) return {2, byte & 0x1FU, 0x80};
    if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0FU, 0x800};
    if (byte >= 0xF0 && byte < 0xF5) return {4, byte & 0x07U, 0x10000};
    return {};
}

// One bad byte costs one U+FFFD, so that what follows it is read again from the next byte.
Decoded decodeFirst(std::string_view utf8) {
    const LeadByte lead = leadByte(static_cast<std::uint8_t>(utf8.front()));
    if (lead.bytes == 0 || lead.bytes > utf8.size()) return {};
    char32_t character = lead.bits;
    for (std::size_t i = 1; i < lead.bytes; ++i) {
        const auto byte = static_cast<std::uint8_t>(utf8[i]);
        if ((byte & 0xC0U) != 0x80U) return {};
        character = character << 6U | (byte & 0x3FU);
    }
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    if (character < lead.smallest || character > 0x10FFFF || surrogate) return {};
    return {character, lead.bytes};
}

struct Range {
    char32_t first = 0, last = 0;
};

bool isBreak(char32_t c) {
    return c == '\t' || c == '\n' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Unicode's Cc and the default-ignorable characters, but for the joiners U+200C and U+200D.
bool isInvisible(char32_t c) {
    static constexpr std::array<Range, 15> kInvisible{{{0x00, 0x1F},
                                                       {0x7F, 0x9F},
                                                       {0xAD, 0xAD},
                                                       {0x34F, 0x34F},
                                                       {0x61C, 0x61C},
                                                       {0x180B, 0x180F},
                                                       {0x200B, 0x200B},
                                                       {0x200E, 0x200F},
                                                       {0x202A, 0x202E},
                                                       {0x2060, 0x206F},
                                                       {0xFE00, 0xFE0F},
                                                       {0xFEFF, 0xFEFF},
                                                       {0xFFF0, 0xFFFB},
                                                       {0x1D173, 0x1D17A},
                                                       {0xE0000, 0xE0FFF}}};
    return std::any_of(kInvisible.begin(), kInvisible.end(), [c](Range r) { return c >= r.first && c <= r.last; });
}

}  // namespace

std::u32string readableCharacters(std::string_view utf8, std::size_t limit) {
    std::u32string characters;
    while (!utf8.empty() && characters.size() < limit) {
        const Decoded next = decodeFirst(utf8);
        utf8.remove_prefix(next.bytes);
        if (isBreak(next.character)) characters += U' ';
        else if (!isInvisible(next.character)) characters += next.character;
    }
    return characters;
}

}  // namespace layers
