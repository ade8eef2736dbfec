// SPDX-License-Identifier: Apache-2.0
#pragma once
// A GL context without a window, on the existing display or on a private virtual one. Main thread.

#include <SFML/Window/Context.hpp>

#include <memory>

#include "layers/gpu/virtual_display.hpp"

namespace layers {

class Offscreen {
public:
    static geodata::Result<std::unique_ptr<Offscreen>> create();
    ~Offscreen();

private:
    Offscreen() = default;
    OpenDisplay m_there;  // null: there was none, but
    std::unique_ptr<VirtualDisplay> m_display;
    std::unique_ptr<sf::Context> m_context;
};

}  // namespace layers
