// SPDX-License-Identifier: Apache-2.0
#pragma once
// The second step of shaping: turns characters in reading order into characters in visual order, left to right, with
// Arabic letters in their joined forms. FriBidi does the work. Any thread.

#include <string_view>
#include <vector>

namespace layers {

struct VisualCharacter {
    char32_t character = 0;
    bool mark = false;     // placed on the character before it
    bool cursive = false;  // an Arabic letter: joins its neighbours, so it must not be spaced out
    char32_t read = 0;     // the character of the text that is drawn so; of a ligature, its own

    bool operator==(const VisualCharacter&) const = default;
};

// The first strong letter decides the direction of the whole; a mark always follows its letter.
std::vector<VisualCharacter> visualOrder(std::u32string_view characters);

}  // namespace layers
