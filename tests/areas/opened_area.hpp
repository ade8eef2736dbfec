// SPDX-License-Identifier: Apache-2.0
#pragma once
// A bundled area after everything has been read: the area file and the stores that the real loader made. Main thread.

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "geodata/store/store.hpp"
#include "layers/model/document.hpp"

namespace areas {

struct OpenedArea {
    layers::Document document;
    std::vector<std::string> problems;  // sentences: sources refused, rows or vertices left out
    std::map<std::string, std::shared_ptr<const geodata::Store>> stores;  // by layer id; the graticule has none

    // Ids of the units of all unit layers that stand on a day and have a position inside the home view.
    std::set<std::string> unitsOn(const std::string& date) const;
};

// Each folder of areas/ that holds NAME/NAME.toml.
std::vector<std::filesystem::path> areaFiles();
// Fails the test case where the area file itself cannot be read.
OpenedArea openArea(const std::filesystem::path& areaFile);
OpenedArea openBundled(const std::string& name);

}  // namespace areas
