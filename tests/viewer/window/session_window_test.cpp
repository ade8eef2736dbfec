// SPDX-License-Identifier: Apache-2.0
// What a run of the window leaves to the next one, however it ends. The test area is that of window_test.cpp.
#include <doctest/doctest.h>
#include <signal.h>

#include <fstream>
#include <iterator>
#include <thread>

#include "tests/viewer/window/driven_window.hpp"

using namespace window_test;
namespace fs = std::filesystem;

namespace {

const std::string kArea = std::string(OPSMAP_SOURCE_DIR) + "/tests/viewer/window/area.toml";
const layers::Rgba kRed{208, 32, 32, 255}, kBlue{32, 32, 208, 255}, kGround{240, 240, 240, 255};
const layers::ScreenSize kHd{1920, 1080};

fs::path sessionOf(const Folder& home) { return home.path() / ".local/state/opsmap/session.toml"; }

std::string textOf(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

// The red square off, the view one press to the right: the blue one spans x 936–1176 then.
void change(Window& window) {
    window.keys("Right");
    window.settled();
    window.keys("1");
    window.settled();
}

bool isChanged(const Shot& shot) { return shot.at(1000, 480) == kBlue && shot.at(516, 480) == kGround; }

// Waits until the session on disk knows that the red square is off, or on; two minutes at most.
bool isSaved(const Folder& home, bool isOff) {
    const auto says = [&] { return (textOf(sessionOf(home)).find("visible = false") != std::string::npos) == isOff; };
    for (int i = 0; i < 240 && !says(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(500));
    return says();
}

}  // namespace

TEST_CASE("a signal keeps the session, and the next start without arguments brings it back") {
    const Server server(kHd);
    const Folder home;
    for (const int signal : {SIGTERM, SIGHUP, SIGINT}) {
        fs::remove_all(sessionOf(home).parent_path());
        Window window(server, {kArea}, home.path());
        change(window);
        CHECK(window.end(signal) == 0);
        Window next(server, {}, home.path());
        CHECK(isChanged(next.settled()));
        CHECK(next.quit() == 0);
    }
    Window other(server, {kArea, "--layers", "red"}, home.path());  // the command line wins
    CHECK(other.settled().at(516, 480) == kRed);
}

TEST_CASE("with --verbose a window says at its end how long its frames took, and otherwise nothing") {
    const Server server(kHd);
    Window quiet(server, {kArea});
    CHECK(quiet.end(SIGTERM) == 0);
    CHECK(quiet.errors().empty());
    Window window(server, {kArea, "--verbose"});
    window.keys("Right");
    window.settled();
    CHECK(window.end(SIGTERM) == 0);
    CHECK(window.errors().find(" frames otherwise: median ") != std::string::npos);
}

TEST_CASE("a killed window has lost only what it had no time to save") {
    const Server server(kHd);
    const Folder home;
    Window window(server, {kArea}, home.path());
    change(window);
    CHECK(isSaved(home, true));
    CHECK(window.end(SIGKILL) == 128 + SIGKILL);
    Window next(server, {kArea}, home.path());
    CHECK(isChanged(next.settled()));
}

// libfaketime stands between the program and the clock of the day, and reads from a file by how much that is wrong.
TEST_CASE("a clock set back by a day or forward by two keeps neither the session nor a message waiting") {
    const Server server(kHd);
    const Folder home;
    const fs::path wrongBy = home.path() / "clock";
    const auto setClock = [&](const char* by) { std::ofstream(wrongBy) << by << "\n"; };
    setClock("+0");
    REQUIRE(fs::exists(OPSMAP_FAKETIME));
    const std::pair<const char*, std::string> surroundings[] = {{"LD_PRELOAD", OPSMAP_FAKETIME},
                                                                {"FAKETIME_TIMESTAMP_FILE", wrongBy.string()},
                                                                {"FAKETIME_NO_CACHE", "1"},
                                                                {"FAKETIME_DONT_FAKE_MONOTONIC", "1"},
                                                                {"NO_FAKE_STAT", "1"}};
    for (const auto& [name, value] : surroundings) ::setenv(name, value.c_str(), 1);
    Window window(server, {kArea}, home.path());
    for (const auto& [name, value] : surroundings) ::unsetenv(name);
    const Shot before = window.settled();
    for (const char* by : {"-1d", "+2d"}) {
        setClock(by);
        window.keys("1");  // off, and on again
        CHECK(window.settled().differing(before, before.all()) > 0);
        CHECK(isSaved(home, std::string(by) == "-1d"));
    }
    const auto differing = [&](const Shot& shot) { return shot.differing(before, {400, 0, 1920, 1000}); };
    const Shot after = window.settledWhen([&](const Shot& shot) { return differing(shot) == 0; });
    CHECK(differing(after) == 0);  // no message is left; the panel has something to undo now
    CHECK(window.quit() == 0);
}

TEST_CASE("the end of the X server ends the window with 2, its session kept") {
    const Folder home;
    {
        Server server(kHd);
        Window window(server, {kArea}, home.path());
        change(window);
        server.crash();
        CHECK(window.exitCode() == 2);
        CHECK(window.errors() == "The X server has ended, and so opsmap ends.\n");
    }
    const Server server(kHd);
    Window next(server, {kArea}, home.path());
    CHECK(isChanged(next.settled()));
}

TEST_CASE("a second window says that it keeps nothing and leaves the session alone") {
    const Server server(kHd);
    const Folder home;
    Window first(server, {kArea}, home.path());
    change(first);
    CHECK(isSaved(home, true));
    const std::string kept = textOf(sessionOf(home));
    CHECK(kept.find("id = \"red\"") != std::string::npos);
    std::string errors;
    {
        const Folder elsewhere;  // its stderr must not overwrite the first one's
        Window second(server, {kArea, "--size", "640x480"}, elsewhere.path());
        CHECK(second.errors().empty());
    }
    Window second(server, {kArea, "--size", "640x480"}, home.path());
    CHECK(second.errors().find("another opsmap window keeps its own there") != std::string::npos);
    second.keys("2");
    CHECK(second.end(SIGTERM) == 0);
    CHECK(textOf(sessionOf(home)) == kept);
}

TEST_CASE("a damaged session is a sentence, moved aside, and the window opens") {
    const Server server(kHd);
    const Folder home;
    fs::create_directories(sessionOf(home).parent_path());
    std::ofstream(sessionOf(home)) << "version = 1\n\xFF\xFE";
    Window window(server, {kArea}, home.path());
    CHECK(window.settled().at(900, 480) == kRed);
    CHECK(window.errors().find("Cannot read session") == 0);
    CHECK(fs::exists(sessionOf(home).string() + ".unreadable-1"));
}

TEST_CASE("after two starts that came to nothing the third leaves the session out and says so") {
    const Server server(kHd);
    const Folder home;
    {
        Window window(server, {kArea}, home.path());
        change(window);
        CHECK(window.quit() == 0);
    }
    std::ofstream(sessionOf(home).parent_path() / "session.starts") << "**";
    Window safe(server, {kArea}, home.path());
    CHECK(safe.settled().at(900, 480) == kRed);
    CHECK(safe.errors().find("The last two starts failed.") == 0);
    CHECK(safe.quit() == 0);
    Window next(server, {kArea}, home.path());
    CHECK(next.errors().empty());
}
