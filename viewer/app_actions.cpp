// What the user does: mouse, keys and panels to changes of document and stage.
#include <SFML/Window/Clipboard.hpp>
#include <SFML/Window/Keyboard.hpp>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geodata/crs/position_text.hpp"
#include "geodata/store/write_file.hpp"
#include "viewer/app.hpp"
#include "viewer/export/picture.hpp"
#include "viewer/window_state.hpp"

namespace viewer {
namespace {

constexpr double kClickPx = 4;          // a press that moves less is a click, at factor 1
constexpr double kLeastFactor = 0.5, kMostFactor = 3;

// DDHHMMZ MON YY in capitals, as the military writes it, in a file name.
std::string dateTimeGroup() { 
    std::string text = fmt::format("{:%d%H%MZ%b%y}", fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

std::filesystem::path freeName(const std::filesystem::path& folder, const std::string& stem) {
    std::filesystem::path file = folder / (stem + ".png");
    std::error_code ignored;
    for (int i = 2; std::filesystem::exists(file, ignored); ++i) file = folder / fmt::format("{}-{}.png", stem, i);
    return file;
}

}  // namespace

void App::pressed(const sf::Event::MouseButtonEvent& button) {
    if (m_panelsWantMouse) return;
    const layers::ScreenPoint at{static_cast<double>(button.x), static_cast<double>(button.y)};
    if (button.button == sf::Mouse::Right) return copyPosition(at);
    if (button.button != sf::Mouse::Left) return;
    const bool shift = sf::Keyboard::isKeyPressed(sf::Keyboard::LShift) || sf::Keyboard::isKeyPressed(sf::Keyboard::RShift);
    m_drag = {shift ? Drag::What::rectangle : Drag::What::pan, at, at, false};
}

void App::moved(layers::ScreenPoint cursor) {
    m_cursor = cursor;
    if (m_drag.what == Drag::What::none) return;
    if (std::hypot(cursor.x - m_drag.start.x, cursor.y - m_drag.start.y) > kClickPx * m_stage.factor()) m_drag.moved = true;
    if (m_drag.what == Drag::What::pan && m_drag.moved) {
        m_fitPending = false;
        layers::MapView view = m_motion.target();
        view.center.x -= (cursor.x - m_drag.last.x) * view.mPerPx;
        view.center.y += (cursor.y - m_drag.last.y) * view.mPerPx;
        m_motion = resting(view);
    }
    if (m_drag.moved || m_drag.what == Drag::What::rectangle) m_drag.last = cursor;
}

void App::released(const sf::Event::MouseButtonEvent& button) {
    if (button.button != sf::Mouse::Left || m_drag.what == Drag::What::none) return;
    const Drag drag = std::exchange(m_drag, {});
    if (!drag.moved) return select(drag.start);
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
            if (const auto view = m_views.back(m_stage.view.size)) m_motion = resting(*view);
            return;
        case nextView:
            if (const auto view = m_views.forward(m_stage.view.size)) m_motion = resting(*view);
            return;
        case undo: return say(m_history.undo() ? "Undone." : "Nothing to undo.");
        case redo: return say(m_history.redo() ? "Redone." : "Nothing to redo.");
        case layerPanel: m_showLayers = !m_showLayers; return;
        case allPanels: m_hidePanels = !m_hidePanels; return;
        case grid: m_stage = withNextGrid(std::move(m_stage)); return;
        case legend: m_stage.legend = !m_stage.legend; return;
        case labels: m_stage.labels = !m_stage.labels; return;
        case reload: return this->reload();
        case fullScreen: m_fullscreen = !m_fullscreen; setFullscreen(*m_window, m_fullscreen); return;
        case picture: return takePicture();
        case largerText: return scaleText(1.1);
        case smallerText: return scaleText(1 / 1.1);
        case sheet: m_showSheet = !m_showSheet; return;
        case action::Plain::stepBack: return this->stepBack();
        case quit: return m_window->close();
    }
}

// One step a press, and never out of the program.
void App::stepBack() {
    if (m_drag.what != Drag::What::none) m_drag = {};
    else if (m_showSheet) m_showSheet = false;
    else if (m_selected) m_selected.reset();
    else if (!m_messages.empty()) m_messages.pop_back();
    else if (m_fullscreen) perform(action::Plain::fullScreen);
}

void App::scaleText(double factor) { m_stage.userFactor = std::clamp(m_stage.userFactor * factor, kLeastFactor, kMostFactor); }

void App::apply(const PanelOutput& output) {
    m_panelsWantMouse = output.wantsMouse && m_drag.what == Drag::What::none;
    m_panelsWantKeys = output.wantsKeyboard;
    for (const layers::Command& command : output.commands) run(command);
    for (const std::string& id : output.zoomTo) zoomToLayer(id);
    if (output.undo) perform(action::Plain::undo);
    if (output.redo) perform(action::Plain::redo);
    if (output.closeSheet) m_showSheet = false;
    if (output.closeCard) m_selected.reset();
    if (output.dismissed && *output.dismissed < m_messages.size()) m_messages.erase(m_messages.begin() + static_cast<std::ptrdiff_t>(*output.dismissed));
}

void App::run(const layers::Command& command) {
    m_history.run(command);
    m_panelFrames = std::max(m_panelFrames, 1);
}

void App::setView(const layers::MapView& view) {
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

void App::select(layers::ScreenPoint at) {
    m_selected.reset();
    for (const layers::UnitMark& mark : m_scene->units())  // the last one lies on top
        if (mark.rect.contains(at)) m_selected = mark.orbat->units[mark.unit].id;
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

void App::reload() {
    m_said.clear();
    m_sources.reload(*m_history.now());
    say("Reading again.");
}

// Pixels are read here; encoding and writing, which take their time, happen on another thread.
void App::takePicture() {
    if (m_picture.valid()) return say("The last picture is still being written.");
    auto pixels = pixelsOf(*m_scene, {m_history.now(), m_stage, m_sources.contents(), &m_projection.math()});
    if (!pixels) return say(pixels.error().text, true);
    const std::filesystem::path folder = m_paths.pictures;
    const std::string stem = dateTimeGroup() + "-" + (m_history.now()->id.empty() ? "map" : m_history.now()->id);
    m_picture = std::async(std::launch::async, [folder, stem, shot = std::move(*pixels)]() -> geodata::Result<std::string> {
        std::error_code ignored;
        std::filesystem::create_directories(folder, ignored);  // where that fails, writing says why
        const auto png = encoded(shot);
        if (!png) return png.error();
        const std::filesystem::path file = freeName(folder, stem);
        if (const auto failed = geodata::writeFile(file, *png)) return *failed;
        return file.string();
    });
}

void App::finishPicture() {
    if (!m_picture.valid() || m_picture.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
    const auto written = m_picture.get();
    if (written) std::puts(written->c_str());
    say(written ? "Picture: " + *written : written.error().text, !written);
    m_sawEvent = true;
}

}  // namespace viewer
