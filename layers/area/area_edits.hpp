#pragma once
// What "save to area" keeps: NAME.edits.toml beside NAME.toml, written by opsmap and laid over the area whenever it is
// opened. The area file itself is never written, so its comments stay. Any thread.
//
//   order      ids of the layers, the lowest first
//   [[layer]]  id (required), visible, opacity
//   [[offset]] unit (required), right_pt, down_pt: where a hand put the unit's symbol, from its position
//
// Layers that the area no longer has are passed over; layers that are new to it lie uppermost.

#include <filesystem>
#include <string>
#include <string_view>

#include "geodata/result/result.hpp"
#include "layers/model/document.hpp"

namespace layers {

std::filesystem::path editsFileOf(const std::filesystem::path& areaFile);

// What `now` has otherwise than `area`; a layer that only one of them has is none of it.
std::string editsText(const Document& area, const Document& now);
// `Cannot read edits of the area "unifil.edits.toml": line 3, column 1: unknown key …`, as area files are refused.
geodata::Result<Document> withEdits(Document area, std::string_view toml, const std::filesystem::path& editsFile);

// The area file, and what is laid over it where there is such a file.
geodata::Result<Document> readAreaWithEdits(const std::filesystem::path& areaFile);

}  // namespace layers
