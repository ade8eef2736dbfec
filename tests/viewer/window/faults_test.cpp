// SPDX-License-Identifier: Apache-2.0
// Faults of the room: displays, disks, homes, files and names that misbehave while the window is up.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>

#include <cstdlib>
#include <fstream>

#include "tests/viewer/window/driven_window.hpp"

using namespace window_test;
namespace fs = std::filesystem;

namespace {

const std::string kFolder = std::string(OPSMAP_SOURCE_DIR) + "/tests/viewer/window";
const layers::Rgba kRed{208, 32, 32, 255}, kGround{240, 240, 240, 255};
const layers::ScreenSize kHd{1920, 1080};

// The test area with a data file that may be changed.
struct OwnArea {
    Folder folder;
    fs::path area = folder.path() / "area.toml", data = folder.path() / "squares.geojson";
    OwnArea() {
        fs::copy_file(kFolder + "/area.toml", area);
        fs::copy_file(kFolder + "/squares.geojson", data);
    }
};

// A red square two degrees further down: y 600–840.
constexpr const char* kMoved =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"red"},)"
    R"("geometry":{"type":"Polygon","coordinates":[[[7,2],[9,2],[9,4],[7,4],[7,2]]]}}]})";

std::size_t picturesIn(const fs::path& folder) {
    std::error_code ignored;
    std::size_t count = 0;
    for (fs::directory_iterator entry(folder, ignored), end; !ignored && entry != end; entry.increment(ignored))
        ++count;
    return count;
}

}  // namespace

TEST_CASE("a display without GLX is one sentence and exit code 2") {
    const Server server(kHd, {"-extension", "GLX"});
    std::string errors;
    CHECK(runToEnd({OPSMAP_PROGRAM, kFolder + "/area.toml"}, errors) == 2);
    CHECK(errors ==
          "Cannot draw on display \"" + std::string(std::getenv("DISPLAY")) + "\": its X server has no GLX.\n");
}

TEST_CASE("a display whose driver cannot be loaded is one sentence and exit code 2") {
    const Server server(kHd);
    const Folder broken;
    for (const char* name : {"libGLX_mesa.so.0", "libGLX_indirect.so.0"})
        std::ofstream(broken.path() / name) << "no library";
    std::string errors;
    CHECK(runToEnd({"env", "LD_LIBRARY_PATH=" + broken.path().string(), OPSMAP_PROGRAM, kFolder + "/area.toml"},
                   errors) == 2);
    CHECK(errors == "Cannot draw on display \"" + std::string(std::getenv("DISPLAY")) +
                        "\": no OpenGL driver for it can be loaded. Install one: libgl1-mesa-dri is Debian's.\n");
}

TEST_CASE("a server that resets with its last client is no trouble") {
    const Folder out;
    std::string errors;  // xvfb-run starts such a one
    CHECK(runToEnd({"xvfb-run", "-a", OPSMAP_PROGRAM, "export", kFolder + "/area.toml", "-o",
                    (out.path() / "a.png").string()},
                   errors) == 0);
    CHECK(errors.empty());
}

TEST_CASE("a driver that is too old is one sentence and exit code 2") {
    const Server server(kHd);
    std::string errors;
    CHECK(runToEnd({"env", "MESA_GL_VERSION_OVERRIDE=2.1", OPSMAP_PROGRAM, kFolder + "/area.toml"}, errors) == 2);
    CHECK(errors == "Cannot draw on display \"" + std::string(std::getenv("DISPLAY")) +
                        "\": its driver offers OpenGL 2.1, and 3.0 is needed.\n");
}

TEST_CASE("an area file with a fault is its line and column and exit code 2") {
    const Server server(kHd);
    const Folder folder;
    const std::string area = (folder.path() / "bad.toml").string();
    std::ofstream(area) << "[area]\ntitle = \"x\"\ncrs = \"EPSG:4326\"\ncolour = 3\n";
    std::string errors;
    CHECK(runToEnd({OPSMAP_PROGRAM, area}, errors) == 2);
    CHECK(errors.find("bad.toml\": line 4, column 1: unknown key \"colour\" in [area]") != std::string::npos);
}

TEST_CASE("the fonts go with the program") {
    for (const char* name : {"NotoSans-Regular.ttf", "NotoSansArabic-Regular.ttf", "DejaVuSans.ttf"})
        CHECK(fs::file_size(fs::path(OPSMAP_PROGRAM).parent_path() / "fonts" / name) > 10000);
}

TEST_CASE("under a comma locale the map is the same and the session has points") {
    const Server server(kHd);
    const Folder home;
    CHECK(std::system(("localedef -i de_DE -f UTF-8 " + (home.path() / "de_DE.UTF-8").string()).c_str()) == 0);
    ::setenv("LOCPATH", home.path().c_str(), 1);
    ::setenv("LC_ALL", "de_DE.UTF-8", 1);
    {
        Window window(server, {kFolder + "/area.toml"}, home.path());
        ::unsetenv("LC_ALL");
        ::unsetenv("LOCPATH");
        CHECK(window.settled().at(900, 480) == kRed);
        window.keys("ctrl+plus");
        CHECK(window.quit() == 0);
    }
    std::ifstream in(home.path() / ".local/state/opsmap/session.toml");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    CHECK(text.find("user_factor = 1.1") != std::string::npos);
}

TEST_CASE("a file that changes is read again, and what was read stays while it cannot be") {
    const Server server(kHd);
    const OwnArea own;
    Window window(server, {own.area.string()});
    CHECK(window.settled().at(900, 480) == kRed);
    std::ofstream(own.data) << kMoved;
    const Shot moved = window.settledWhen([](const Shot& shot) { return shot.at(900, 720) == kRed; });
    CHECK(moved.at(900, 480) == kGround);
    CHECK(moved.at(900, 720) == kRed);
    SUBCASE("truncated") {
        fs::resize_file(own.data, 60);
        const Shot stays = window.settledWhen(
            [&](const Shot&) { return window.errors().find("squares.geojson") != std::string::npos; });
        CHECK(stays.at(900, 720) == kRed);
        CHECK(window.errors().find("squares.geojson") != std::string::npos);
    }
    SUBCASE("deleted") {
        fs::remove(own.data);
        const Shot stays =
            window.settledWhen([&](const Shot& shot) { return shot.differing(moved, shot.all()) > 0; });  // it is said
        CHECK(stays.at(900, 720) == kRed);
        CHECK(stays.differing(moved, stays.all()) > 0);
    }
    std::ofstream(own.data) << std::ifstream(kFolder + "/squares.geojson").rdbuf();
    CHECK(window.settledWhen([](const Shot& shot) { return shot.at(900, 480) == kRed; }).at(900, 480) == kRed);
    CHECK(window.quit() == 0);
}

TEST_CASE("with --reload ask a changed file waits for F5") {
    const Server server(kHd);
    const OwnArea own;
    Window window(server, {own.area.string(), "--reload", "ask"});
    const Shot before = window.settled();
    std::ofstream(own.data) << kMoved;
    const Shot told = window.settledWhen([&](const Shot& shot) { return shot.differing(before, shot.all()) > 0; });
    CHECK(told.differing(before, told.all()) > 0);
    CHECK(told.at(900, 480) == kRed);
    window.keys("F5");
    CHECK(window.settledWhen([](const Shot& shot) { return shot.at(900, 720) == kRed; }).at(900, 720) == kRed);
}

TEST_CASE("a window on a monitor that goes comes to the one that stays") {
    Server server(kHd);
    server.splitMonitors();
    Window window(server, {kFolder + "/area.toml", "--monitor", "2"});
    const Shot right = window.settled();
    const layers::Rgba nothing{0, 0, 0, 255};
    CHECK(right.at(20, 20) == nothing);
    CHECK_FALSE(right.at(1900, 20) == nothing);
    server.removeSecondMonitor();
    const Shot left = window.settledWhen([&](const Shot& shot) { return !(shot.at(20, 20) == nothing); });
    CHECK_FALSE(left.at(20, 20) == nothing);
    CHECK(left.at(1900, 20) == nothing);
    CHECK(window.quit() == 0);
}

TEST_CASE("a home that cannot be written is said once, and the map is shown") {
    const Server server(kHd);
    ::setenv("HOME", "/proc/nowhere", 1);
    for (const char* name : {"XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_PICTURES_DIR"}) ::unsetenv(name);
    const Folder out;
    // The window is looked for until it is there; what it has to say is on disk when it ends.
    const std::string command = "unset XDG_CACHE_HOME XDG_STATE_HOME; exec \"$0\" \"$1\" 2>" +
                                (out.path() / "err").string() +
                                " & p=$!; xdotool search --sync --onlyvisible --name . >/dev/null; xdotool key F12; "
                                "xdotool key ctrl+q; wait $p";
    std::string errors;
    CHECK(runToEnd({"sh", "-c", command, OPSMAP_PROGRAM, kFolder + "/area.toml"}, errors) == 0);
    std::ifstream in(out.path() / "err");
    const std::string said{std::istreambuf_iterator<char>(in), {}};
    CHECK(said.find("Cannot keep this session in \"/proc/nowhere/.local/state/opsmap\"") == 0);
    CHECK(said.find("Cannot keep", 1) == std::string::npos);
}

TEST_CASE("a picture that finds no room is said, leaves nothing behind and does not end the window") {
    const Server server(kHd);
    const Folder home;
    rlimit before{}, small{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    {
        Window warm(server, {kFolder + "/area.toml"}, home.path());  // so that the data is in the cache
        CHECK(warm.quit() == 0);
    }
    small = {8192, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    Window window(server, {kFolder + "/area.toml"}, home.path());
    ::setrlimit(RLIMIT_FSIZE, &before);
    const Shot shot = window.settled();
    window.keys("F12");
    CHECK_FALSE(window.settled() == shot);  // the sentence stands there
    CHECK(window.runs());
    CHECK(picturesIn(home.path() / "Pictures") == 0);
    CHECK(window.quit() == 0);
}

TEST_CASE("awkward names of files are layers like others") {
    const Server server(kHd);
    const Folder folder;
    std::vector<std::string> arguments;
    for (const std::string& name : {std::string("%n%s##id.geojson"), std::string("two\nlines.geojson"),
                                    std::string("\xFF\xFE.geojson"), std::string(240, 'x') + ".geojson"}) {
        fs::copy_file(kFolder + "/squares.geojson", folder.path() / name);
        arguments.push_back((folder.path() / name).string());
    }
    const Folder home;
    {
        Window window(server, arguments, home.path());
        CHECK(window.runs());
        CHECK(window.errors().empty());
        window.keys("4");
        CHECK(window.quit() == 0);
    }
    Window next(server, {}, home.path());  // the session knows them again
    CHECK(next.errors().empty());
    CHECK(next.quit() == 0);
}
