// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/panel_layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace viewer;
using layers::ScreenRect;

namespace {

layers::Stage stageOf(layers::ScreenSize size) {
    layers::Stage stage;
    stage.view.size = size;
    return stage;
}

}  // namespace

TEST_CASE("the read-out bar stands in the middle of the foot where nothing else does") {
    CHECK(readOutPlace({}, stageOf({1920, 1080}), 700, 34) == ScreenRect{610, 1034, 1310, 1068});
}

TEST_CASE("the read-out bar leaves marking, scale bar and sources free") {
    const std::vector<ScreenRect> plates{{12, 1017, 270, 1068}, {895, 1039, 1025, 1068}, {1100, 980, 1908, 1068}};
    const ScreenRect bar = readOutPlace(plates, stageOf({1920, 1080}), 700, 34);
    for (const ScreenRect& plate : plates) CHECK_FALSE(bar.intersects(plate));
    CHECK(bar.bottom > 1020);  // just above the marking, between the two others
    CHECK(bar.left > 270);
    const ScreenRect wide = readOutPlace(plates, stageOf({1920, 1080}), 1400, 34);
    for (const ScreenRect& plate : plates) CHECK_FALSE(wide.intersects(plate));
    CHECK(wide.bottom < 1017);  // above the scale bar too
}

TEST_CASE("the read-out bar covers no plate, wherever plates stand at the foot") {
    std::mt19937 random(7);
    const auto upTo = [&](int most) { return static_cast<double>(random() % static_cast<unsigned>(most)); };
    for (int round = 0; round < 500; ++round) {
        std::vector<ScreenRect> plates;
        for (int i = 0; i < 4; ++i) {
            const double left = upTo(1800), top = 800 + upTo(260);
            plates.push_back({left, top, left + 40 + upTo(500), 1068});
        }
        const ScreenRect bar = readOutPlace(plates, stageOf({1920, 1080}), 300 + upTo(900), 34);
        CHECK(std::ranges::none_of(plates, [&](const ScreenRect& plate) { return plate.intersects(bar); }));
        CHECK(bar.left >= 12);
        CHECK(bar.bottom <= 1068);
    }
}

TEST_CASE("the picture's frame fits into what the dialog leaves free, in its own shape") {
    const layers::Stage stage = stageOf({1920, 1080});
    const ScreenRect room = pictureRoom(stage, true), frame = fittedInto(room, {3508, 4961});
    CHECK(room.right < pictureDialogPlace(stage).left);
    CHECK(frame.height() == doctest::Approx(room.height()));
    CHECK(frame.width() / frame.height() == doctest::Approx(3508.0 / 4961));
    CHECK(frame.left >= room.left);
    const ScreenRect whole = enclosing({0, 0, 1920, 1080}, {3508, 4961});
    CHECK(whole.width() == doctest::Approx(1920));
    CHECK(whole.height() == doctest::Approx(1920 * 4961 / 3508.0));
    CHECK(frameTag({-500, -500, 5000, 5000}, stage).left == 380);  // it can be taken wherever the frame is
}

TEST_CASE("a panel ends above the plates that stand at the foot between its edges") {
    const layers::Stage stage = stageOf({1920, 1080});
    const std::vector<ScreenRect> plates{
        {1120, 1013, 1908, 1068}, {1520, 938, 1908, 1006}, {12, 1017, 210, 1068}, {1600, 12, 1908, 500}};
    CHECK(footAbove(plates, stage, 1508, 1908) == 926);
    CHECK(footAbove(plates, stage, 1130, 1500) == 1001);
    CHECK(footAbove(plates, stage, 300, 700) == 1068);
}

TEST_CASE("the card makes way to the left for the symbol that it would cover") {
    const layers::Stage stage = stageOf({1920, 1080});
    CardRoom room{1908, 12, 980, 372, true, {}};
    CHECK(cardLeft(stage, room) == 1536);
    room.symbol = ScreenRect{900, 500, 960, 540};
    CHECK(cardLeft(stage, room) == 1536);
    room.symbol = ScreenRect{1500, 500, 1560, 540};
    CHECK(cardLeft(stage, room) == 368);
    room.besideLayers = false;
    CHECK(cardLeft(stage, room) == 12);
    room.right = 380;  // no other place in so narrow a window
    room.symbol = ScreenRect{100, 500, 160, 540};
    CHECK(cardLeft(stage, room) == 8);
}
