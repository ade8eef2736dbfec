// SPDX-License-Identifier: Apache-2.0
#pragma once
// The locations of the product's own files and of the user's folders. They are found from the executable, so that an
// installed tree runs from anywhere. Any thread.

#include <filesystem>
#include <string>

namespace viewer {

struct Paths {
    std::filesystem::path program;    // folder of the executables
    std::filesystem::path areas;      // bundled areas
    std::filesystem::path fonts;      // that go with the program; what is missing there is taken from the system
    std::filesystem::path milsymbol;  // milsymbol.js
    std::filesystem::path magnetic;   // coefficients of the magnetic models
    std::filesystem::path config;     // $XDG_CONFIG_HOME/opsmap; empty where there is no home
    std::filesystem::path cache;      // $XDG_CACHE_HOME/opsmap; empty where there is no home
    std::filesystem::path state;      // $XDG_STATE_HOME/opsmap; empty where there is no home
    std::filesystem::path pictures;   // where F12 writes: the desktop's pictures folder
};

// Installed: PREFIX/bin and PREFIX/share/opsmap. In the build tree: build/ and the source tree around it.
Paths findPaths();

}  // namespace viewer
