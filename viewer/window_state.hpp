#pragma once
// Full screen by asking the window manager (EWMH), so that the window and its GL context stay as they are: SFML would
// have to make both anew. Main thread.

#include <SFML/Window/Window.hpp>

namespace viewer {

// False: no X server answers. Without a window manager the window takes the screen's place itself.
bool setFullscreen(sf::Window& window, bool on);

}  // namespace viewer
