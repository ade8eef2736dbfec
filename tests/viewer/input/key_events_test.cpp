// SPDX-License-Identifier: Apache-2.0
#include "viewer/input/key_events.hpp"

#include <doctest/doctest.h>

#include <SFML/Window/Event.hpp>

using namespace viewer;
using action::Plain;

namespace {

struct Modifiers {
    bool ctrl = false, shift = false, alt = false;
};

std::optional<KeyPress> pressed(sf::Keyboard::Key code, Modifiers with = {}) {
    sf::Event event{};
    event.type = sf::Event::KeyPressed;
    event.key.code = code;  // by name: SFML 2.6 has one field more than 2.5
    event.key.alt = with.alt;
    event.key.control = with.ctrl;
    event.key.shift = with.shift;
    return KeyReader().take(event);
}

std::optional<KeyPress> entered(char32_t character) {
    sf::Event event{};
    event.type = sf::Event::TextEntered;
    event.text.unicode = character;
    return KeyReader().take(event);
}

KeyPress ctrl(char32_t c) { return {Key::character, c, true, false, false}; }

}  // namespace

TEST_CASE("named keys come with their modifiers") {
    CHECK(pressed(sf::Keyboard::F12) == KeyPress{Key::f12, 0, false, false, false});
    CHECK(pressed(sf::Keyboard::Left, {.ctrl = false, .shift = false, .alt = true}) ==
          KeyPress{Key::left, 0, false, false, true});
    CHECK(pressed(sf::Keyboard::Tab, {.ctrl = false, .shift = true, .alt = false}) ==
          KeyPress{Key::tab, 0, false, true, false});
    CHECK_FALSE(pressed(sf::Keyboard::F9));
    CHECK_FALSE(pressed(sf::Keyboard::Unknown));
}

TEST_CASE("characters come once: typed, or pressed with Ctrl") {
    CHECK_FALSE(pressed(sf::Keyboard::G));
    CHECK(entered(U'g') == KeyPress{Key::character, U'g', false, false, false});
    CHECK(entered(U'?') == KeyPress{Key::character, U'?', false, false, false});
    CHECK(pressed(sf::Keyboard::Q, {.ctrl = true, .shift = false, .alt = false}) == ctrl(U'q'));
    CHECK_FALSE(entered(0x11));  // what X sends as text for Ctrl+Q
    CHECK_FALSE(entered(U'\t'));
    CHECK_FALSE(entered(0x7F));
}

TEST_CASE("digits and signs with Ctrl come from either block of keys") {
    const Modifiers with{.ctrl = true, .shift = false, .alt = false};
    CHECK(pressed(sf::Keyboard::Num1, with) == ctrl(U'1'));
    CHECK(pressed(sf::Keyboard::Numpad9, with) == ctrl(U'9'));
    CHECK(pressed(sf::Keyboard::Add, with) == ctrl(U'+'));
    CHECK(pressed(sf::Keyboard::Equal, with) == ctrl(U'='));
    CHECK(pressed(sf::Keyboard::Hyphen, with) == ctrl(U'-'));
    CHECK(pressed(sf::Keyboard::Subtract, with) == ctrl(U'-'));
}

TEST_CASE("other events are no key presses") {
    sf::Event event{};
    event.type = sf::Event::KeyReleased;
    event.key.code = sf::Keyboard::F12;
    CHECK_FALSE(KeyReader().take(event));
}

TEST_CASE("a character typed with Ctrl or Alt is not taken twice") {
    KeyReader reader;
    sf::Event press{}, text{};
    press.type = sf::Event::KeyPressed;
    press.key.code = sf::Keyboard::Add;
    press.key.control = true;
    text.type = sf::Event::TextEntered;
    text.text.unicode = U'+';
    CHECK(reader.take(press) == ctrl(U'+'));
    CHECK_FALSE(reader.take(text));
    press.key.control = false;
    CHECK_FALSE(reader.take(press));
    CHECK(reader.take(text) == KeyPress{Key::character, U'+', false, false, false});
}

TEST_CASE("under a layout of another alphabet a key has the shortcut of its Latin letter") {
    for (const auto& [typed, plain] :
         {std::pair(U'щ', Plain::orbatPanel), std::pair(U'Д', Plain::layerPanel), std::pair(U'п', Plain::grid),
          std::pair(U'خ', Plain::orbatPanel), std::pair(U'م', Plain::layerPanel), std::pair(U'ם', Plain::orbatPanel),
          std::pair(U'ק', Plain::legend)}) {
        CAPTURE(static_cast<unsigned>(typed));
        const auto press = entered(typed);
        REQUIRE(press);
        CHECK(actionFor(*press, false) == Action(plain));
        CHECK_FALSE(actionFor(*press, true));  // in a text field it is a letter
    }
}

TEST_CASE("Ctrl with a letter of another alphabet is Ctrl with the Latin letter on its key") {
    KeyReader reader;
    sf::Event press{}, text{};
    press.type = sf::Event::KeyPressed;
    press.key.code = sf::Keyboard::Unknown;  // what SFML says of a key without a Latin letter
    press.key.control = true;
    text.type = sf::Event::TextEntered;
    CHECK_FALSE(reader.take(press));
    text.text.unicode = U'ы';
    CHECK(reader.take(text) == ctrl(U's'));
    text.text.unicode = 0x13;  // X's own Latin letter, as a control character
    CHECK(reader.take(text) == ctrl(U's'));
    text.text.unicode = 0x1B;
    CHECK_FALSE(reader.take(text));
    text.text.unicode = 0x4E00;  // of no layout that is known
    CHECK_FALSE(reader.take(text));
    press.key.shift = true;
    CHECK_FALSE(reader.take(press));
    text.text.unicode = U'ы';
    CHECK(reader.take(text) == KeyPress{Key::character, U's', true, true, false});
    press.key.alt = true;
    CHECK_FALSE(reader.take(press));
    CHECK_FALSE(reader.take(text));  // Ctrl+Alt types characters on many keyboards
}
