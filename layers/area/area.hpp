// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads area files: TOML in, Document out. Unknown keys, wrong types and bad values are reported with line and
// column. Any thread.
//
//   [area]     title, crs (required), home = [W, S, E, N], date, marking, disclaimer, as_of, background, timeline,
//              amplifiers, symbol_colors
//   [[layer]]  id (required), title, group, kind ("vector", "units", "graticule"), source (required except for a
//              graticule), table, where, crs, encoding, columns, visible, opacity, min_scale, max_scale (n of 1:n),
//              valid_from, valid_to (dates), key (1–9), marking, as_of, attribution, style (keys: style_reader.cpp)
//   [[theme]]  name (required), title, layers
//   [[preset]] a way to make pictures (keys: preset_reader.hpp)
//   [[slide]]  title, notes, extent, layers, date: checked but not kept, because there is no briefing to show them in

#include <filesystem>
#include <string>
#include <string_view>

#include "geodata/result/result.hpp"
#include "layers/model/document.hpp"

namespace layers {

// `Cannot read area file "unifil.toml": line 12, column 3: unknown key "colour" in [[layer]]. Did you mean "color"?`
// One such sentence per line, at most ten. Relative sources are taken from the area file's folder.
geodata::Result<Document> readAreaFile(const std::filesystem::path& file);
// The same from memory; `file` only names it and gives the folder.
geodata::Result<Document> parseArea(std::string_view toml, const std::filesystem::path& file);

// A small file as it is; refused with a sentence that calls it `what`.
geodata::Result<std::string> readTomlText(const std::filesystem::path& file, std::string_view what);

}  // namespace layers
