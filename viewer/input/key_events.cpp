// SPDX-License-Identifier: Apache-2.0
#include "viewer/input/key_events.hpp"

#include <SFML/Window/Event.hpp>

#include <algorithm>
#include <array>

#include "viewer/input/latin_key.hpp"

namespace viewer {
namespace {

using SfKey = sf::Keyboard::Key;

constexpr std::array<std::pair<SfKey, Key>, 11> kNamed{{{sf::Keyboard::Left, Key::left},
                                                        {sf::Keyboard::Right, Key::right},
                                                        {sf::Keyboard::Up, Key::up},
                                                        {sf::Keyboard::Down, Key::down},
                                                        {sf::Keyboard::Home, Key::home},
                                                        {sf::Keyboard::Tab, Key::tab},
                                                        {sf::Keyboard::Escape, Key::escape},
                                                        {sf::Keyboard::F3, Key::f3},
                                                        {sf::Keyboard::F5, Key::f5},
                                                        {sf::Keyboard::F11, Key::f11},
                                                        {sf::Keyboard::F12, Key::f12}}};

std::optional<char32_t> characterOf(SfKey key) {
    const auto from = [key](SfKey first, char32_t character) { return character + static_cast<char32_t>(key - first); };
    if (key >= sf::Keyboard::A && key <= sf::Keyboard::Z) return from(sf::Keyboard::A, U'a');
    if (key >= sf::Keyboard::Num0 && key <= sf::Keyboard::Num9) return from(sf::Keyboard::Num0, U'0');
    if (key >= sf::Keyboard::Numpad0 && key <= sf::Keyboard::Numpad9) return from(sf::Keyboard::Numpad0, U'0');
    if (key == sf::Keyboard::Add) return U'+';
    if (key == sf::Keyboard::Equal) return U'=';
    if (key == sf::Keyboard::Subtract || key == sf::Keyboard::Hyphen) return U'-';
    return {};
}

std::optional<KeyPress> pressed(const sf::Event::KeyEvent& event) {
    const auto named = std::ranges::find(kNamed, event.code, &std::pair<SfKey, Key>::first);
    if (named != kNamed.end()) return KeyPress{named->second, 0, event.control, event.shift, event.alt};
    const auto character = event.control ? characterOf(event.code) : std::nullopt;
    if (!character) return {};
    return KeyPress{Key::character, *character, true, event.shift, event.alt};
}

// Control characters (Ctrl+letter, Tab, Esc, Delete) have come as KeyPressed already.
std::optional<KeyPress> typed(char32_t character) {
    if (character < 0x20 || character == 0x7F) return {};
    return KeyPress{Key::character, latinKeyOf(character), false, false, false};
}

// Under a layout without Latin letters SFML does not name the key that was pressed with Ctrl. X then sends its letter,
// or the control character that the Latin letter on the same key has.
std::optional<KeyPress> typedWithCtrl(char32_t character, bool shift) {
    const char32_t latin = character >= 1 && character <= 26 ? character + U'a' - 1 : latinKeyOf(character);
    if (latin < 0x20 || latin >= 0x7F) return {};
    return KeyPress{Key::character, latin, true, shift, false};
}

}  // namespace

std::optional<KeyPress> KeyReader::take(const sf::Event& event) {
    if (event.type == sf::Event::KeyPressed) {
        m_withModifier = event.key.control || event.key.alt;
        m_namelessWithCtrl = event.key.control && !event.key.alt && event.key.code == sf::Keyboard::Unknown;
        m_shift = event.key.shift;
        return pressed(event.key);
    }
    if (event.type != sf::Event::TextEntered) return {};
    if (m_namelessWithCtrl) return typedWithCtrl(event.text.unicode, m_shift);
    return m_withModifier ? std::nullopt : typed(event.text.unicode);
}

}  // namespace viewer
