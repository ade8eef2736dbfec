// SPDX-License-Identifier: Apache-2.0
// The order of battle, the card and the time bar, driven as an officer drives them at 1920×1080: one degree is 120 px,
// the headquarters' foot stands at x 360, y 540, the far battalion at x 1440, y 240, the late company at x 600, y 840.
// The panel's rows begin at y 165, each 44 px high.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <string_view>
#include <utility>

#include "tests/viewer/window/driven_window.hpp"

using namespace window_test;

namespace {

const std::string kArea = std::string(OPSMAP_SOURCE_DIR) + "/tests/viewer/window/orbat/area.toml";
const layers::ScreenSize kHd{1920, 1080};
const layers::ScreenRect kPanel{1508, 12, 1908, 340}, kCard{1130, 100, 1500, 500}, kLateCompany{560, 810, 640, 870},
    kBar{500, 890, 1420, 976};
constexpr int kGridOnly = 300;  // pixels of the graticule's lines
constexpr int kFirstRowY = 187, kRowPx = 44, kSearchY = 72;

// Pixels that are not the map's ground.
int inked(const Shot& shot, const layers::ScreenRect& in) {
    int count = 0;
    for (int y = static_cast<int>(in.top); y < in.bottom; ++y)
        for (int x = static_cast<int>(in.left); x < in.right; ++x)
            count += !(shot.at(x, y) == layers::Rgba{240, 240, 240, 255});
    return count;
}

// A sea with one layer of units, `switches` being more lines of that.
void writeUnits(const std::filesystem::path& folder, std::string_view table, std::string_view switches = "") {
    std::ofstream(folder / "area.toml") << R"([area]
crs = "EPSG:4326"
home = [0, 0, 16, 9]
background = "#f0f0f0"
date = "2018-11-01"
[[layer]]
id = "units"
title = "Units"
kind = "units"
source = "units.csv"
)" << switches;
    std::ofstream(folder / "units.csv") << table;
}

// A unit at x 960, y 540 that is there on every second of 40 days.
void writeEverySecondDay(const std::filesystem::path& folder) {
    std::string table = "id,sidc,lat,lon,valid_from,valid_to\n";
    const auto date = [](int day) {
        return day < 30 ? fmt::format("2018-11-{:02}", day + 1) : fmt::format("2018-12-{:02}", day - 29);
    };
    for (int day = 0; day < 40; day += 2)
        table += fmt::format("a,10031000161211000000,4.5,8,{},{}\n", date(day), date(day + 1));
    writeUnits(folder, table);
}

// The day on which the time bar's white knob stands, of those 40.
int dayOfKnob(const Shot& shot) {
    constexpr int kTrackY = 953, kLeft = 518, kRight = 1402;
    int white = 0, sum = 0;
    for (int x = kLeft - 4; x <= kRight + 4; ++x)
        if (shot.at(x, kTrackY) == layers::Rgba{255, 255, 255, 255}) ++white, sum += x;
    REQUIRE(white > 4);
    return static_cast<int>(std::lround((static_cast<double>(sum) / white - kLeft) * 39 / (kRight - kLeft)));
}

}  // namespace

TEST_CASE("while time runs the map has the date that the time bar says") {
    const Server server(kHd);
    const Folder folder;
    writeEverySecondDay(folder.path());
    Window window(server, {(folder.path() / "area.toml").string()});
    window.keys("t");
    window.settled();
    int days = 0, apart = 0, last = -1;
    for (int round = 0; round < 8; ++round) {
        window.keys("k");
        for (int i = 0; i < 12; ++i) {
            const Shot shot = server.shot();
            const int day = dayOfKnob(shot);
            days += day != std::exchange(last, day);
            apart += (inked(shot, {940, 525, 980, 555}) > kGridOnly) != (day % 2 == 0);
        }
        window.settled();
    }
    CHECK(days > 15);
    CHECK(apart == 0);
}

TEST_CASE("O opens the order of battle, and a click on a row flies there and opens the card") {
    const Server server(kHd);
    Window window(server, {kArea});
    const Shot before = window.settled();
    window.keys("o");
    const Shot open = window.settled();
    CHECK(open.differing(before, kPanel) > 20'000);
    CHECK(open.at(900, 480) == layers::Rgba{208, 32, 32, 255});
    window.click(1700, kFirstRowY + kRowPx);  // the far battalion, which then stands in the window's middle
    const Shot flown = window.settled();
    CHECK(flown.differing(open, kCard) > 20'000);
    CHECK(inked(flown, {930, 510, 990, 570}) > 200);
    CHECK(flown.at(450, 750) == layers::Rgba{208, 32, 32, 255});  // the red square moved by as much
    window.keys("Escape");
    CHECK(window.settled().differing(flown, kCard) > 20'000);
    window.keys("o");
    CHECK(window.quit() == 0);
}

TEST_CASE(
    "a card's link leads to the unit below, and a unit under the cursor on the map is marked in the order of battle") {
    constexpr int kFarRowY = kFirstRowY + kRowPx, kBesideNameX = 1750;
    const Server server(kHd);
    Window window(server, {kArea});
    window.keys("o");
    const Shot open = window.settled();
    const layers::ScreenRect farRow{1520, kFarRowY - 20.0, 1890, kFarRowY + 20.0},
        firstRow{1520, kFirstRowY - 20.0, 1890, kFirstRowY + 20.0};
    window.moveTo(1440, 240);  // the far battalion
    const Shot hovered = window.settled();
    CHECK(hovered.differing(open, farRow) > 10'000);
    CHECK(hovered.differing(open, firstRow) < 1'000);  // its symbol may come late
    window.click(1700, kFirstRowY);
    window.settled();
    window.click(1275, 246);  // "Subordinate units: Far battalion"
    window.moveTo(960, 900);
    const Shot led = window.settled();
    CHECK(led.at(kBesideNameX, kFarRowY + 15) == layers::Rgba{226, 237, 251, 255});
    CHECK(inked(led, {930, 510, 990, 570}) > 200);  // it is in the window's middle
}

TEST_CASE("a status that is chosen leaves its units alone on the map") {
    const layers::ScreenRect present{1170, 210, 1230, 270}, planned{690, 690, 750, 750};
    const Server server(kHd);
    const Folder folder;
    writeUnits(folder.path(), "id,sidc,lat,lon\na,10031000161211000000,7,10\nb,10031010161211000000,3,6\n");
    Window window(server, {(folder.path() / "area.toml").string()});
    window.keys("o");
    const Shot all = window.settled();
    CHECK(inked(all, present) > 500);
    CHECK(inked(all, planned) > 500);
    window.click(1850, 108);  // which status
    window.settled();
    window.click(1800, 170);  // "planned", the first after "any"
    window.moveTo(960, 900);
    const Shot chosen = window.settled();
    CHECK(inked(chosen, planned) > 500);
    CHECK(inked(chosen, present) < kGridOnly);
}

TEST_CASE(
    "a unit whose layer is off is ringed where it is, with its circle of uncertainty, and its card switches the layer "
    "on") {
    constexpr layers::Rgba kRing{255, 140, 0, 255};
    const auto ringed = [&](const Shot& shot, int x, int y) {
        return shot.at(x - 9, y) == kRing && shot.at(x + 9, y) == kRing && shot.at(x, y - 9) == kRing;
    };
    constexpr layers::ScreenRect kOfCircle{1100, 300, 1135, 340};  // where no line of the grid passes
    const Server server(kHd);
    const Folder folder;
    // At x 1200, y 240, known to about 120 px.
    writeUnits(folder.path(), "id,name,sidc,lat,lon,uncertainty_m\na,Lone battalion,10031000161211000000,7,10,111000\n",
               "visible = false\n");
    Window window(server, {(folder.path() / "area.toml").string()});
    window.keys("o");
    const Shot before = window.settled();
    CHECK_FALSE(ringed(before, 1200, 240));
    window.moveTo(1700, kFirstRowY);
    const Shot hovered = window.settled();
    CHECK(ringed(hovered, 1200, 240));
    CHECK(hovered.differing(before, kOfCircle) > 30);
    window.click(1700, kFirstRowY);  // it comes to the window's middle
    window.moveTo(960, 900);
    const Shot selected = window.settled();
    CHECK(ringed(selected, 960, 540));
    window.click(1272, 246);  // "Switch it on"
    window.moveTo(960, 900);
    const Shot on = window.settled();
    CHECK_FALSE(ringed(on, 960, 540));
    CHECK(inked(on, {930, 510, 990, 570}) > inked(selected, {930, 510, 990, 570}));
}

TEST_CASE("the card makes way for the symbol that it would cover") {
    const Server server(kHd);
    Window window(server, {kArea});
    window.keys("o");
    const Shot before = window.settled();
    window.click(1440, 240);  // the far battalion, where the card would stand beside the order of battle
    window.moveTo(960, 900);
    const Shot card = window.settled();
    CHECK(card.differing(before, {380, 110, 730, 400}) > 20'000);
    CHECK(card.differing(before, {1160, 100, 1390, 400}) < 500);
    CHECK(inked(card, {1410, 205, 1470, 265}) > 500);
}

TEST_CASE("Esc closes an open choice first, then the card") {
    const Server server(kHd);
    Window window(server, {kArea});
    window.keys("o");
    window.click(1700, kFirstRowY + kRowPx);
    window.moveTo(960, 800);
    const Shot card = window.settled();
    window.click(1575, 108);  // which echelons
    window.moveTo(960, 800);
    CHECK(window.settled().differing(card, kPanel) > 5'000);
    window.keys("Escape");
    CHECK(window.settled().differing(card, kPanel) < 500);
    CHECK(window.settled().differing(card, kCard) == 0);
    window.keys("Escape");
    CHECK(window.settled().differing(card, kCard) > 20'000);
}

TEST_CASE("a list of choices that is wider than its field stays inside the window") {
    const Server server(kHd);
    Window window(server, {kArea});
    window.keys("o");
    const Shot before = window.settled();
    window.click(1850, 108);  // which status
    window.moveTo(960, 800);
    const Shot open = window.settled();
    CHECK(open.differing(before, {1760, 125, 1910, 185}) > 2'000);
    CHECK(open.differing(before, {1917, 125, 1920, 185}) == 0);
}

TEST_CASE(
    "a letter typed while a list of choices is open leads to the first one that begins with it, and Enter takes it") {
    const Server server(kHd);
    Window window(server, {kArea});
    window.keys("o");
    CHECK(inked(window.settled(), kLateCompany) > 500);
    window.click(1575, 108);  // which echelons
    window.moveTo(960, 800);
    const Shot open = window.settled();
    window.keys("b");  // battalion and above
    CHECK(window.settled().differing(open, kPanel) > 2'000);
    window.keys("Return");
    const Shot taken = window.settled();
    CHECK(inked(taken, kLateCompany) < kGridOnly);
    CHECK(inked(taken, {1410, 205, 1470, 265}) > 500);  // the battalion stays
}

TEST_CASE("letters typed into the search field are a search and no keys") {
    const Server server(kHd);
    Window window(server, {kArea});
    window.keys("o");
    const Shot open = window.settled();
    window.click(1700, kSearchY);
    window.keys("1");
    const Shot typed = window.settled();
    CHECK(typed.at(900, 480) == layers::Rgba{208, 32, 32, 255});   // key 1 would have taken the red square away
    CHECK(typed.differing(open, {1520, 170, 1900, 330}) > 5'000);  // nothing has a 1 in its name
    window.keys("Escape");
    window.click(900, 800);
    window.keys("1");
    CHECK(window.settled().at(900, 480) == layers::Rgba{240, 240, 240, 255});
}

TEST_CASE("the step keys move the date and units come and go with it") {
    const Server server(kHd);
    Window window(server, {kArea});
    CHECK(inked(window.settled(), kLateCompany) > 500);
    window.keys("less");  // to 31 October: still there
    CHECK(inked(window.settled(), kLateCompany) > 500);
    window.keys("less");  // to 1 June
    CHECK(inked(window.settled(), kLateCompany) < kGridOnly);
    SUBCASE("with all panels hidden too") {
        window.keys("Tab");
        window.keys("greater");
        CHECK(inked(window.settled(), kLateCompany) > 500);
    }
    SUBCASE("and playing ends on the last day") {
        window.keys("t");  // the bar shows that time runs, so that settled() waits for its end
        window.keys("k");
        CHECK(inked(window.settled(), kLateCompany) > 500);
    }
}

TEST_CASE("T shows the time bar and its slider moves the date") {
    const Server server(kHd);
    Window window(server, {kArea});
    const Shot before = window.settled();
    window.keys("t");
    CHECK(window.settled().differing(before, kBar) > 30'000);
    window.click(540, 946);  // the slider's left end: the first day
    CHECK(inked(window.settled(), kLateCompany) < kGridOnly);
}

TEST_CASE("a tooltip leaves its button free") {
    const layers::ScreenRect compare{836, 909, 918, 932}, above{860, 880, 1100, 898};
    const auto dark = [](const Shot& shot, const layers::ScreenRect& in) {
        int count = 0;
        for (int y = static_cast<int>(in.top); y < in.bottom; ++y)
            for (int x = static_cast<int>(in.left); x < in.right; ++x)
                count += shot.at(x, y) == layers::Rgba{24, 32, 44, 255};
        return count;
    };
    const Server server(kHd);
    Window window(server, {kArea});
    window.keys("t");
    const Shot before = window.settled();
    window.moveTo(850, 915);
    const Shot asked = window.settled();
    CHECK(dark(asked, above) > dark(before, above) + 2'000);
    CHECK(dark(asked, compare) < dark(before, compare) + 50);
}

TEST_CASE(
    "a symbol dragged with Alt stays where it was put: in the next session, and saved to the area for everybody") {
    const layers::ScreenRect farBattalion{1410, 205, 1470, 265}, put{1270, 545, 1350, 605};
    const Server server(kHd);
    const Folder home, areaFolder, otherHome;
    const std::string area = (areaFolder.path() / "area.toml").string();
    for (const char* name : {"area.toml", "units.csv", "events.csv"})
        std::filesystem::copy(std::filesystem::path(kArea).parent_path() / name, areaFolder.path() / name);
    {
        Window window(server, {area}, home.path());
        CHECK(inked(window.settled(), farBattalion) > 500);
        CHECK(inked(window.settled(), put) < kGridOnly);
        window.holdKey("alt");
        window.drag(1440, 235, 1310, 575);
        window.releaseKey("alt");
        CHECK(inked(window.settled(), put) > 500);
        CHECK(window.quit() == 0);
    }
    {
        Window again(server, {area}, home.path());
        CHECK(inked(again.settled(), put) > 500);
        again.keys("ctrl+s");
        again.settled();
        CHECK(again.quit() == 0);
        CHECK(std::filesystem::exists(areaFolder.path() / "area.edits.toml"));
    }
    Window other(server, {area}, otherHome.path());
    CHECK(inked(other.settled(), put) > 500);
    other.holdKey("alt");
    other.click(1310, 575);  // lets go of it
    other.releaseKey("alt");
    CHECK(inked(other.settled(), put) < kGridOnly);
    CHECK(inked(other.settled(), farBattalion) > 500);
}
