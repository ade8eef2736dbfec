#pragma once
// The panels: layers, read-out, shortcut sheet, messages. Const views in, commands and wishes out; nothing is kept here
// but what a panel itself needs (scroll, open groups). Dear ImGui is used nowhere else. Main thread, GL context current.

#include <SFML/Window/Event.hpp>
#include <SFML/Window/Window.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geodata/result/result.hpp"
#include "layers/model/command.hpp"
#include "layers/model/stage.hpp"
#include "layers/scene/units.hpp"
#include "viewer/session/sources.hpp"

namespace viewer {

// What the read-out bar says of the point under the cursor; empty texts are left out.
struct ReadOut {
    std::string mgrs, utm, lonLat;
    std::string scale;  // "1:150 000"
};

struct Message {  // stands at the foot of the window for a while; an error until it is clicked away
    std::string text;
    bool isError = false;
};

struct PanelInput {
    const layers::Document& document;
    const layers::Stage& stage;
    const Sources& sources;
    ReadOut readOut;
    std::vector<Message> messages;
    const layers::UnitMark* selected = nullptr;  // its card is shown
    bool canUndo = false, canRedo = false;
    bool showLayers = true, showSheet = false, hideAll = false;  // hideAll: nothing is drawn but messages
    std::optional<layers::ScreenRect> band;      // being drawn to zoom to
};

struct PanelOutput {
    std::vector<layers::Command> commands;
    std::vector<std::string> zoomTo;        // layer ids
    bool undo = false, redo = false, closeSheet = false, closeCard = false;
    std::optional<std::size_t> dismissed;   // index of a message
    bool wantsMouse = false;                // the cursor is over a panel, or a drag began on one
    bool wantsKeyboard = false;             // a text field has focus
    bool animating = false;                 // another frame is needed though nothing else changed
};

class Panels {
public:
    // `fontFiles`: the first that can be read is the regular face, the next the bold one, further
    // ones give what these lack (Noto Sans has no arrows and no −: DejaVu Sans); without any, ImGui's own font is used.
    static geodata::Result<std::unique_ptr<Panels>> create(sf::Window& window, const std::vector<std::string>& fontFiles);
    ~Panels();

    // Every event goes here first. True: it belongs to a panel (wheel, click or drag on one), as of the last layOut.
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
