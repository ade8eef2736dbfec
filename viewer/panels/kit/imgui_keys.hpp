// SPDX-License-Identifier: Apache-2.0
#pragma once
// Passes keys and text to Dear ImGui 1.86, which needs its own map of SFML's keys. Main thread.

#include <SFML/Window/Event.hpp>

namespace viewer {

void mapKeys();
void takeKey(const sf::Event& event);

}  // namespace viewer
