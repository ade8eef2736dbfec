// SPDX-License-Identifier: Apache-2.0
#pragma once
// Parses the texts of command-line options into values. Each refusal is the sentence that the user reads. Any thread.

#include <string>
#include <string_view>
#include <vector>

#include "geodata/result/result.hpp"
#include "geodata/store/store.hpp"
#include "layers/model/map_view.hpp"
#include "layers/model/picture_preset.hpp"
#include "viewer/workspace/layer_edits.hpp"
#include "viewer/workspace/source_watch.hpp"

namespace viewer {

inline constexpr int kMinSidePx = layers::kLeastPictureSidePx, kMaxSidePx = layers::kMostPictureSidePx;

geodata::Result<layers::ScreenSize> parseSize(std::string_view text);         // "3840x2160"
geodata::Result<geodata::LonLatBox> parseExtent(std::string_view text);       // "W,S,E,N"; W > E crosses 180°
geodata::Result<geodata::LonLat> parseCenter(std::string_view text);          // "LON,LAT"
geodata::Result<double> parseScale(std::string_view text);                    // "250000" or "1:250000"
geodata::Result<std::string> parseDate(std::string_view text);                // "2018-11-06"
geodata::Result<layers::LabelLanguage> parseLanguage(std::string_view text);  // "latin", "arabic", "both"

geodata::Result<layers::Amplifiers> parseAmplifiers(std::string_view text);  // "none", "name", "name-and-higher", "all"
geodata::Result<layers::SymbolColors> parseSymbolColors(std::string_view text);  // "light", "medium", "dark"

struct PaperName {
    std::string sheet;  // "A3"
    bool portrait = false;
};
geodata::Result<PaperName> parsePaper(std::string_view text);                      // "A3", "A0-portrait"
geodata::Result<std::string> parseAspect(std::string_view text);                   // "16:9", "4:3", "1:1"
geodata::Result<double> parseDpi(std::string_view text);                           // 30 to 2400
geodata::Result<std::vector<std::string>> parseMarginalia(std::string_view text);  // "title,north", "+as-of,-north"

geodata::Result<layers::GridChoice> parseGrid(std::string_view text);  // "none", "geo", "mgrs", "utm"
geodata::Result<ReloadPolicy> parseReload(std::string_view text);      // "auto", "ask", "off"

}  // namespace viewer
