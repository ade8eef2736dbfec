// SPDX-License-Identifier: Apache-2.0
#include "layers/gpu/offscreen.hpp"

namespace layers {

geodata::Result<std::unique_ptr<Offscreen>> Offscreen::create() {
    std::unique_ptr<Offscreen> made(new Offscreen);
    if (const auto there = probeDisplay()) {
        made->m_there = *there;
    } else {
        auto display = VirtualDisplay::start();
        if (!display) return display.error();
        made->m_display = std::move(*display);
    }
    made->m_context = std::make_unique<sf::Context>();
    if (!made->m_context->setActive(true))
        return geodata::failure("Cannot draw", "on this display", "there is no OpenGL context");
    const sf::ContextSettings& settings = made->m_context->getSettings();
    if (const auto failed = probeDriver({settings.majorVersion, settings.minorVersion})) return *failed;
    return made;
}

// The context goes before the display it lives on.
Offscreen::~Offscreen() { m_context.reset(); }

}  // namespace layers
