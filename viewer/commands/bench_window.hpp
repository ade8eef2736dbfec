// SPDX-License-Identifier: Apache-2.0
#pragma once
// The window of `opsmap bench`, on the existing display or on a private virtual one of the picture's size. Main
// thread.

#include <SFML/Window/Window.hpp>

#include <memory>

#include "layers/gpu/virtual_display.hpp"
#include "layers/model/map_view.hpp"

namespace viewer {

class BenchWindow {
public:
    // Finds or starts the display.
    static geodata::Result<std::unique_ptr<BenchWindow>> create(layers::ScreenSize size);
    ~BenchWindow();

    // Opens the window and makes its GL context current.
    geodata::Status open();
    void show() { m_window->display(); }
    std::string renderer() const;

private:
    explicit BenchWindow(layers::ScreenSize size) : m_size(size) {}
    layers::ScreenSize m_size;
    layers::OpenDisplay m_there;                        // null: there was none, but
    std::unique_ptr<layers::VirtualDisplay> m_display;  // outlives the window
    std::unique_ptr<sf::Window> m_window;
};

}  // namespace viewer
