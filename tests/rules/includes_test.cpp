// SPDX-License-Identifier: Apache-2.0
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
// `cli` is a leaf: it stands above `app`, so that nothing but the commands can include it.
const std::map<std::string, int> kLevels{{"geodata/geometry", 0},
                                         {"geodata/result", 0},
                                         {"geodata/crs", 1},
                                         {"geodata/jail", 1},
                                         {"geodata/store", 1},
                                         {"geodata/grid", 2},
                                         {"geodata/link", 2},
                                         {"geodata/tiles", 2},
                                         {"layers/model", 3},
                                         {"layers/area", 4},
                                         {"layers/orbat", 4},
                                         {"layers/placement", 4},
                                         {"layers/text", 4},
                                         {"layers/gpu", 5},
                                         {"layers/symbols", 5},
                                         {"layers/scene/draw", 6},
                                         {"layers/scene/labels", 7},
                                         {"layers/scene/tiles", 8},
                                         {"layers/scene/units", 8},
                                         {"layers/scene/marginalia", 9},
                                         {"layers/scene", 10},
                                         {"layers/paper", 11},
                                         {"viewer/input", 12},
                                         {"viewer/workspace", 12},
                                         {"viewer/session", 13},
                                         {"viewer/pictures", 14},
                                         {"viewer/desktop", 14},
                                         {"viewer/panels/kit", 15},
                                         {"viewer/panels/layers", 16},
                                         {"viewer/panels/orbat", 16},
                                         {"viewer/panels", 17},
                                         {"viewer/app", 18},
                                         {"viewer/cli", 19},
                                         {"viewer/commands", 20},
                                         {"viewer", 21},
                                         {"geodata/source", 100},
                                         {"geodata/load", 101}};
constexpr int kLoader = 100;

// Foreign header (start of its path) → the rooms that may include it.
const std::vector<std::pair<std::string, std::set<std::string>>> kForeign{
    {"gdal", {"geodata/source", "geodata/load"}},
    {"ogr", {"geodata/source", "geodata/load"}},
    {"cpl_", {"geodata/source", "geodata/load"}},
    {"seccomp.h", {"geodata/jail"}},
    {"proj.h", {"geodata/crs"}},
    {"GeographicLib/", {"geodata/crs"}},
    {"SFML/",
     {"layers/gpu", "layers/scene", "layers/scene/draw", "viewer/input", "viewer/desktop", "viewer/panels/kit",
      "viewer/panels", "viewer/app", "viewer/commands"}},
    {"imgui", {"viewer/panels", "viewer/panels/kit", "viewer/panels/layers", "viewer/panels/orbat"}},
    {"jsc/", {"layers/symbols"}},
    {"librsvg/", {"layers/symbols"}},
    {"cairo", {"layers/symbols", "layers/paper"}},
    {"toml++/", {"layers/area"}},
    {"CLI/", {"viewer/cli"}},
};

// The folder is the room; empty: the path is no file of a room, as <vector> is none.
std::string roomOf(const std::string& path) {
    const std::string folder = fs::path(path).parent_path().string();
    return kLevels.contains(folder) ? folder : std::string();
}

// A test stands in the room that it tests; what tests whole programs stands above all of them.
std::string roomTestedBy(const std::string& path) {
    const std::string room = fs::path(path).parent_path().lexically_relative("tests").string();
    return kLevels.contains(room) ? room : "viewer";
}

bool isLoader(const std::string& room) { return kLevels.at(room) >= kLoader; }

std::string foreignComplaint(const std::string& file, const std::string& from, const std::string& included) {
    for (const auto& [prefix, rooms] : kForeign)
        if (included.rfind(prefix, 0) == 0 && !rooms.contains(from))
            return fmt::format("{} ({}) must not include <{}>", file, from, included);
    return {};
}

std::string complaint(const std::string& file, const std::string& included) {
    const std::string from = roomOf(file), to = roomOf(included);
    if (from.empty()) return fmt::format("{} stands in no room of the table", file);
    if (auto foreign = foreignComplaint(file, from, included); !foreign.empty()) return foreign;
    if (to.empty() || to == from) return {};
    const int fromLevel = kLevels.at(from), toLevel = kLevels.at(to);
    if (isLoader(to) && !isLoader(from)) return fmt::format("{} must not include the loader", file);
    if (isLoader(from) && toLevel >= 3 && !isLoader(to))
        return fmt::format("{}: the loader must not include {}", file, included);
    if (toLevel >= fromLevel && (fromLevel != 0 || toLevel != 0))
        return fmt::format("{} ({}) must not include upwards: {}", file, from, included);
    return {};
}

// A test may include its own room and what stands below; helpers of other tests count as their rooms.
std::string testComplaint(const std::string& file, const std::string& included) {
    const std::string from = roomTestedBy(file);
    const bool isHelper = included.rfind("tests/", 0) == 0;
    const std::string to =
        isHelper && fs::path(included).parent_path() != "tests" ? roomTestedBy(included) : roomOf(included);
    if (to.empty() || to == from || isLoader(from) || from == "viewer") return {};
    if (isLoader(to) || kLevels.at(to) >= kLevels.at(from))
        return fmt::format("{} (tests {}) must not include upwards: {}", file, from, included);
    return {};
}

std::vector<std::string> includesOf(const fs::path& file) {
    std::ifstream in(file);
    std::vector<std::string> found;
    for (std::string line; std::getline(in, line);) {
        const std::size_t hash = line.find_first_not_of(" \t");
        if (hash == std::string::npos || line[hash] != '#' || line.find("include", hash) == std::string::npos) continue;
        const std::size_t open = line.find_first_of("<\""), close = line.find_first_of(">\"", open + 1);
        if (open != std::string::npos && close != std::string::npos)
            found.push_back(line.substr(open + 1, close - open - 1));
    }
    return found;
}

bool isCode(const fs::path& p) { return p.extension() == ".hpp" || p.extension() == ".cpp"; }

}  // namespace

namespace {

// What `complain` says of each include of the code below `top`; the number of files.
int checkIncludes(const char* top, std::string (*complain)(const std::string&, const std::string&)) {
    const fs::path root = OPSMAP_SOURCE_DIR;
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
        if (!isCode(entry.path())) continue;
        ++files;
        const std::string name = fs::relative(entry.path(), root).string();
        for (const std::string& included : includesOf(entry.path()))
            CHECK_MESSAGE(complain(name, included).empty(), complain(name, included));
    }
    return files;
}

}  // namespace

TEST_CASE("every include goes downwards") {
    CHECK(checkIncludes("geodata", complaint) > 90);
    CHECK(checkIncludes("layers", complaint) > 150);
    CHECK(checkIncludes("viewer", complaint) > 150);
}

TEST_CASE("a test includes its own room and what stands below") { CHECK(checkIncludes("tests", testComplaint) > 150); }

TEST_CASE("a source includes its own header before any other, so that the header needs nothing before it") {
    const fs::path root = OPSMAP_SOURCE_DIR;
    int sources = 0;
    for (const char* top : {"geodata", "layers", "viewer"})
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const fs::path header = fs::path(entry.path()).replace_extension(".hpp");
            if (entry.path().extension() != ".cpp" || !fs::exists(header)) continue;
            const auto includes = includesOf(entry.path());
            ++sources;
            CHECK_MESSAGE((!includes.empty() && includes.front() == fs::relative(header, root).string()),
                          entry.path().string());
        }
    CHECK(sources > 200);
}

TEST_CASE("a source file names its licence") {
    const fs::path root = OPSMAP_SOURCE_DIR;
    for (const char* top : {"geodata", "layers", "viewer", "tests", "shaders"})
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const std::string kind = entry.path().extension().string();
            if (!isCode(entry.path()) && kind != ".vert" && kind != ".frag" && kind != ".py" && kind != ".sh") continue;
            std::ifstream in(entry.path());
            std::string head(300, '\0');
            in.read(head.data(), static_cast<std::streamsize>(head.size()));
            CHECK_MESSAGE(head.find("SPDX-License-Identifier: Apache-2.0") != std::string::npos, entry.path().string());
        }
}

TEST_CASE("a room of the table exists") {
    for (const auto& [room, level] : kLevels) CHECK_MESSAGE(fs::is_directory(fs::path(OPSMAP_SOURCE_DIR) / room), room);
}

TEST_CASE("the rule itself finds what it is for") {
    CHECK_FALSE(complaint("geodata/store/a.cpp", "geodata/tiles/b.hpp").empty());
    CHECK_FALSE(complaint("viewer/app/app.cpp", "gdal.h").empty());
    CHECK_FALSE(complaint("layers/area/a.cpp", "geodata/load/b.hpp").empty());
    CHECK_FALSE(complaint("layers/placement/a.cpp", "SFML/Graphics.hpp").empty());
    CHECK_FALSE(complaint("geodata/load/a.cpp", "layers/model/b.hpp").empty());
    CHECK(complaint("geodata/tiles/a.cpp", "geodata/store/b.hpp").empty());
    CHECK(complaint("geodata/source/a.cpp", "ogr_api.h").empty());
    CHECK_FALSE(complaint("viewer/panels/kit/a.cpp", "viewer/panels/panels.hpp").empty());
    CHECK_FALSE(complaint("viewer/workspace/a.cpp", "viewer/cli/command_line.hpp").empty());
    CHECK_FALSE(complaint("viewer/new_room/a.cpp", "vector").empty());
    CHECK_FALSE(testComplaint("tests/layers/scene/draw/a_test.cpp", "viewer/app/app.hpp").empty());
    CHECK_FALSE(testComplaint("tests/layers/model/a_test.cpp", "tests/layers/scene/framed.hpp").empty());
    CHECK(testComplaint("tests/pictures/a_test.cpp", "viewer/app/app.hpp").empty());
    CHECK(testComplaint("tests/layers/area/a_test.cpp", "layers/area/area.hpp").empty());
}
