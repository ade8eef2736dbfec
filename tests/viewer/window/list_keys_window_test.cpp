// SPDX-License-Identifier: Apache-2.0
// Arrow keys and Return in the panels' lists, at 1920×1080 on the area of orbat_window_test.cpp. The order of battle's
// rows begin at y 165, each 44 px high; the layers panel's at y 64, each 32 px high.
#include <doctest/doctest.h>

#include <fstream>

#include "tests/viewer/window/driven_window.hpp"

using namespace window_test;

namespace {

const std::string kArea = std::string(OPSMAP_SOURCE_DIR) + "/tests/viewer/window/orbat/area.toml";
const layers::ScreenSize kHd{1920, 1080};
const layers::ScreenRect kPanel{1508, 12, 1908, 340}, kCard{1130, 100, 1500, 500}, kMiddle{930, 510, 990, 570},
    kLateCompany{560, 810, 640, 870}, kFreeMap{40, 600, 480, 800};
constexpr int kFirstRowY = 187, kRowPx = 44, kSearchY = 72;
constexpr layers::Rgba kRim{0, 90, 160, 255}, kRed{208, 32, 32, 255};

bool hasSymbol(const Shot& shot, const layers::ScreenRect& in) {
    int count = 0;
    for (int y = static_cast<int>(in.top); y < in.bottom; ++y)
        for (int x = static_cast<int>(in.left); x < in.right; ++x)
            count += shot.at(x, y) == layers::Rgba{128, 224, 255, 255};
    return count > 200;
}

// The keys' rim is at both edges of that row of the order of battle.
bool isRimmed(const Shot& shot, int row) {
    const auto anyRim = [&](int fromX, int toX) {
        for (int x = fromX; x < toX; ++x)
            if (shot.at(x, kFirstRowY + row * kRowPx) == kRim) return true;
        return false;
    };
    return anyRim(1519, 1524) && anyRim(1885, 1900);
}

}  // namespace

TEST_CASE(
    "arrow keys go through the order of battle, fold its branches, and Return flies there, until the map is clicked") {
    const Server server(kHd);
    Window window(server, {kArea});
    window.keys("o");
    window.settled();
    window.click(1700, kFirstRowY);  // the headquarters
    window.moveTo(960, 900);
    const Shot first = window.settled();
    CHECK(isRimmed(first, 0));
    window.keys("Down");
    const Shot second = window.settled();
    CHECK(isRimmed(second, 1));
    CHECK_FALSE(isRimmed(second, 0));
    CHECK(second.differing(first, kFreeMap) == 0);  // the map stays
    window.keys("Left");                            // the far battalion's branch: the late company
    const Shot closed = window.settled();
    CHECK(isRimmed(closed, 1));
    CHECK(closed.differing(second, {1520, kFirstRowY + 1.5 * kRowPx, 1890, kFirstRowY + 3.5 * kRowPx}) > 5'000);
    window.keys("Right");
    CHECK(window.settled().differing(second, kPanel) == 0);
    window.keys("Return");
    const Shot flown = window.settled();
    CHECK(hasSymbol(flown, kMiddle));  // the far battalion in the window's middle
    CHECK(flown.at(450, 750) == kRed);
    window.keys("1");  // letters and figures are keys as ever
    CHECK_FALSE(window.settled().at(450, 750) == kRed);
    window.keys("1");
    window.click(300, 300);
    window.keys("Down");
    CHECK_FALSE(window.settled().at(450, 750) == kRed);  // the map moved
}

TEST_CASE("in the search field the arrow keys go through what was found, and Return takes it") {
    const Server server(kHd);
    Window window(server, {kArea});
    window.keys("o");
    window.settled();
    window.click(1700, kSearchY);
    window.keys("k");
    window.keys("a");
    window.keys("z");  // the late company, below its two headings
    window.moveTo(960, 900);
    window.settled();
    window.keys("Return");
    const Shot flown = window.settled();
    CHECK(hasSymbol(flown, kMiddle));
    window.keys("Up");
    window.keys("Return");
    CHECK(window.settled().differing(flown, kCard) > 5'000);  // of the far battalion
}

TEST_CASE("arrow keys go through a list of choices") {
    const Server server(kHd);
    Window window(server, {kArea});
    window.keys("o");
    CHECK(hasSymbol(window.settled(), kLateCompany));
    window.click(1575, 108);  // which echelons: any, team, squad, section, platoon, company, battalion
    window.moveTo(960, 800);
    window.settled();
    for (int i = 0; i < 7; ++i) window.keys("Down");
    window.settled();
    window.keys("Return");
    CHECK_FALSE(hasSymbol(window.settled(), kLateCompany));
}

TEST_CASE("arrow keys go through the layers, open one, and Return switches it") {
    constexpr int kFirstLayerY = 80, kLayerPx = 32;
    const layers::ScreenRect below{20, kFirstLayerY + 2.0 * kLayerPx, 340, kFirstLayerY + 3.0 * kLayerPx};
    const Server server(kHd);
    Window window(server, {kArea});
    window.settled();
    window.click(200, kFirstLayerY);  // the units
    window.settled();
    window.keys("Down");
    window.moveTo(960, 900);
    const Shot second = window.settled();
    CHECK(second.at(900, 480) == kRed);
    window.keys("Return");
    CHECK_FALSE(window.settled().at(900, 480) == kRed);
    window.keys("Return");
    CHECK(window.settled().at(900, 480) == kRed);
    window.keys("Right");
    CHECK(window.settled().differing(second, below) > 500);  // its opacity
    window.keys("Left");
    CHECK(window.settled().differing(second, below) == 0);
    window.keys("Escape");
    window.keys("Up");
    CHECK(window.settled().at(900, 660) == kRed);  // the map moved
}

TEST_CASE("arrow keys go through the changes, and Return flies to one") {
    const Server server(kHd);
    const Folder folder;
    std::ofstream(folder.path() / "area.toml")
        << "[area]\ncrs = \"EPSG:4326\"\nhome = [0, 0, 16, 9]\nbackground = \"#f0f0f0\"\ndate = \"2018-11-01\"\n"
           "[[layer]]\nid = \"units\"\nkind = \"units\"\nsource = \"units.csv\"\n";
    std::ofstream(folder.path() / "units.csv")
        << "id,name,sidc,lat,lon,valid_from,valid_to\na,First,10031000161211000000,4.5,3,2018-01-01,2018-10-31\n"
           "b,Second,10031000161211000000,4.5,4,2018-11-01,\nc,Third,10031000161211000000,4.5,12.5,2018-11-01,\n";
    Window window(server, {(folder.path() / "area.toml").string()});
    window.keys("t");
    window.settled();
    window.click(877, 920);  // "Compare"
    window.keys("less");     // the day on which b and c are not there yet
    window.settled();
    window.click(1600, 797);  // the list's heading
    window.moveTo(960, 700);
    const Shot before = window.settled();
    window.keys("Down");
    window.keys("Down");  // c
    CHECK(window.settled().differing(before, kFreeMap) == 0);
    window.keys("Return");
    const Shot flown = window.settled();
    CHECK(flown.differing(before, {1540, 100, 1900, 400}) > 20'000);
    CHECK(flown.differing(before, kFreeMap) > 100);  // its grid moved by half a degree more than four
}
