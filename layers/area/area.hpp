#pragma once
// Area files: TOML in, Document out. Unknown keys, wrong types and bad values are named with line and column. Any thread.

#include <filesystem>
#include <string_view>

#include "geodata/result/result.hpp"
#include "layers/model/document.hpp"

namespace layers {

// `Cannot read area file "unifil.toml": line 12, column 3: unknown key "colour" in [[layer]]. Did you mean "color"?`
// Relative sources are taken from the area file's folder.
geodata::Result<Document> readAreaFile(const std::filesystem::path& file);
// The same from memory; `file` only names it and gives the folder.
geodata::Result<Document> parseArea(std::string_view toml, const std::filesystem::path& file);

}  // namespace layers
