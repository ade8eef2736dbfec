// SPDX-License-Identifier: Apache-2.0
// The window driven as an officer drives it, at 1920×1080 and once at 3840×2160. In the test area one degree is 120 px
// at 1920×1080: the red square spans x 840–1080, y 360–600, the blue one x 1320–1560.
#include <doctest/doctest.h>
#include <png.h>

#include <cstdlib>
#include <fstream>

#include "tests/viewer/window/driven_window.hpp"

using namespace window_test;
namespace fs = std::filesystem;

namespace {

const std::string kArea = std::string(OPSMAP_SOURCE_DIR) + "/tests/viewer/window/area.toml";
const layers::Rgba kRed{208, 32, 32, 255}, kBlue{32, 32, 208, 255}, kGround{240, 240, 240, 255};
const layers::ScreenSize kHd{1920, 1080};

std::vector<fs::path> picturesIn(const fs::path& home) {
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(home / "Pictures", ignored)) found.push_back(entry.path());
    return found;
}

Shot readPng(const fs::path& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_file(&image, file.c_str()) != 0);
    image.format = PNG_FORMAT_RGB;
    Shot shot{{static_cast<int>(image.width), static_cast<int>(image.height)},
              std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
    REQUIRE(png_image_finish_read(&image, nullptr, shot.rgb.data(), 0, nullptr) != 0);
    return shot;
}

}  // namespace

TEST_CASE("a layer's key takes it off the map and back") {
    const Server server(kHd);
    Window window(server, {kArea});
    CHECK(window.settled().at(900, 480) == kRed);
    window.keys("1");
    const Shot off = window.settled();
    CHECK(off.at(900, 480) == kGround);
    CHECK(off.at(1400, 480) == kBlue);
    window.keys("1");
    CHECK(window.settled().at(900, 480) == kRed);
    SUBCASE("with all panels hidden too") {
        window.keys("Tab");
        window.keys("2");
        CHECK(window.settled().at(1400, 480) == kGround);
    }
    SUBCASE("and undo brings it back") {
        window.keys("1");
        window.keys("ctrl+z");
        CHECK(window.settled().at(900, 480) == kRed);
    }
    CHECK(window.quit() == 0);
}

TEST_CASE("a click on its check box switches a layer") {
    const Server server(kHd);
    Window window(server, {kArea});
    const Shot before = window.settled();
    bool switched = false;  // the box's place is the panel's business: look for it down the panel's left side
    for (int y = 60; y < 320 && !switched; y += 8)
        for (int x = 20; x < 60 && !switched; x += 10) {
            window.click(x, y);
            const Shot now = server.shot();
            switched = window.settled().at(900, 480) == kGround && before.at(900, 480) == kRed;
        }
    CHECK(switched);
}

TEST_CASE("dragging pans the map, and a drag that starts on a panel does not") {
    const Server server(kHd);
    Window window(server, {kArea});
    window.drag(960, 700, 760, 600);
    const Shot panned = window.settled();
    CHECK(panned.at(700, 380) == kRed);
    CHECK(panned.at(950, 520) == kGround);
    window.drag(120, 60, 420, 260);
    CHECK(window.settled().at(700, 380) == kRed);
    window.keys("Home");
    CHECK(window.settled().at(900, 480) == kRed);
    window.keys("alt+Left");
    CHECK(window.settled().at(700, 380) == kRed);
}

TEST_CASE("after a drag and its pauses units and labels stand as in a view that was not dragged to") {
    const Server server(kHd);
    Window window(server, {std::string(OPSMAP_SOURCE_DIR) + "/areas/unifil/unifil.toml"});
    window.keys("Tab");
    window.drag(1000, 700, 760, 330);
    window.drag(1000, 500, 1031, 461);
    const Shot dragged = window.settled();
    window.keys("Home");
    CHECK(window.settled().differing(dragged, dragged.all()) > 100'000);
    window.keys("alt+Left");
    const Shot looked = window.settled();
    int others = 0;  // lines are rounded a little otherwise where pixels were kept, single pixels to the other side
    for (std::size_t i = 0; i < looked.rgb.size(); ++i) others += std::abs(looked.rgb[i] - dragged.rgb[i]) > 3;
    CHECK(others <= 30);
}

TEST_CASE("the wheel zooms at the cursor") {
    const Server server(kHd);
    Window window(server, {kArea});
    window.click(850, 370, 4);  // just inside the red square's corner
    window.click(850, 370, 4);
    const Shot zoomed = window.settled();
    CHECK(zoomed.at(850, 370) == kRed);
    CHECK(zoomed.at(820, 370) == kGround);
    CHECK(zoomed.at(1140, 480) == kRed);  // twice as wide now: up to x 1310
    window.click(850, 370, 5);
    window.click(850, 370, 5);
    CHECK(window.settled().at(1140, 480) == kGround);
}

TEST_CASE("a turn of the wheel is one view to come back to") {
    const Server server(kHd);
    Window window(server, {kArea});
    const Shot home = window.settled();
    for (int i = 0; i < 3; ++i) window.click(850, 370, 4);
    const Shot zoomed = window.settled();
    CHECK_FALSE(zoomed == home);
    window.settled();
    window.keys("alt+Left");
    CHECK(window.settled().at(1140, 480) == kGround);
    window.keys("alt+Right");
    CHECK(window.settled().at(1140, 480) == kRed);
}

TEST_CASE("a rectangle drawn with Shift fills the window") {
    const Server server(kHd);
    Window window(server, {kArea});
    window.holdKey("shift");
    window.drag(840, 360, 1080, 600);
    window.releaseKey("shift");
    const Shot zoomed = window.settled();
    CHECK(zoomed.at(900, 500) == kRed);
    CHECK(zoomed.at(1480, 500) == kRed);  // the square is 1080 high and wide now
    CHECK(zoomed.at(1520, 500) == kGround);
}

TEST_CASE("a key with Ctrl does not do what the key does alone") {
    const Server server(kHd);
    Window window(server, {kArea});
    window.keys("ctrl+plus");
    window.keys("ctrl+1");  // there is no theme
    window.keys("alt+2");
    const Shot shot = window.settled();
    CHECK(shot.at(900, 480) == kRed);
    CHECK(shot.at(1100, 480) == kGround);
    CHECK(shot.at(1400, 480) == kBlue);
}

TEST_CASE("arrows, plus and minus move the view, Home brings it back") {
    const Server server(kHd);
    Window window(server, {kArea});
    window.keys("Right");  // by a fifth of the window
    CHECK(window.settled().at(900 - 384, 480) == kRed);
    window.keys("Up");
    CHECK(window.settled().at(900 - 384, 480 + 216) == kRed);
    window.keys("Home");
    window.keys("plus");
    CHECK(window.settled().at(740, 200) == kRed);  // 720–1200, 180–660
    window.keys("minus");
    CHECK(window.settled().at(740, 200) == kGround);
}

TEST_CASE("Esc never ends the program") {
    const Server server(kHd);
    Window window(server, {kArea});
    const Shot before = window.settled();
    window.keys("question");
    CHECK_FALSE(window.settled() == before);
    for (int i = 0; i < 5; ++i) window.keys("Escape");
    CHECK(window.settled() == before);
    CHECK(window.quit() == 0);
}

TEST_CASE("F12 writes the stage without its panels and says where") {
    const Server server(kHd);
    Window window(server, {kArea});
    window.settled();
    window.keys("F12");
    window.settled();
    const auto pictures = picturesIn(window.home());
    REQUIRE(pictures.size() == 1);
    CHECK(pictures[0].filename().string().find("-area.png") != std::string::npos);
    const Shot picture = readPng(pictures[0]);
    CHECK(picture.size == kHd);
    CHECK(picture.at(900, 480) == kRed);
    CHECK(picture.at(40, 200) == kGround);  // under the layer panel
    window.keys("F12");
    window.settled();
    CHECK(picturesIn(window.home()).size() == 2);
}

TEST_CASE("a broken file is a sentence, and the rest is shown") {
    const fs::path broken = fs::temp_directory_path() / "opsmap-broken.gpkg";
    std::ofstream(broken) << "SQLite format 3 and no more";
    const Server server(kHd);
    Window window(server, {kArea, broken.string()});
    CHECK(window.runs());
    CHECK(window.errors().find("opsmap-broken.gpkg") != std::string::npos);
    CHECK(window.settled().at(900, 480) == kRed);
    CHECK(window.quit() == 0);
    fs::remove(broken);
}

TEST_CASE("at 3840 by 2160 the same ground fills the screen") {
    const Server server({3840, 2160});
    Window window(server, {kArea});
    const Shot shot = window.settled();
    CHECK(shot.at(1800, 960) == kRed);
    CHECK(shot.at(1690, 730) == kRed);
    CHECK(shot.at(1670, 730) == kGround);
    window.keys("1");
    CHECK(window.settled().at(1800, 960) == kGround);
}

TEST_CASE("without a display it says so and refuses") {
    ::setenv("DISPLAY", "", 1);
    std::string errors;
    CHECK(runToEnd({OPSMAP_PROGRAM, kArea}, errors) == 2);
    CHECK(errors == "There is no display: DISPLAY is not set.\n");
}
