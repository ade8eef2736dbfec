// Reads every #include of the tree and holds it against the table of rooms: a library may include only what stands
// below it, and a foreign header only where its room is.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {


// The loader's rooms stand aside (level 100): only the loader's program includes them, and only they include GDAL.
const std::map<std::string, int> kLevels{
    {"geodata/geometry", 0}, {"geodata/jail", 1}, {"geodata/result", 0}, {"geodata/crs", 1},    {"geodata/store", 1}, {"geodata/tiles", 2},
    {"geodata/grid", 2},     {"geodata/link", 2},   {"layers/model", 3},   {"layers/area", 4},   {"layers/orbat", 4},
    {"layers/text", 4},      {"layers/placement", 4}, {"layers/symbols", 5}, {"layers/gpu", 5},    {"layers/scene", 6},
    {"layers/paper", 7},
    {"viewer/input", 7},     {"viewer/cli", 7},     {"viewer/session", 8}, {"viewer/search", 9},  {"viewer/export", 9},
    {"viewer/bench", 10},    {"viewer/panels", 10},   {"viewer", 11},        {"geodata/source", 100}, {"geodata/load", 101}};

// Foreign header (start of its path) → the rooms that may include it.
const std::vector<std::pair<std::string, std::set<std::string>>> kForeign{
    {"gdal", {"geodata/source", "geodata/load"}},
    {"ogr", {"geodata/source", "geodata/load"}},
    {"cpl_", {"geodata/source", "geodata/load"}},
    {"seccomp.h", {"geodata/jail"}},
    {"proj.h", {"geodata/crs"}},
    {"GeographicLib/", {"geodata/crs"}},
    {"SFML/", {"layers/gpu", "layers/scene", "viewer/input", "viewer/export", "viewer/bench", "viewer/panels", "viewer"}},
    {"imgui", {"viewer/panels", "viewer"}},
    {"jsc/", {"layers/symbols"}},
    {"librsvg/", {"layers/symbols"}},
    {"cairo", {"layers/symbols", "layers/paper"}},
    {"toml++/", {"layers/area"}},
    {"CLI/", {"viewer/cli"}},
};

std::string roomOf(const std::string& path) {
    std::string best;
    for (const auto& [room, level] : kLevels)
        if (path.rfind(room + "/", 0) == 0 && room.size() > best.size()) best = room;
    return best;
}

std::string complaint(const std::string& file, const std::string& included) {
    const std::string from = roomOf(file), to = roomOf(included);
    if (from.empty()) return fmt::format("{} stands in no room of the table", file);
    for (const auto& [prefix, rooms] : kForeign)
        if (included.rfind(prefix, 0) == 0 && !rooms.contains(from))
            return fmt::format("{} ({}) must not include <{}>", file, from, included);
    if (to.empty() || to == from) return {};
    if (kLevels.at(to) >= kLevels.at(from) && !(kLevels.at(from) == 0 && kLevels.at(to) == 0))
        return fmt::format("{} ({}) must not include upwards: {}", file, from, included);
    if (kLevels.at(to) >= 100 && kLevels.at(from) < 100) return fmt::format("{} must not include the loader", file);
    if (kLevels.at(from) >= 100 && kLevels.at(to) >= 3 && kLevels.at(to) < 100)
        return fmt::format("{}: the loader must not include {}", file, included);
    return {};
}

std::vector<std::string> includesOf(const fs::path& file) {
    std::ifstream in(file);
    std::vector<std::string> found;
    for (std::string line; std::getline(in, line);) {
        const std::size_t hash = line.find_first_not_of(" \t");
        if (hash == std::string::npos || line[hash] != '#' || line.find("include", hash) == std::string::npos) continue;
        const std::size_t open = line.find_first_of("<\""), close = line.find_first_of(">\"", open + 1);
        if (open != std::string::npos && close != std::string::npos) found.push_back(line.substr(open + 1, close - open - 1));
    }
    return found;
}

bool isCode(const fs::path& p) { return p.extension() == ".hpp" || p.extension() == ".cpp"; }

}  // namespace

TEST_CASE("every include goes downwards") {
    const fs::path root = OPSMAP_SOURCE_DIR;
    int files = 0;
    for (const char* top : {"geodata", "layers", "viewer"}) {
        if (!fs::exists(root / top)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            if (!isCode(entry.path())) continue;
            ++files;
            const std::string name = fs::relative(entry.path(), root).string();
            for (const std::string& included : includesOf(entry.path()))
                CHECK_MESSAGE(complaint(name, included).empty(), complaint(name, included));
        }
    }
    CHECK(files > 5);
}

TEST_CASE("the rule itself finds what it is for") {
    CHECK_FALSE(complaint("geodata/store/a.cpp", "geodata/tiles/b.hpp").empty());
    CHECK_FALSE(complaint("viewer/app.cpp", "gdal.h").empty());
    CHECK_FALSE(complaint("layers/area/a.cpp", "geodata/load/b.hpp").empty());
    CHECK_FALSE(complaint("layers/placement/a.cpp", "SFML/Graphics.hpp").empty());
    CHECK_FALSE(complaint("geodata/load/a.cpp", "layers/model/b.hpp").empty());
    CHECK(complaint("geodata/tiles/a.cpp", "geodata/store/b.hpp").empty());
    CHECK(complaint("geodata/source/a.cpp", "ogr_api.h").empty());
}
