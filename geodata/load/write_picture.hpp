// SPDX-License-Identifier: Apache-2.0
#pragma once
// The command `opsmap-loader --write FOLDER`: it enters its jail, reads the request and its rows from descriptor 3
// and makes the file with GDAL. One thread.

#include <filesystem>

#include "geodata/jail/jail.hpp"

namespace geodata {

// The exit code. The reason of a failure goes over the socket without a sentence: only the viewer knows how the picture
// is called in the end.
int writePicture(const std::filesystem::path& folder, const JailStrength& strength);

}  // namespace geodata
