// What the user does: mouse, keys and panels to changes of document and stage.
#include <SFML/Window/Clipboard.hpp>
#include <SFML/Window/Keyboard.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geodata/crs/position_text.hpp"
#include "layers/model/date.hpp"
#include "layers/scene/unit_room.hpp"
#include "viewer/app.hpp"
#include "viewer/session/save_area.hpp"

namespace viewer {
namespace {

constexpr double kClickPx = 4;          // a press that moves less is a click, at factor 1
constexpr double kFanStaysS = 0.3;      // after the cursor has left it
constexpr double kRestS = 0.8;          // the wheel has come to rest when it stood still for so long
constexpr double kPauseS = 0.15;        // of a hand that drags
constexpr double kLeastFactor = 0.5, kMostFactor = 3;

}  // namespace

void App::pressed(const sf::Event::MouseButtonEvent& button) {
    const layers::ScreenPoint at{static_cast<double>(button.x), static_cast<double>(button.y)};
    if (button.button == sf::Mouse::Right) return copyPosition(at);
    if (button.button != sf::Mouse::Left) return;
    const bool shift = sf::Keyboard::isKeyPressed(sf::Keyboard::LShift) || sf::Keyboard::isKeyPressed(sf::Keyboard::RShift);
    rememberRest();
    if (onPictureFrame(at)) {
        m_drag = {Drag::What::frame, at, at};
        return;
    }
    if (sf::Keyboard::isKeyPressed(sf::Keyboard::LAlt) || sf::Keyboard::isKeyPressed(sf::Keyboard::RAlt))
        if (const layers::UnitMark* mark = markAt(at); mark != nullptr && !mark->orbat->units[mark->unit].id.empty()) {
            const double pt = m_stage.px(1);
            m_drag = {Drag::What::symbol, at, at, false, mark->orbat->units[mark->unit].id, {(mark->anchor.x - mark->position.x) / pt, (mark->anchor.y - mark->position.y) / pt}};
            return;
        }
    m_drag = {shift ? Drag::What::rectangle : Drag::What::pan, at, at, false};
}

void App::moved(layers::ScreenPoint cursor) {
    m_cursor = cursor;
    if (m_drag.what == Drag::What::none) {
        if (!m_cursorOnPanel) hover(cursor);
        return;
    }
    if (std::hypot(cursor.x - m_drag.start.x, cursor.y - m_drag.start.y) > kClickPx * m_stage.factor()) m_drag.moved = true;
    if (m_drag.what == Drag::What::pan && m_drag.moved) {
        m_fitPending = false;
        layers::MapView view = m_motion.target();
        view.center.x -= (cursor.x - m_drag.last.x) * view.mPerPx;
        view.center.y += (cursor.y - m_drag.last.y) * view.mPerPx;
        m_motion = resting(view);
        m_pannedUntilS = nowS() + kPauseS;
    }
    if (m_drag.what == Drag::What::symbol && m_drag.moved) dragSymbol(cursor);
    if (m_drag.what == Drag::What::frame && m_drag.moved) dragPictureFrame(cursor);
    if (m_drag.moved || m_drag.what == Drag::What::rectangle) m_drag.last = cursor;
}

// With Alt: the symbol keeps its place from its position, in points, until it is dragged again or undone.
void App::dragSymbol(layers::ScreenPoint cursor) {
    const double pt = m_stage.px(1);
    run(layers::command::SetUnitOffset{m_drag.unit, layers::UnitOffset{m_drag.offset.rightPt + (cursor.x - m_drag.start.x) / pt, m_drag.offset.downPt + (cursor.y - m_drag.start.y) / pt}});
}

// Fast at first, then settling, about the point under the cursor; one turn of the wheel is one view to come back to.
void App::wheeled(const sf::Event::MouseWheelScrollEvent& wheel) {
    if (wheel.wheel != sf::Mouse::VerticalWheel) return;
    m_fitPending = false;
    m_motion = zoomedFurther(m_motion, nowS(), {static_cast<double>(wheel.x), static_cast<double>(wheel.y)}, wheelFactor(wheel.delta));
    m_rememberAtS = nowS() + kRestS;
}

void App::rememberRest() {
    if (std::exchange(m_rememberAtS, {})) m_views.remember(m_motion.target());
}

std::optional<layers::ScreenRect> App::band() const {
    if (m_drag.what != Drag::What::rectangle || !m_drag.moved) return {};
    const auto [left, right] = std::minmax(m_drag.start.x, m_drag.last.x);
    const auto [top, bottom] = std::minmax(m_drag.start.y, m_drag.last.y);
    return layers::ScreenRect{left, top, right, bottom};
}

void App::released(const sf::Event::MouseButtonEvent& button) {
    if (button.button != sf::Mouse::Left || m_drag.what == Drag::What::none) return;
    const Drag drag = std::exchange(m_drag, {});
    m_pannedUntilS = 0;
    if (drag.what == Drag::What::frame) return;
    if (!drag.moved && drag.what == Drag::What::symbol) return run(layers::command::SetUnitOffset{drag.unit, {}});  // back to its own place
    if (!drag.moved) {
        m_stage.selectedUnit = m_stage.openStack = unitAt(drag.start);
        return;
    }
    if (drag.what == Drag::What::symbol) return;
    if (drag.what == Drag::What::pan) return m_views.remember(m_motion.target());
    const layers::MapPoint a = m_stage.view.toMap(drag.start), b = m_stage.view.toMap({static_cast<double>(button.x), static_cast<double>(button.y)});
    setView(layers::viewOf(geodata::boxOf(std::vector{a, b}), m_stage.view.size));
}

void App::perform(const Action& action) {
    std::visit([this](const auto& kind) { perform(kind); }, action);
}

void App::perform(const action::Pan& pan) {
    layers::MapView view = m_motion.target();
    view.center.x += pan.right * view.size.width * view.mPerPx;
    view.center.y += pan.up * view.size.height * view.mPerPx;
    setView(view);
}

void App::perform(const action::Zoom& zoom) {
    rememberRest();
    m_fitPending = false;
    const layers::ScreenSize size = m_stage.view.size;
    m_motion = zoomedFurther(m_motion, nowS(), {size.width / 2.0, size.height / 2.0}, zoom.factor);
    m_views.remember(m_motion.target());
}

void App::perform(const action::ToggleLayer& toggle) {
    for (const layers::LayerSpec& layer : m_history.now()->layers)
        if (layer.key == toggle.key) {
            say(layer.title + (layer.visible ? ": off" : ": on"));
            return run(layers::command::SetVisible{layer.id, !layer.visible});
        }
    say(fmt::format("No layer has the key {}.", toggle.key));
}

void App::perform(const action::ApplyTheme& theme) {
    const auto& themes = m_history.now()->themes;
    if (theme.number > static_cast<int>(themes.size())) return say(fmt::format("There is no theme {}.", theme.number));
    const layers::Theme chosen = themes[static_cast<std::size_t>(theme.number - 1)];
    run(layers::command::ApplyTheme{chosen.name});
    say("Theme: " + (chosen.title.empty() ? chosen.name : chosen.title));
}

void App::perform(action::Plain plain) {
    using enum action::Plain;
    switch (plain) {
        case home: return setView(homeView(*m_history.now(), m_projection, m_sources, m_stage.view.size));
        case previousView:
            rememberRest();
            if (const auto view = m_views.back(m_stage.view.size)) m_motion = resting(*view);
            return;
        case nextView:
            if (const auto view = m_views.forward(m_stage.view.size)) m_motion = resting(*view);
            return;
        case undo: return say(m_history.undo() ? "Undone." : "Nothing to undo.");
        case redo: return say(m_history.redo() ? "Redone." : "Nothing to redo.");
        case layerPanel: m_showLayers = !m_showLayers; return;
        case timeBar: m_showTime = !m_showTime; return;
        case settings: m_showSettings = !m_showSettings; return;
        case play: return togglePlay();
        case stepOn: return stepTime(1);
        case stepTimeBack: return stepTime(-1);
        case orbatPanel: m_showOrbat = !m_showOrbat; return;
        case allPanels: m_hidePanels = !m_hidePanels; return;
        case grid: m_stage = withNextGrid(std::move(m_stage)); return;
        case legend: m_stage.legend = !m_stage.legend; return;
        case labels: m_stage.labels = !m_stage.labels; return;
        case saveArea: return this->saveArea();
        case reload: return this->reload();
        case fullScreen: m_fullscreen = !m_fullscreen; m_desktop.setFullscreen(*m_window, m_fullscreen); return;
        case picture: return takePicture();
        case pictureDialog: return openPictureDialog(!m_dialogBox);
        case copyMap: return this->copyMap();
        case largerText: return scaleText(1.1);
        case smallerText: return scaleText(1 / 1.1);
        case sheet: m_showSheet = !m_showSheet; return;
        case action::Plain::stepBack: return this->stepBack();
        case quit: return close();
    }
}

// One step a press, and never out of the program.
void App::stepBack() {
    if (m_panelsWantKeys) return;  // the text field gives its focus back
    if (m_drag.what != Drag::What::none) m_drag = {};
    else if (m_showSheet) m_showSheet = false;
    else if (m_job) m_job->giveUp();
    else if (m_dialogBox) openPictureDialog(false);
    else if (m_showSettings) m_showSettings = false;
    else if (!m_stage.selectedUnit.empty()) m_stage.selectedUnit.clear();
    else if (!m_messages.empty()) m_messages.pop_back();
    else if (m_fullscreen) perform(action::Plain::fullScreen);
}

void App::scaleText(double factor) { m_stage.userFactor = std::clamp(m_stage.userFactor * factor, kLeastFactor, kMostFactor); }

void App::apply(const PanelOutput& output) {
    m_panelsWantKeys = output.wantsKeyboard;
    m_cursorOnPanel = output.wantsMouse;
    for (const layers::Command& command : output.commands) run(command);
    for (const std::string& id : output.zoomTo) zoomToLayer(id);
    for (const std::string& id : output.cancel) m_sources.cancel(id);
    if (output.undo) perform(action::Plain::undo);
    if (output.redo) perform(action::Plain::redo);
    if (output.saveArea) saveArea();
    if (output.closeSheet) m_showSheet = false;
    viewer::fulfil(output.stage, m_stage);
    if (output.togglePlay) togglePlay();
    if (output.timeSteps) stepTime(*output.timeSteps);
    if (output.daysPerS) m_player.daysPerS = *output.daysPerS;
    if (output.toggleSettings) m_showSettings = !m_showSettings;
    if (output.flyTo) flyTo(*output.flyTo);
    fulfil(output.picture);
    if (output.dismissed && *output.dismissed < m_messages.size()) m_messages.erase(m_messages.begin() + static_cast<std::ptrdiff_t>(*output.dismissed));
}

void App::run(const layers::Command& command) {
    m_history.run(command);
    m_panelFrames = std::max(m_panelFrames, 1);
}

void App::setView(const layers::MapView& view) {
    rememberRest();
    m_fitPending = false;
    m_motion = resting(view);
    m_views.remember(view);
}

void App::zoomToLayer(const std::string& id) {
    const SourceState* state = m_sources.state(id);
    if (state == nullptr || state->box.empty()) return say("This layer has no extent yet.");
    geodata::MapBox box = state->box;
    if (box.width() + box.height() < 100) box = geodata::grown(box, 500);
    setView(layers::viewOf(geodata::grown(box, std::max(box.width(), box.height()) * 0.03), m_stage.view.size));
}

const layers::UnitMark* App::markAt(layers::ScreenPoint at) const {
    const layers::UnitMark* top = nullptr;
    for (const layers::UnitMark& mark : m_scene->units())  // the last one lies on top
        if (mark.rect.contains(at)) top = &mark;
    return top;
}

std::string App::unitAt(layers::ScreenPoint at) const {
    const layers::UnitMark* mark = markAt(at);
    return mark != nullptr ? mark->orbat->units[mark->unit].id : std::string();
}

// A stack stays fanned out while the cursor goes to one of its symbols, and a moment longer.
void App::hover(layers::ScreenPoint cursor) {
    const layers::UnitMark* mark = markAt(cursor);
    const bool isOpen = !m_stage.hoveredUnit.empty() && m_stage.openStack.empty() && std::ranges::any_of(m_scene->units(), &layers::UnitMark::fanned);
    const bool isInside = mark != nullptr ? mark->fanned : layers::isInFan(m_scene->units(), cursor);
    if (isOpen && !isInside) {
        if (!m_fanClosesAtS) m_fanClosesAtS = nowS() + kFanStaysS;
        return;
    }
    m_fanClosesAtS.reset();
    if (!isOpen || mark != nullptr) m_stage.hoveredUnit = unitAt(cursor);
}

void App::leaveFan() {
    m_fanClosesAtS.reset();
    if (!m_cursorOnPanel) m_stage.hoveredUnit = unitAt(m_cursor);
}

void App::flyTo(layers::MapPoint place) {
    rememberRest();
    m_fitPending = false;
    m_motion = flownTo(m_motion, nowS(), place);
    m_views.remember(m_motion.target());
}

// While time runs a frame follows the other.
void App::playTime() {
    constexpr double kMostS = 0.2;  // a pause of the program is no leap in time
    const double now = nowS(), seconds = now - std::exchange(m_playedS, now);
    if (!m_player.playing) return;
    if (const auto date = m_player.after(std::min(seconds, kMostS), m_stage.date, m_timeTable.days())) m_stage.date = *date;
    m_panelFrames = std::max(m_panelFrames, 1);
}

void App::togglePlay() {
    if (m_player.playing) m_player.playing = false;
    else m_stage.date = m_player.start(m_stage.date, m_timeTable.days());
    if (!m_player.playing && m_timeTable.days().empty()) say("Nothing in this area changes with time.");
}

void App::stepTime(int steps) {
    const auto& days = m_timeTable.days();
    const auto day = steps > 0 ? nextDay(days, m_stage.date) : previousDay(days, m_stage.date);
    if (!day) return say(steps > 0 ? "Nothing changes after this date." : "Nothing changed before this date.");
    m_stage.date = *day;
    if (!m_showTime || m_hidePanels) say(layers::dayGroup(*day));
}

void App::copyPosition(layers::ScreenPoint at) {
    const geodata::LonLat position = m_projection.math().toLonLat(m_stage.view.toMap(at));
    const std::string mgrs = geodata::mgrsText(position), text = fmt::format("{}  {}  {}", mgrs, geodata::utmText(position), geodata::lonLatText(position));
    if (!std::isfinite(position.lon) || mgrs.empty()) return say("There is no position here.");
    sf::Clipboard::setString(sf::String::fromUtf8(text.begin(), text.end()));
    say("Copied " + text);
}

ReadOut App::readOut() const {
    ReadOut out;
    const geodata::LonLat position = m_projection.math().toLonLat(m_stage.view.toMap(m_cursor));
    if (std::isfinite(position.lon) && std::isfinite(position.lat)) {
        out.mgrs = geodata::mgrsText(position);
        out.utm = geodata::utmText(position);
        out.lonLat = geodata::lonLatText(position);
    }
    out.scale = fmt::format("1:{:.0f}", layers::scaleDenominator(m_stage.view, m_stage.factor()));
    return out;
}

// From then on it is the area's own, and the session has nothing to add.
void App::saveArea() {
    const auto file = saveToArea(m_commandLine, *m_history.now());
    if (!file) return say(file.error().text, true);
    m_area = m_history.now();
    say("Saved to " + file->string());
}

void App::reload() {
    m_said.clear();
    m_sources.reload(*m_history.now());
    say("Reading again.");
}

}  // namespace viewer
