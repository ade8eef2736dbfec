// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/pointer_queue.hpp"

#include <doctest/doctest.h>

using namespace viewer;

namespace {

sf::Event moved(int x, int y) {
    sf::Event event{};
    event.type = sf::Event::MouseMoved;
    event.mouseMove = {x, y};
    return event;
}
sf::Event button(bool down, sf::Mouse::Button which = sf::Mouse::Left, int x = 5, int y = 6) {
    sf::Event event{};
    event.type = down ? sf::Event::MouseButtonPressed : sf::Event::MouseButtonReleased;
    event.mouseButton = {which, x, y};
    return event;
}
sf::Event wheel(float delta, sf::Mouse::Wheel which = sf::Mouse::VerticalWheel) {
    sf::Event event{};
    event.type = sf::Event::MouseWheelScrolled;
    event.mouseWheelScroll = {which, delta, 5, 6};
    return event;
}
sf::Event plain(sf::Event::EventType type) {
    sf::Event event{};
    event.type = type;
    return event;
}

}  // namespace

TEST_CASE("a press and a release between two frames are two frames") {
    PointerQueue queue;
    queue.push(moved(10, 20));
    queue.push(button(true));
    queue.push(button(false));
    const PointerState pressed = queue.next();
    CHECK(pressed.down[0]);
    CHECK(pressed.x == 5);
    CHECK(queue.pending());
    const PointerState released = queue.next();
    CHECK_FALSE(released.down[0]);
    CHECK_FALSE(queue.pending());
}

TEST_CASE("of moves only the last place counts, and a drag goes on behind its press") {
    PointerQueue queue;
    for (int i = 0; i < 100; ++i) queue.push(moved(i, 2 * i));
    CHECK(queue.next().x == 99);
    CHECK_FALSE(queue.pending());
    queue.push(button(true));
    queue.push(moved(200, 300));
    CHECK(queue.next().x == 5);  // where the button went down
    const PointerState dragged = queue.next();
    CHECK(dragged.down[0]);
    CHECK(dragged.x == 200);
    CHECK(dragged.y == 300);
}

TEST_CASE("the wheel adds up within a frame and is gone with the next") {
    PointerQueue queue;
    queue.push(wheel(1));
    queue.push(wheel(2));
    queue.push(wheel(-0.5F, sf::Mouse::HorizontalWheel));
    const PointerState turned = queue.next();
    CHECK(turned.wheel == 3);
    CHECK(turned.wheelX == -0.5F);
    CHECK(queue.next().wheel == 0);
}

TEST_CASE("three buttons are known, others do nothing") {
    PointerQueue queue;
    for (const auto which : {sf::Mouse::Left, sf::Mouse::Right, sf::Mouse::Middle, sf::Mouse::XButton1})
        queue.push(button(true, which));
    CHECK(queue.next().down == std::array{true, false, false});
    CHECK(queue.next().down == std::array{true, true, false});
    CHECK(queue.next().down == std::array{true, true, true});
    CHECK(queue.next().down == std::array{true, true, true});
    CHECK_FALSE(queue.pending());
}

TEST_CASE("losing the focus releases all buttons at once") {
    PointerQueue queue;
    queue.push(button(true));
    queue.push(plain(sf::Event::LostFocus));
    CHECK(queue.next().down == std::array{false, false, false});
    CHECK_FALSE(queue.pending());
}

TEST_CASE("the cursor enters and leaves, and other events are not the mouse's") {
    PointerQueue queue;
    CHECK_FALSE(queue.next().inside);
    queue.push(plain(sf::Event::MouseEntered));
    CHECK(queue.next().inside);
    queue.push(plain(sf::Event::MouseLeft));
    CHECK_FALSE(queue.next().inside);
    for (const auto type : {sf::Event::KeyPressed, sf::Event::Resized, sf::Event::TextEntered, sf::Event::Closed})
        queue.push(plain(type));
    CHECK_FALSE(queue.pending());
}
