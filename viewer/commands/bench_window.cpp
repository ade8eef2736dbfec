// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/bench_window.hpp"

#include <SFML/System/Err.hpp>

#include "layers/gpu/gl.hpp"

namespace viewer {

geodata::Result<std::unique_ptr<BenchWindow>> BenchWindow::create(layers::ScreenSize size) {
    std::unique_ptr<BenchWindow> made(new BenchWindow(size));
    if (const auto there = layers::probeDisplay()) {
        made->m_there = *there;
        return made;
    }
    auto display = layers::VirtualDisplay::start(size);
    if (!display) return display.error();
    made->m_display = std::move(*display);
    return made;
}

geodata::Status BenchWindow::open() {
    sf::err().rdbuf(nullptr);  // SFML's own remarks are not for the user's terminal
    m_window = std::make_unique<sf::Window>(
        sf::VideoMode(static_cast<unsigned>(m_size.width), static_cast<unsigned>(m_size.height)), "opsmap bench");
    const sf::ContextSettings& settings = m_window->getSettings();
    return layers::probeDriver({settings.majorVersion, settings.minorVersion});
}

std::string BenchWindow::renderer() const {
    const auto* text = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    return text == nullptr ? "" : text;
}

BenchWindow::~BenchWindow() { m_window.reset(); }

}  // namespace viewer
