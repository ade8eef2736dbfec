// SPDX-License-Identifier: Apache-2.0
#include "layers/text/visual_order.hpp"

#include <fribidi.h>

#include <numeric>
#include <string>

namespace layers {

namespace {

constexpr FriBidiFlags kFlags = FRIBIDI_FLAGS_DEFAULT | FRIBIDI_FLAGS_ARABIC;

bool isZeroWidthJoiner(char32_t c) { return c == 0x200C || c == 0x200D; }

// The letters of a line and what FriBidi knows about each, in reading order.
struct Line {
    explicit Line(std::u32string_view text)
        : read(text),
          characters(text.begin(), text.end()),
          types(text.size()),
          brackets(text.size()),
          levels(text.size()),
          joining(text.size()),
          length(static_cast<FriBidiStrIndex>(text.size())) {}

    std::u32string read;
    std::vector<FriBidiChar> characters;
    std::vector<FriBidiCharType> types;
    std::vector<FriBidiBracketType> brackets;
    std::vector<FriBidiLevel> levels;
    std::vector<FriBidiArabicProp> joining;
    FriBidiStrIndex length;
    FriBidiParType direction = FRIBIDI_PAR_ON;  // neutral: the first strong letter decides
};

bool findLevels(Line& line) {
    fribidi_get_bidi_types(line.characters.data(), line.length, line.types.data());
    fribidi_get_bracket_types(line.characters.data(), line.length, line.types.data(), line.brackets.data());
    return fribidi_get_par_embedding_levels_ex(line.types.data(), line.brackets.data(), line.length, &line.direction,
                                               line.levels.data()) != 0;
}

void joinAndMirror(Line& line) {
    fribidi_get_joining_types(line.characters.data(), line.length, line.joining.data());
    fribidi_join_arabic(line.types.data(), line.length, line.levels.data(), line.joining.data());
    fribidi_shape(kFlags, line.levels.data(), line.length, line.joining.data(), line.characters.data());
    // The filler that FriBidi leaves stands in the place of the first letter, the ligature in that of the second.
    // Programs that search know ligatures; two letters for one glyph some of them put in the wrong order.
    for (std::size_t i = 0; i + 1 < line.characters.size(); ++i)
        if (line.characters[i] == FRIBIDI_CHAR_FILL) line.read[i + 1] = line.characters[i + 1];
}

// The index in reading order for each place of the line, left to right. Also reorders line.characters.
std::vector<FriBidiStrIndex> reorder(Line& line) {
    std::vector<FriBidiStrIndex> logical(line.types.size());
    std::iota(logical.begin(), logical.end(), 0);
    if (fribidi_reorder_line(kFlags, line.types.data(), line.length, 0, line.direction, line.levels.data(),
                             line.characters.data(), logical.data()) == 0)
        std::iota(logical.begin(), logical.end(), 0);
    return logical;
}

}  // namespace

std::vector<VisualCharacter> visualOrder(std::u32string_view characters) {
    std::vector<VisualCharacter> visual;
    if (characters.empty()) return visual;
    Line line(characters);
    const bool levelled = findLevels(line);  // fails only without memory; the text then keeps its reading order
    if (levelled) joinAndMirror(line);
    const std::vector<FriBidiStrIndex> logical = reorder(line);
    for (std::size_t i = 0; i < logical.size(); ++i) {
        const FriBidiChar c = line.characters[i];
        // FriBidi leaves a filler where two letters became one ligature; the joiners have done their work by now.
        if (c == FRIBIDI_CHAR_FILL || isZeroWidthJoiner(c)) continue;
        const auto at = static_cast<std::size_t>(logical[i]);
        const FriBidiCharType type = line.types[at];
        visual.push_back({c, type == FRIBIDI_TYPE_NSM, type == FRIBIDI_TYPE_AL, line.read[at]});
    }
    return visual;
}

}  // namespace layers
