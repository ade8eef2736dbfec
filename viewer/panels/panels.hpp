// SPDX-License-Identifier: Apache-2.0
#pragma once
// All panels: layers, order of battle, unit card, time, settings, read-out, shortcut sheet, messages. They take const
// views and return commands and requests, and keep only their own state (scroll, open groups). Dear ImGui is used
// nowhere else. Needs a current GL context; main thread.

#include <SFML/Window/Event.hpp>
#include <SFML/Window/Window.hpp>

#include <filesystem>
#include <memory>

#include "geodata/result/result.hpp"
#include "viewer/panels/kit/panel_io.hpp"

namespace viewer {

class FontAtlas;
using LettersPtr = std::shared_ptr<FontAtlas>;

class Panels {
public:
    // The letters for this Stage::factor(). They take as long as opening the window does, and can be made meanwhile on
    // another thread. Of the map's fonts the first that can be read is the regular face, the next the bold one, further
    // ones give what these lack (Noto Sans has no arrows and no −: DejaVu Sans); without any, ImGui's own font is used.
    static LettersPtr lettersFor(const std::filesystem::path& fontFolder, double factor);
    static geodata::Result<std::unique_ptr<Panels>> create(sf::Window& window, LettersPtr letters);
    // Takes events and lays out, but draws nothing: for tests, which have no display.
    static std::unique_ptr<Panels> withoutDisplay(LettersPtr letters);
    ~Panels();

    // Every event goes here first. True: it belongs to a panel (wheel, click or drag on one, a key that moves through
    // a list), as of the last layOut.
    bool handle(const sf::Event& event);
    // Lays the panels out; render() then draws them over what is in the window's back buffer. Ordinary messages are the
    // caller's to take away after a while.
    PanelOutput layOut(const PanelInput& input, double secondsSinceLast);
    void render() const;

private:
    struct State;
    explicit Panels(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace viewer
