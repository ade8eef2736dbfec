// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "tests/viewer/panels/driven_panels.hpp"

using namespace panels_test;

namespace {

sf::Event button(int x, int y, bool down) {
    sf::Event event{};
    event.type = down ? sf::Event::MouseButtonPressed : sf::Event::MouseButtonReleased;
    event.mouseButton = {sf::Mouse::Left, x, y};
    return event;
}

sf::Event moved(int x, int y) {
    sf::Event event{};
    event.type = sf::Event::MouseMoved;
    event.mouseMove = {x, y};
    return event;
}

}  // namespace

TEST_CASE("a drag belongs to what its button went down on") {
    DrivenPanels panels;
    CHECK_FALSE(panels.handle(moved(600, 600)));
    CHECK_FALSE(panels.handle(button(600, 600, true)));
    CHECK_FALSE(panels.handle(moved(200, 150)));  // over the layers, but the map's
    CHECK_FALSE(panels.handle(button(200, 150, false)));
    panels.rest();
    CHECK(panels.handle(button(200, 150, true)));
    CHECK(panels.handle(moved(600, 600)));
    CHECK(panels.handle(button(600, 600, false)));
}

TEST_CASE("losing the focus ends a drag") {
    DrivenPanels panels;
    CHECK(panels.handle(button(200, 150, true)));
    sf::Event lost{};
    lost.type = sf::Event::LostFocus;
    panels.handle(lost);
    panels.rest();
    CHECK_FALSE(panels.handle(moved(600, 600)));
}

TEST_CASE("hidden panels answer to nothing, and messages stay") {
    DrivenPanels panels;
    panels.show = {.layers = true, .orbat = true, .time = true, .settings = true, .hideAll = true};
    panels.messages = {{"Files reloaded.", false}};
    panels.rest();
    const auto spots = panels.spots({0, 0, 1920, 1080}, 24);
    REQUIRE(spots.size() == 1);
    CHECK(line(panels.click(spots[0].middle)) == "dismiss 0");
}

TEST_CASE("a window without size lays nothing out") {
    DrivenPanels panels;
    panels.stage.view.size = {0, 0};
    CHECK(panels.frame().empty());
    CHECK_FALSE(panels.last.animating);
}

TEST_CASE("at rest the panels need no other frame, and after an event they need some") {
    DrivenPanels panels;
    panels.rest();
    panels.frame();
    CHECK_FALSE(panels.last.animating);
    panels.handle(moved(200, 150));
    panels.frame();
    CHECK(panels.last.animating);
}

TEST_CASE("panels grow with the factor of the stage") {
    DrivenPanels small({1920, 1080}), large({3840, 2160});
    CHECK_FALSE(small.isCovered({500, 140}));
    CHECK(large.isCovered({500, 140}));
    CHECK(line(large.click({174 * 2, 178 * 2})) == "hide zones");
}

TEST_CASE("the shortcut sheet covers the middle and is closed with its cross") {
    DrivenPanels panels;
    panels.show = {.layers = false, .sheet = true};
    panels.rest();
    CHECK(panels.isCovered({960, 540}));
    const auto spots = panels.spots({300, 100, 1620, 1000}, 20);
    REQUIRE_FALSE(spots.empty());
    CHECK(line(panels.click(spots[0].middle)) == "close sheet");
}

TEST_CASE("the read-out bar is there while it has something to say") {
    DrivenPanels panels;
    panels.show = {.layers = false};
    panels.rest();
    const auto isThere = [&] {
        for (int y = 900; y < 1080; y += 10)
            if (panels.isCovered({960, static_cast<double>(y)})) return true;
        return false;
    };
    CHECK(isThere());
    panels.readOut = {};
    panels.rest();
    CHECK_FALSE(isThere());
}

TEST_CASE("no panel reaches beyond a small window") {
    for (const layers::ScreenSize size : {layers::ScreenSize{1024, 768}, {1080, 1920}, {800, 600}, {320, 240}}) {
        DrivenPanels panels(size);
        panels.show = {.layers = true, .orbat = true, .time = true, .settings = true, .sheet = true};
        panels.picture.open = true;
        panels.stage.selectedUnit = "ind";
        panels.stage.compareDate = "2018-10-01";
        panels.messages = {{"A sentence.", true}};
        panels.rest();
        CAPTURE(size.width);
        CHECK(panels.isCovered({size.width / 2.0, size.height / 2.0}));
        panels.rest();
        CHECK_FALSE(panels.last.animating);
    }
}

TEST_CASE("a key that the panels do not need stays the map's") {
    DrivenPanels panels;
    sf::Event event{};
    event.type = sf::Event::KeyPressed;
    for (const auto key : {sf::Keyboard::Up, sf::Keyboard::Enter, sf::Keyboard::L, sf::Keyboard::F11}) {
        event.key.code = key;
        CHECK_FALSE(panels.handle(event));
    }
    event.key.code = sf::Keyboard::Unknown;
    CHECK_FALSE(panels.handle(event));
    CHECK(panels.rest().empty());
}

TEST_CASE("random hands neither stop the panels nor make them ask for what is not there") {
    std::uint32_t state = 7;
    const auto random = [&](int below) {
        state = state * 1664525U + 1013904223U;
        return static_cast<int>((state >> 8U) % static_cast<std::uint32_t>(below));
    };
    DrivenPanels panels;
    panels.show = {.layers = true, .orbat = true, .time = true, .settings = true};
    for (int i = 0; i < 600; ++i) {
        const layers::ScreenPoint at{static_cast<double>(random(1920)), static_cast<double>(random(1080))};
        Words asked;
        switch (random(5)) {
            case 0: asked = panels.click(at); break;
            case 1: asked = panels.drag(at, {at.x + random(200) - 100, at.y + random(200) - 100}); break;
            case 2: asked = panels.wheel(at, static_cast<float>(random(7) - 3)); break;
            case 3: asked = panels.key(static_cast<sf::Keyboard::Key>(random(sf::Keyboard::KeyCount))); break;
            default: asked = panels.type("a1-é"); break;
        }
        for (const std::string& word : asked) CHECK(word.find("nobody") == std::string::npos);
        CHECK(panels.document.layers.size() == 4);
        for (const layers::LayerSpec& layer : panels.document.layers) CHECK((layer.opacity >= 0 && layer.opacity <= 1));
        CHECK(panels.stage.userFactor >= 0.5);
        CHECK(panels.stage.userFactor <= 3);
    }
}
