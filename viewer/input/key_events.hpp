#pragma once
// SFML's events as key presses. SFML 2.5 knows no scancodes: what a key types on this keyboard comes as TextEntered, so
// characters are taken from there, and from KeyPressed only with Ctrl, which types nothing. Main thread.

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
};

}  // namespace viewer
