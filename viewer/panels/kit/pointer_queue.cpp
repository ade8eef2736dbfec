// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/pointer_queue.hpp"

#include <optional>

namespace viewer {
namespace {

std::optional<std::size_t> buttonIndex(sf::Mouse::Button button) {
    if (button == sf::Mouse::Left) return 0;
    if (button == sf::Mouse::Right) return 1;
    if (button == sf::Mouse::Middle) return 2;
    return std::nullopt;
}

bool concernsMouse(const sf::Event& event) {
    switch (event.type) {
        case sf::Event::MouseMoved:
        case sf::Event::MouseButtonPressed:
        case sf::Event::MouseButtonReleased:
        case sf::Event::MouseWheelScrolled:
        case sf::Event::MouseEntered:
        case sf::Event::MouseLeft:
        case sf::Event::LostFocus: return true;
        default: return false;
    }
}

}  // namespace

void PointerQueue::push(const sf::Event& event) {
    if (!concernsMouse(event)) return;
    const bool bothMoves =
        event.type == sf::Event::MouseMoved && !m_events.empty() && m_events.back().type == sf::Event::MouseMoved;
    if (bothMoves) m_events.back() = event;  // only the last place counts
    else m_events.push_back(event);
}

PointerState PointerQueue::next() {
    m_now.wheel = m_now.wheelX = 0;
    m_buttonChanged = false;
    while (!m_events.empty() && apply(m_events.front())) m_events.pop_front();
    return m_now;
}

// False: the event has to wait for the next frame.
bool PointerQueue::apply(const sf::Event& event) {
    if (m_buttonChanged && event.type != sf::Event::LostFocus) return false;
    if (event.type == sf::Event::MouseMoved) {
        m_now.inside = true;
        m_now.x = static_cast<float>(event.mouseMove.x);
        m_now.y = static_cast<float>(event.mouseMove.y);
    } else if (event.type == sf::Event::MouseButtonPressed || event.type == sf::Event::MouseButtonReleased) {
        m_now.inside = true;
        m_now.x = static_cast<float>(event.mouseButton.x);
        m_now.y = static_cast<float>(event.mouseButton.y);
        if (const auto button = buttonIndex(event.mouseButton.button)) {
            m_now.down[*button] = event.type == sf::Event::MouseButtonPressed;
            m_buttonChanged = true;
        }
    } else if (event.type == sf::Event::MouseWheelScrolled) {
        (event.mouseWheelScroll.wheel == sf::Mouse::VerticalWheel ? m_now.wheel : m_now.wheelX) +=
            event.mouseWheelScroll.delta;
    } else if (event.type == sf::Event::LostFocus) {
        m_now.down = {};
    } else {
        m_now.inside = event.type == sf::Event::MouseEntered;
    }
    return true;
}

}  // namespace viewer
