#pragma once
// Keys and text for Dear ImGui 1.86, which wants its own map of SFML's keys. Main thread.

#include <SFML/Window/Event.hpp>

namespace viewer {

void mapKeys();
void takeKey(const sf::Event& event);

}  // namespace viewer
