// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/paths.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <optional>
#include <vector>

#include "tests/temporary_folder.hpp"

using namespace viewer;
namespace fs = std::filesystem;

namespace {

// These variables alone, as long as it lives.
class Surroundings {
public:
    explicit Surroundings(const std::vector<std::pair<std::string, std::string>>& values) {
        for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_PICTURES_DIR"}) {
            const char* was = std::getenv(name);
            m_before[name] = was != nullptr ? std::optional<std::string>(was) : std::nullopt;
            ::unsetenv(name);
        }
        for (const auto& [name, value] : values) ::setenv(name.c_str(), value.c_str(), 1);
    }
    ~Surroundings() {
        for (const auto& [name, value] : m_before)
            if (value) ::setenv(name.c_str(), value->c_str(), 1);
            else ::unsetenv(name.c_str());
    }
    Surroundings(const Surroundings&) = delete;
    Surroundings& operator=(const Surroundings&) = delete;

private:
    std::map<std::string, std::optional<std::string>> m_before;
};

}  // namespace

TEST_CASE("the user's folders are those of the home") {
    const Surroundings around({std::pair("HOME", "/home/officer")});
    const Paths paths = findPaths();
    CHECK(paths.config == "/home/officer/.config/opsmap");
    CHECK(paths.cache == "/home/officer/.cache/opsmap");
    CHECK(paths.state == "/home/officer/.local/state/opsmap");
    CHECK(paths.pictures == "/home/officer/Pictures");
}

TEST_CASE("variables of the desktop come first, and relative ones do not count") {
    const Surroundings around({{"HOME", "/home/officer"},
                               {"XDG_CONFIG_HOME", "/c"},
                               {"XDG_CACHE_HOME", "relative"},
                               {"XDG_STATE_HOME", "/s"},
                               {"XDG_PICTURES_DIR", "/p"}});
    const Paths paths = findPaths();
    CHECK(paths.config == "/c/opsmap");
    CHECK(paths.cache == "/home/officer/.cache/opsmap");
    CHECK(paths.state == "/s/opsmap");
    CHECK(paths.pictures == "/p");
}

TEST_CASE("without a home there are no folders of the user, and pictures go where one is") {
    const Surroundings around(std::vector<std::pair<std::string, std::string>>{});
    const Paths paths = findPaths();
    CHECK(paths.config.empty());
    CHECK(paths.cache.empty());
    CHECK(paths.state.empty());
    CHECK(paths.pictures == fs::current_path());
}

TEST_CASE("the folder for pictures is read from the desktop's own file") {
    const TemporaryFolder home;
    fs::create_directories(home.path() / ".config");
    const auto picturesWith = [&](const std::string& lines) {
        home.write(".config/user-dirs.dirs", lines);
        const Surroundings around({std::pair("HOME", home.path().string())});
        return findPaths().pictures;
    };
    CHECK(picturesWith("# comment\nXDG_MUSIC_DIR=\"$HOME/Musik\"\nXDG_PICTURES_DIR=\"$HOME/Bilder\"\n") ==
          home.path() / "Bilder");
    CHECK(picturesWith("XDG_PICTURES_DIR=\"/mnt/pictures\"\n") == "/mnt/pictures");
    CHECK(picturesWith("XDG_PICTURES_DIR=$HOME/Bilder\n") == home.path() / "Pictures");  // not as the file is written
    CHECK(picturesWith("") == home.path() / "Pictures");
}

TEST_CASE("the product's own files lie around the program") {
    const Paths paths = findPaths();
    CHECK(paths.program == fs::read_symlink("/proc/self/exe").parent_path());
    CHECK(paths.fonts == paths.program / "fonts");
    CHECK(paths.milsymbol == paths.program / "milsymbol" / "milsymbol.js");
    CHECK(paths.areas == paths.program.parent_path() / "areas");
}
