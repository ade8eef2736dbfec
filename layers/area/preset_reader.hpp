// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads [[preset]] tables of area files and of the user's settings. Any thread.
//
//   name (required); size ("3840x2160"), paper ("A4" … "A0") or aspect ("16:9", "4:3", "1:1"); portrait; dpi;
//   scale (n of 1:n, or "round"), extent = [W, S, E, N]; formats = ["png", "jpg", "webp", "tif", "pdf"];
//   marginalia = ["title", …] exactly these, or ["+as-of", "-north"]; legend; grid ("none", "geo", "mgrs", "utm");
//   title, subtitle, note, marking

#include <set>
#include <string>

#include "layers/area/table_reader.hpp"
#include "layers/model/picture_preset.hpp"

namespace layers {

// W, S, E, N in degrees under `key`.
void readExtent(TableReader& in, std::string_view key, Problems& problems, std::optional<geodata::LonLatBox>& to);

// All of the file's; a second one of the same name is a problem.
std::vector<PicturePreset> readPresets(TableReader& file, Problems& problems);

}  // namespace layers
