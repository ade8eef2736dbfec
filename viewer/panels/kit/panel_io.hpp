// SPDX-License-Identifier: Apache-2.0
#pragma once
// The input and output of the panels: PanelInput holds const views of what is shown, PanelOutput holds the commands
// and requests that they return. Values; main thread.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geodata/grid/grid.hpp"
#include "layers/model/command.hpp"
#include "layers/model/stage.hpp"
#include "layers/orbat/timeline.hpp"
#include "layers/scene/units/units.hpp"
#include "layers/symbols/symbols.hpp"
#include "viewer/panels/kit/picture_dialog.hpp"
#include "viewer/panels/kit/stage_requests.hpp"
#include "viewer/workspace/loaded_orbats.hpp"
#include "viewer/workspace/sources.hpp"

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

// Which panels are open.
struct PanelSwitches {
    bool layers = true, orbat = false, time = false, settings = false, sheet = false;
    bool hideAll = false;  // nothing is drawn but messages
};

struct UnitInput {
    const std::vector<LoadedOrbat>& orbats;
    std::span<const LoadedOrbat> perLayer{};    // LoadedOrbats::perLayer
    std::span<const layers::UnitMark> marks{};  // symbols on the map
    SymbolSource symbolOf{};
    std::span<const std::string> codeFaults{};  // rows whose symbol code cannot be drawn
};

struct TimeInput {
    std::span<const layers::TimelineEvent> events{};  // by date
    std::span<const std::string> changeDays{};        // of units and events, rising
    bool playing = false;
    double daysPerS = 30;
};

// References and spans are valid while the frame is laid out.
struct PanelInput {
    const layers::Document& document;
    const layers::Stage& stage;
    const Sources& sources;
    ReadOut readOut{};
    std::span<const Message> messages{};
    UnitInput units;
    TimeInput time{};
    PanelSwitches show{};
    layers::MapView goal{};  // where the view is going, or is
    const geodata::MapMath* math = nullptr;
    std::span<const layers::ScreenRect> plates{};  // the picture's own, around the map
    bool canUndo = false, canRedo = false;
    std::optional<layers::ScreenRect> band{};  // being drawn to zoom to
    std::uint32_t pointsHere = 0;              // represented by the marker under the cursor; 0: none or one
    PictureDialog picture{};
};

struct PanelOutput {
    std::vector<layers::Command> commands;
    std::vector<std::string> zoomTo;  // layer ids
    std::vector<std::string> cancel;  // layer ids whose reading is to stop
    StageRequests stage;
    PictureRequests picture;
    std::optional<layers::ScreenPoint>
        previewAt;  // left top of the picture's preview, which the caller shows over the panels
    std::optional<layers::MapPoint> flyTo;
    std::optional<int> timeSteps;  // to days of change, back or on
    std::optional<double> daysPerS;
    bool togglePlay = false, toggleSettings = false;
    bool undo = false, redo = false, saveArea = false, closeSheet = false;
    std::optional<std::size_t> dismissed;  // index of a message
    bool wantsMouse = false;               // the cursor is over a panel, or a drag began on one
    bool wantsKeyboard = false;            // a text field has focus, or a list of choices is open
    bool animating = false;                // another frame is needed though nothing else changed
};

}  // namespace viewer
