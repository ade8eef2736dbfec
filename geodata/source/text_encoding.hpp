// SPDX-License-Identifier: Apache-2.0
#pragma once
// Texts in other encodings as UTF-8, before a format's reader sees them. The loader's child.

#include <optional>
#include <string>
#include <string_view>

namespace geodata {

// The text starts with the byte order mark of UTF-16.
bool isUtf16(std::string_view bytes);

// UTF-16 with its byte order mark as UTF-8 without one. Halves of characters become U+FFFD. An XML declaration that
// names UTF-16 names UTF-8 afterwards.
std::string fromUtf16(std::string_view bytes);

// Text in a named encoding (CP1251, ISO-8859-6) as UTF-8; none where no such encoding is known.
std::optional<std::string> fromEncoding(const std::string& bytes, const std::string& encoding);

}  // namespace geodata
