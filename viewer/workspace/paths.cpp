// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/paths.hpp"

#include <cstdlib>
#include <fstream>

namespace viewer {
namespace {

namespace fs = std::filesystem;

fs::path fromEnvironment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value == '/' ? fs::path(value) : fs::path();  // XDG: relative paths are to be ignored
}

// $NAME/opsmap, otherwise opsmap in this folder of the home; empty where there is no home.
fs::path ownFolder(const char* name, const fs::path& home, const char* inHome) {
    const fs::path named = fromEnvironment(name);
    if (!named.empty()) return named / "opsmap";
    return home.empty() ? fs::path() : home / inHome / "opsmap";
}

// XDG_PICTURES_DIR of the environment or of user-dirs.dirs, whose lines are NAME="$HOME/…".
fs::path picturesFolder(const fs::path& home) {
    if (const fs::path named = fromEnvironment("XDG_PICTURES_DIR"); !named.empty()) return named;
    if (home.empty()) return fs::current_path();
    fs::path config = fromEnvironment("XDG_CONFIG_HOME");
    if (config.empty()) config = home / ".config";
    std::ifstream in(config / "user-dirs.dirs");
    const std::string key = "XDG_PICTURES_DIR=\"", homeText = "$HOME/";
    for (std::string line; std::getline(in, line);) {
        if (line.rfind(key, 0) != 0 || line.back() != '"') continue;
        const std::string value = line.substr(key.size(), line.size() - key.size() - 1);
        return value.rfind(homeText, 0) == 0 ? home / value.substr(homeText.size()) : fs::path(value);
    }
    return home / "Pictures";
}

}  // namespace

Paths findPaths() {
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    const fs::path installed = program.parent_path() / "share" / "opsmap";
    const bool isInstalled = fs::is_directory(installed / "areas", ignored);
    const fs::path home = fromEnvironment("HOME");
    Paths paths;
    paths.program = program;
    paths.areas = isInstalled ? installed / "areas" : program.parent_path() / "areas";
    paths.fonts = (isInstalled ? installed : program) / "fonts";
    paths.milsymbol = (isInstalled ? installed : program) / "milsymbol" / "milsymbol.js";
    paths.magnetic = (isInstalled ? installed : program) / "magnetic";
    paths.config = ownFolder("XDG_CONFIG_HOME", home, ".config");
    paths.cache = ownFolder("XDG_CACHE_HOME", home, ".cache");
    paths.state = ownFolder("XDG_STATE_HOME", home, ".local/state");
    paths.pictures = picturesFolder(home);
    return paths;
}

}  // namespace viewer
