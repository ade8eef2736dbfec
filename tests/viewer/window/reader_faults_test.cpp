// SPDX-License-Identifier: Apache-2.0
// Readers that crash, hang and eat memory, through the whole program: exit codes of check, and the window, in which the
// layer is marked and the rest of the map stays. A loader that does what the file's name says stands in for ours.
#include <doctest/doctest.h>
#include <signal.h>

#include <fstream>

#include "tests/viewer/window/driven_window.hpp"

using namespace window_test;
namespace fs = std::filesystem;

namespace {

const fs::path kSource = OPSMAP_SOURCE_DIR;
const layers::ScreenSize kHd{1920, 1080};
const layers::Rgba kRed{208, 32, 32, 255}, kBlue{32, 32, 208, 255}, kErrorSign{184, 28, 28, 255};
// GDAL 3.6's KML reader follows a null pointer here.
constexpr const char* kCrashesGdal =
    "<kml><Document><Placemark><MultiGeometry><Model/></MultiGeometry></Placemark></Document></kml>";

// The program with another loader beside it, as in a tree where it was built.
class OtherLoader {
public:
    OtherLoader() {
        fs::create_directories(program().parent_path());
        fs::copy_file(OPSMAP_PROGRAM, program());
        fs::copy_file(OPSMAP_MISBEHAVING_LOADER, program().parent_path() / "opsmap-loader");
        for (const char* beside : {"fonts", "milsymbol"})
            fs::create_symlink(fs::path(OPSMAP_PROGRAM).parent_path() / beside, program().parent_path() / beside);
        fs::create_symlink(kSource / "areas", m_folder.path() / "areas");
    }
    fs::path program() const { return m_folder.path() / "build" / "opsmap"; }
    fs::path named(const std::string& name) const {
        std::ofstream(m_folder.path() / name) << "{}";
        return m_folder.path() / name;
    }
    const fs::path& folder() const { return m_folder.path(); }
    int check(const std::vector<fs::path>& files, std::string& errors, const std::string& limits = {}) const {
        fs::create_directories(m_folder.path() / "config/opsmap");
        std::ofstream(m_folder.path() / "config/opsmap/settings.toml") << "[limits]\n" << limits;
        std::vector<std::string> command{"env", "XDG_CONFIG_HOME=" + (m_folder.path() / "config").string(),
                                         program().string(), "check"};
        for (const fs::path& file : files) command.push_back(file.string());
        return runToEnd(command, errors);
    }

private:
    Folder m_folder;
};

bool has(const std::string& text, const std::string& part) {
    CAPTURE(text);
    return text.find(part) != std::string::npos;
}

int countOf(const Shot& shot, const layers::Rgba& color, const layers::ScreenRect& in) {
    int count = 0;
    for (int y = static_cast<int>(in.top); y < in.bottom; ++y)
        for (int x = static_cast<int>(in.left); x < in.right; ++x) count += shot.at(x, y) == color;
    return count;
}

}  // namespace

TEST_CASE("check ends with 3 where the reader crashed, and names file and reason") {
    const OtherLoader other;
    std::string errors;
    const fs::path crash = other.named("crash.geojson");
    CHECK(other.check({crash}, errors) == 3);
    CHECK(has(errors, crash.string() + ": refused: Cannot read \"" + crash.string() +
                          "\": stopped after 50 features: the reader crashed (signal 11)."));
    CHECK(has(errors, "Reading stopped after 50 features."));
    CHECK(other.check({other.named("nonsense.geojson")}, errors) == 3);
}

TEST_CASE("check ends with 4 where the reader is too slow, and names the limit") {
    const OtherLoader other;
    std::string errors;
    CHECK(other.check({other.named("hang.geojson")}, errors, "no_progress_s = 1\n") == 4);
    CHECK(has(errors,
              "hang.geojson\": stopped after 50 features: nothing came for 1 s. Raise no_progress_s in the settings "
              "([limits])."));
    CHECK(other.check({other.named("hang_bare.geojson")}, errors, "total_s = 1\n") == 4);
    CHECK(has(errors, "hang_bare.geojson\": it took longer than 1 s. Raise total_s in the settings ([limits])."));
}

TEST_CASE("check ends with 5 where memory does not suffice, and with the highest code of several files") {
    const OtherLoader other;
    std::string errors;
    const fs::path eat = other.named("eat.geojson"), good = kSource / "tests/data/towns.geojson";
    CHECK(other.check({eat}, errors, "memory_mb = 512\n") == 5);
    CHECK(has(errors,
              "eat.geojson\": stopped after 50 features: the reader needed more than the 512 MB allowed. Raise "
              "memory_mb in the settings ([limits])."));
    CHECK(other.check({good}, errors) == 0);
    CHECK(other.check({good, eat, other.named("crash_bare.geojson"), good}, errors, "memory_mb = 512\n") == 5);
    CHECK(has(errors, "crash_bare.geojson: refused: "));
}

TEST_CASE(
    "with the real loader a file on which GDAL crashes ends check with 3, and one too large for the memory with 5") {
    const Folder folder;
    std::string errors;
    std::ofstream(folder.path() / "model.kml") << kCrashesGdal;
    CHECK(runToEnd({OPSMAP_PROGRAM, "check", (folder.path() / "model.kml").string()}, errors) == 3);
    CHECK(has(errors, "model.kml\": the reader crashed (signal 11)."));
    fs::create_directories(folder.path() / "config/opsmap");
    std::ofstream(folder.path() / "config/opsmap/settings.toml") << "[limits]\nmemory_mb = 512\n";
    std::ofstream rows(folder.path() / "rows.csv");
    rows << "name,lat,lon\n";
    const std::string row = std::string(3000, 'x') + ",33,35\n";
    for (int i = 0; i < 100'000; ++i) rows << row;  // 300 MB
    rows.close();
    CHECK(runToEnd({"env", "XDG_CONFIG_HOME=" + (folder.path() / "config").string(), OPSMAP_PROGRAM, "check",
                    (folder.path() / "rows.csv").string()},
                   errors) == 5);
    CHECK(has(errors, "the reader needed more than the 512 MB allowed. Raise memory_mb in the settings ([limits])."));
}

TEST_CASE("in the window a layer whose reader crashed is marked, and the rest of the map is there") {
    const Server server(kHd);
    const Folder folder;
    for (const char* name : {"area.toml", "squares.geojson"})
        fs::copy_file(kSource / "tests/viewer/window" / name, folder.path() / name);
    Window good(server, {(folder.path() / "area.toml").string()});
    const layers::ScreenRect panel{0, 0, 420, 1080};
    CHECK(countOf(good.settled(), kErrorSign, panel) == 0);
    CHECK(good.quit() == 0);
    std::ofstream(folder.path() / "model.kml") << kCrashesGdal;
    std::ofstream(folder.path() / "area.toml", std::ios::app)
        << "\n[[layer]]\nid = \"convoys\"\ntitle = \"Convoys\"\nsource = \"model.kml\"\nkey = 3\n";
    Window window(server, {(folder.path() / "area.toml").string()});
    const Shot shot = window.settled();
    CHECK(shot.at(900, 480) == kRed);
    CHECK(shot.at(1400, 480) == kBlue);
    CHECK(countOf(shot, kErrorSign, panel) > 50);
    CHECK(has(window.errors(), "model.kml\": the reader crashed (signal 11)."));
    window.keys("1");
    CHECK_FALSE(window.settled().at(900, 480) == kRed);  // it goes on working
    CHECK(window.quit() == 0);
}
