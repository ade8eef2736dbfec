// SPDX-License-Identifier: Apache-2.0
#pragma once
// The panels without a window: driven with events, laid out frame by frame, and what they ask for is done and told in
// words. The area has three vector layers, a graticule, an order of battle and events.

#include <memory>
#include <string>
#include <vector>

#include "viewer/panels/panels.hpp"

namespace panels_test {

using Words = std::vector<std::string>;

// A place that answers to the cursor.
struct Spot {
    unsigned id = 0;  // Dear ImGui's
    layers::ScreenPoint middle;
};

class DrivenPanels {
public:
    explicit DrivenPanels(layers::ScreenSize size = {1920, 1080});
    ~DrivenPanels();

    // Frames until nothing moves, and what was asked for meanwhile.
    Words rest();
    // One frame.
    Words frame();
    Words moveTo(layers::ScreenPoint at);
    Words click(layers::ScreenPoint at);
    Words drag(layers::ScreenPoint from, layers::ScreenPoint to);
    Words wheel(layers::ScreenPoint at, float steps);
    Words key(sf::Keyboard::Key key, bool control = false);
    Words type(const std::string& text);
    // The same, on the middle of the n-th place of spots(in).
    Words clickSpot(const layers::ScreenRect& in, std::size_t n);
    // True: the panels took the event.
    bool handle(const sf::Event& event) { return m_panels->handle(event); }

    // All places in the rectangle that answer to the cursor, in reading order.
    std::vector<Spot> spots(const layers::ScreenRect& in, double stepPx = 9);
    // The cursor there is the panels'.
    bool isCovered(layers::ScreenPoint at);

    layers::Document document;
    layers::Stage stage;
    viewer::PanelSwitches show;
    viewer::PictureDialog picture{.names = {"screen", "wall"}};
    viewer::ReadOut readOut;
    std::vector<viewer::Message> messages;
    std::vector<viewer::LoadedOrbat> orbats;
    std::vector<layers::TimelineEvent> events;
    std::vector<std::string> changeDays, codeFaults;
    bool playing = false, canUndo = false, canRedo = false;
    viewer::PanelOutput last;  // of the last frame

private:
    void answer();
    std::unique_ptr<viewer::Panels> m_panels;
};

// As one line, to compare and to read in a report.
std::string line(const Words& words);

// Fresh panels for each place in `in`, made by `make`; what a click on it asks for, without what asks for nothing.
template <class Make>
std::string everyButton(Make make, const layers::ScreenRect& in) {
    Words all;
    for (const Spot& spot : make()->spots(in))
        for (const std::string& word : make()->click(spot.middle)) all.push_back(word);
    return line(all);
}

}  // namespace panels_test
