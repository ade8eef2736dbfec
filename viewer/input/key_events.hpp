// SPDX-License-Identifier: Apache-2.0
#pragma once
// Turns SFML's events into key presses. SFML 2.5 has no scancodes, so characters are taken from TextEntered, and from
// KeyPressed only with Ctrl, which types nothing. A letter of another alphabet counts as the Latin one on its key. Main
// thread.

#include <optional>

#include "viewer/input/shortcuts.hpp"

namespace sf {
class Event;
}

namespace viewer {

class KeyReader {
public:
    std::optional<KeyPress> take(const sf::Event& event);

private:
    bool m_withModifier = false;  // of the last KeyPressed: X sends a text for Ctrl++, Ctrl+1 and Alt+G too
    bool m_namelessWithCtrl = false, m_shift = false;  // of the same press: Ctrl and a key that SFML has no name for
};

}  // namespace viewer
