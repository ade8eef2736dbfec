// SPDX-License-Identifier: Apache-2.0
#pragma once
// The state of the window: document, stage, views, motion, playing time and open panels. Actions, panels and the
// pointer change it. The GPU, files and the desktop are not part of it. A value; main thread.

#include <optional>
#include <string>
#include <vector>

#include "layers/model/command.hpp"
#include "layers/model/stage.hpp"
#include "viewer/input/shortcuts.hpp"
#include "viewer/input/view_history.hpp"
#include "viewer/input/view_motion.hpp"
#include "viewer/panels/kit/panel_io.hpp"
#include "viewer/workspace/date_player.hpp"

namespace viewer {

struct ViewerState {
    explicit ViewerState(layers::DocumentPtr document) : history(std::move(document)) {}

    layers::History history;
    layers::Stage stage;
    ViewHistory views;
    ViewMotion motion;
    std::optional<double> rememberViewAtS;  // the wheel turned: where it rests is a view to come back to
    bool followsFiles = false;              // the view fits what the files hold, until it is moved
    DatePlayer player;
    double playedUntilS = 0;
    PanelSwitches show;

    const layers::Document& document() const { return *history.now(); }
    // The view and what follows from it, brought to this moment.
    void advance(double nowS);
    // A view to come back to, without motion.
    void goTo(const layers::MapView& view);
    void flyTo(layers::MapPoint place, double nowS);
    // In steps that come back together: the wheel.
    void zoomBy(double factor, layers::ScreenPoint about, double nowS);
    void panBy(double rightPx, double downPx);
    void rememberRest();
    // The window has another size: same centre, same 1:n.
    void resize(layers::ScreenSize size);
};

// What an action did: a sentence for the user, if there is one. Not handled: the action needs files, the desktop or a
// picture.
struct ActionResult {
    bool handled = true;
    std::string notice;
};
ActionResult apply(ViewerState& state, const Action& action, double nowS);

// To the next day of change, or the one before; what to tell the user, if anything.
std::string stepTime(ViewerState& state, int steps, const std::vector<std::string>& days);
std::string togglePlay(ViewerState& state, const std::vector<std::string>& days);
// While time runs; true: it does.
bool playTime(ViewerState& state, double nowS, const std::vector<std::string>& days);

}  // namespace viewer
