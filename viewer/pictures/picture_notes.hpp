// SPDX-License-Identifier: Apache-2.0
#pragma once
// The notes in a picture: a short description for people, and the text from which opsmap restores the map it shows.
// Pure; any thread.

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"
#include "viewer/pictures/portable_name.hpp"

namespace viewer {

using PictureNotes = std::vector<std::pair<std::string, std::string>>;  // keyword (Latin letters) and UTF-8 text

namespace note {
inline constexpr std::string_view kTitle = "Title", kLayers = "opsmap-layers";
inline constexpr std::string_view kSession = "opsmap-session", kEdits = "opsmap-edits";  // these two bring it back
}  // namespace note

// Title; under opsmap's own keywords area, date, map CRS, extent in map metres (W,S,E,N), visible layers, grid,
// marking; a session with files by their portable names; and what the layers are, as edits of an area in which none is
// visible. `files`: what was opened; none: the document's own.
PictureNotes notesOf(const layers::Document& document, const layers::Stage& stage,
                     const std::vector<std::filesystem::path>& files, const PortablePlace& place);

// The area to which those edits are applied: no layer is visible, none half-transparent, no symbol moved by hand.
layers::Document bareOf(layers::Document document);

}  // namespace viewer
