// SPDX-License-Identifier: Apache-2.0
#pragma once
// The content of "save to area": NAME.edits.toml beside NAME.toml, which opsmap writes and applies whenever the area
// is opened. The area file itself is never written, so its comments stay. Any thread.
//
//   order      ids of the layers, the lowest first
//   [[layer]]  id (required), visible, opacity
//   [[offset]] unit (required), right_pt, down_pt: where the user moved the unit's symbol, from its position
//
// Entries for layers that the area no longer has are ignored. Layers that are new in the area go on top.

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

// The area file with its edits applied, where there is an edits file.
geodata::Result<Document> readAreaWithEdits(const std::filesystem::path& areaFile);

}  // namespace layers
