// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/viewer_state.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "layers/model/date.hpp"
#include "viewer/session/restore.hpp"
#include "viewer/workspace/time_table.hpp"

namespace viewer {
namespace {

constexpr double kRestS = 0.8;  // the wheel is at rest after so long without a turn
constexpr double kLeastFactor = 0.5, kMostFactor = 3, kTextStep = 1.1;

// What each kind of action does to the state.
class Applying {
public:
    Applying(ViewerState& state, double nowS) : m_state(state), m_nowS(nowS) {}

    ActionResult operator()(const action::Pan& pan) {
        layers::MapView view = m_state.motion.target();
        view.center.x += pan.right * view.size.width * view.mPerPx;
        view.center.y += pan.up * view.size.height * view.mPerPx;
        m_state.goTo(view);
        return {};
    }
    ActionResult operator()(const action::Zoom& zoom) {
        m_state.rememberRest();
        const layers::ScreenSize size = m_state.stage.view.size;
        m_state.followsFiles = false;
        m_state.motion = zoomedFurther(m_state.motion, m_nowS, {size.width / 2.0, size.height / 2.0}, zoom.factor);
        m_state.views.remember(m_state.motion.target());
        return {};
    }
    ActionResult operator()(const action::ToggleLayer& toggle) {
        const auto& all = m_state.document().layers;
        const auto layer = std::ranges::find(all, toggle.key, &layers::LayerSpec::key);
        if (layer == all.end()) return said(fmt::format("No layer has the key {}.", toggle.key));
        const bool visible = !layer->visible;
        ActionResult result = said(layer->title + (visible ? ": on" : ": off"));
        m_state.history.run(layers::command::SetVisible{layer->id, visible});
        return result;
    }
    ActionResult operator()(const action::ApplyTheme& theme) {
        const auto& themes = m_state.document().themes;
        if (theme.number > static_cast<int>(themes.size()))
            return said(fmt::format("There is no theme {}.", theme.number));
        const layers::Theme chosen = themes[static_cast<std::size_t>(theme.number - 1)];
        m_state.history.run(layers::command::ApplyTheme{chosen.name});
        return said("Theme: " + (chosen.title.empty() ? chosen.name : chosen.title));
    }
    ActionResult operator()(action::Plain plain) {
        using enum action::Plain;
        PanelSwitches& show = m_state.show;
        layers::Stage& stage = m_state.stage;
        switch (plain) {
            case previousView: return goBack();
            case nextView: return goForward();
            case undo: return said(m_state.history.undo() ? "Undone." : "Nothing to undo.");
            case redo: return said(m_state.history.redo() ? "Redone." : "Nothing to redo.");
            case layerPanel: return toggled(show.layers);
            case timeBar: return toggled(show.time);
            case settings: return toggled(show.settings);
            case orbatPanel: return toggled(show.orbat);
            case allPanels: return toggled(show.hideAll);
            case sheet: return toggled(show.sheet);
            case legend: return toggled(stage.legend);
            case labels: return toggled(stage.labels);
            case grid: stage = withNextGrid(std::move(stage)); return {};
            case largerText: return scaledText(kTextStep);
            case smallerText: return scaledText(1 / kTextStep);
            case home:
            case play:
            case stepOn:
            case stepTimeBack:
            case saveArea:
            case reload:
            case fullScreen:
            case picture:
            case pictureDialog:
            case copyMap:
            case stepBack:
            case quit: return {.handled = false, .notice = {}};
        }
        return {.handled = false, .notice = {}};
    }

private:
    static ActionResult said(std::string notice) { return {.handled = true, .notice = std::move(notice)}; }
    static ActionResult toggled(bool& what) {
        what = !what;
        return {};
    }
    ActionResult scaledText(double factor) {
        m_state.stage.userFactor = std::clamp(m_state.stage.userFactor * factor, kLeastFactor, kMostFactor);
        return {};
    }
    ActionResult goBack() {
        m_state.rememberRest();
        if (const auto view = m_state.views.back(m_state.stage.view.size)) m_state.motion = resting(*view);
        return {};
    }
    ActionResult goForward() {
        if (const auto view = m_state.views.forward(m_state.stage.view.size)) m_state.motion = resting(*view);
        return {};
    }

    ViewerState& m_state;
    double m_nowS;
};

}  // namespace

void ViewerState::advance(double nowS) {
    stage.view = motion.at(nowS);
    if (rememberViewAtS && nowS >= *rememberViewAtS) rememberRest();
}

void ViewerState::goTo(const layers::MapView& view) {
    rememberRest();
    followsFiles = false;
    motion = resting(view);
    views.remember(view);
}

void ViewerState::flyTo(layers::MapPoint place, double nowS) {
    rememberRest();
    followsFiles = false;
    motion = flownTo(motion, nowS, place);
    views.remember(motion.target());
}

void ViewerState::zoomBy(double factor, layers::ScreenPoint about, double nowS) {
    followsFiles = false;
    motion = zoomedFurther(motion, nowS, about, factor);
    rememberViewAtS = nowS + kRestS;
}

void ViewerState::panBy(double rightPx, double downPx) {
    followsFiles = false;
    layers::MapView view = motion.target();
    view.center.x -= rightPx * view.mPerPx;
    view.center.y += downPx * view.mPerPx;
    motion = resting(view);
}

void ViewerState::rememberRest() {
    if (std::exchange(rememberViewAtS, {})) views.remember(motion.target());
}

void ViewerState::resize(layers::ScreenSize size) {
    if (size.width < 1 || size.height < 1) return;
    stage.view = keepingScale(motion.target(), size);
    motion = resting(stage.view);
}

ActionResult apply(ViewerState& state, const Action& action, double nowS) {
    return std::visit(Applying(state, nowS), action);
}

std::string stepTime(ViewerState& state, int steps, const std::vector<std::string>& days) {
    const auto day = steps > 0 ? nextDay(days, state.stage.date) : previousDay(days, state.stage.date);
    if (!day) return steps > 0 ? "Nothing changes after this date." : "Nothing changed before this date.";
    state.stage.date = *day;
    return !state.show.time || state.show.hideAll ? layers::dayGroup(*day) : std::string();
}

std::string togglePlay(ViewerState& state, const std::vector<std::string>& days) {
    if (state.player.playing) state.player.playing = false;
    else state.stage.date = state.player.start(state.stage.date, days);
    return !state.player.playing && days.empty() ? "Nothing in this area changes with time." : std::string();
}

bool playTime(ViewerState& state, double nowS, const std::vector<std::string>& days) {
    constexpr double kMostS = 0.2;  // a pause of the program is no leap in time
    const double seconds = nowS - std::exchange(state.playedUntilS, nowS);
    if (!state.player.playing) return false;
    if (const auto date = state.player.after(std::min(seconds, kMostS), state.stage.date, days))
        state.stage.date = *date;
    return true;
}

}  // namespace viewer
