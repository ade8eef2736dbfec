// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a KML holds that is not shown: pictures laid over the map, and links to other files. Pure; any thread.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "geodata/result/result.hpp"

namespace geodata {

// One warning for each kind, which counts and names the first. `fileText`: quoted. `isInside`: a link's target is in
// the same archive, where it is read.
std::vector<Warning> kmlNotes(std::string_view kml, const std::string& fileText,
                              const std::function<bool(const std::string& target)>& isInside);

// The targets of its network links.
std::vector<std::string> kmlLinks(std::string_view kml);

}  // namespace geodata
