// SPDX-License-Identifier: Apache-2.0
#pragma once
// The first step of shaping: turns bytes of unknown origin into characters that may be drawn. Any thread.

#include <cstddef>
#include <string>
#include <string_view>

namespace layers {

// Bytes that are not UTF-8 become U+FFFD, tabs and line breaks become spaces; other control characters, direction
// marks and invisible characters go. Zero-width (non-)joiners stay: they decide how Arabic letters join. At most
// `limit` characters come back.
std::u32string readableCharacters(std::string_view utf8, std::size_t limit);

}  // namespace layers
