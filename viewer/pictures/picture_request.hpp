// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the user asks of a picture besides its frame: files, preset, marginalia and texts. A value; any thread.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace viewer {

struct PictureRequest {
    std::vector<std::filesystem::path> outputs;  // none: the preset's formats, under names of their own
    std::string preset;                          // empty: none
    std::optional<std::string> subtitle, note, marking;
    std::vector<std::string> marginalia;  // exactly these, or +these and -those
    bool worldFile = false;
    std::filesystem::path dumpDrawlist;  // empty: the draw list is not written
};

}  // namespace viewer
