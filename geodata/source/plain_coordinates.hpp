// SPDX-License-Identifier: Apache-2.0
#pragma once
// Coordinates in the texts of GPX and KML files. GDAL takes the digits that such a text begins with, or 0, for the
// number; here a text that is no number becomes NaN, which is counted and never drawn. Used only in geodata/source; the
// loader's child.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace geodata {

// The file's text with plain numbers; none where nothing had to be changed. A decimal comma of GPX becomes a point. In
// KML a comma parts two numbers, so one with a decimal comma cannot be told from two.
std::optional<std::string> withPlainCoordinates(std::string_view driver, const std::string& text);

// The whole file where it is GPX or KML text and something in it had to be changed.
std::optional<std::string> plainTextOf(std::string_view driver, const std::filesystem::path& file);

}  // namespace geodata
