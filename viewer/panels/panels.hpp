#pragma once
// The panels: layers, order of battle, unit card, time, settings, read-out, shortcut sheet, messages. Const views in, commands and wishes out; nothing is kept here
// but what a panel itself needs (scroll, open groups). Dear ImGui is used nowhere else. Main thread, GL context current.

#include <SFML/Window/Event.hpp>
#include <SFML/Window/Window.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geodata/grid/grid.hpp"
#include "geodata/result/result.hpp"
#include "layers/model/command.hpp"
#include "layers/model/stage.hpp"
#include "layers/orbat/timeline.hpp"
#include "layers/scene/units.hpp"
#include "layers/symbols/symbols.hpp"
#include "viewer/panels/picture_dialog.hpp"
#include "viewer/panels/stage_wishes.hpp"
#include "viewer/session/sources.hpp"
#include "viewer/session/unit_tables.hpp"

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

// Where the panels get symbols from; null while milsymbol works on it, which brings another frame when it is done.
using SymbolSource = std::function<std::shared_ptr<const layers::SymbolDrawing>(const std::string& sidc)>;

struct PanelInput {
    const layers::Document& document;
    const layers::Stage& stage;
    const Sources& sources;
    ReadOut readOut;
    std::vector<Message> messages;
    std::vector<UnitTable> units;
    std::span<const UnitTable> unitsPerLayer{};      // UnitTables::perLayer
    std::span<const layers::UnitMark> unitMarks{};   // symbols on the map
    layers::MapView goal{};                          // where the view is going, or is
    const geodata::MapMath* math = nullptr;
    SymbolSource symbolOf;
    std::span<const std::string> codeFaults{};  // rows whose symbol code cannot be drawn
    std::span<const layers::ScreenRect> plates{};     // the picture's own, around the map
    std::span<const layers::TimelineEvent> events{};  // by date
    std::span<const std::string> changeDays{};        // of units and events, rising
    bool playing = false;
    double daysPerS = 30;
    bool canUndo = false, canRedo = false;
    bool showLayers = true, showOrbat = false, showTime = false, showSettings = false, showSheet = false;
    bool hideAll = false;  // nothing is drawn but messages
    std::optional<layers::ScreenRect> band{};  // being drawn to zoom to
    std::uint32_t pointsHere = 0;              // that the marker under the cursor stands for; 0: there is none that stands for many
    PictureDialog picture{};
};

struct PanelOutput {
    std::vector<layers::Command> commands;
    std::vector<std::string> zoomTo;        // layer ids
    std::vector<std::string> cancel;        // layer ids whose reading is to stop
    StageWishes stage;
    PictureWishes picture;
    std::optional<layers::ScreenPoint> previewAt;  // left top of the picture's preview, which the caller shows over the panels
    std::optional<layers::MapPoint> flyTo;
    std::optional<int> timeSteps;           // to days of change, back or on
    std::optional<double> daysPerS;
    bool togglePlay = false, toggleSettings = false;
    bool undo = false, redo = false, saveArea = false, closeSheet = false;
    std::optional<std::size_t> dismissed;   // index of a message
    bool wantsMouse = false;                // the cursor is over a panel, or a drag began on one
    bool wantsKeyboard = false;             // a text field has focus, or a list of choices is open
    bool animating = false;                 // another frame is needed though nothing else changed
};

class FontAtlas;
using LettersPtr = std::shared_ptr<FontAtlas>;

class Panels {
public:
    // The letters for this Stage::factor(). They take as long as opening the window does, and can be made meanwhile on
    // another thread. Of the map's fonts the first that can be read is the regular face, the next the bold one, further
    // ones give what these lack (Noto Sans has no arrows and no −: DejaVu Sans); without any, ImGui's own font is used.
    static LettersPtr lettersFor(const std::filesystem::path& fontFolder, double factor);
    static geodata::Result<std::unique_ptr<Panels>> create(sf::Window& window, LettersPtr letters);
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
