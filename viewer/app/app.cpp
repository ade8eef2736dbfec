// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/app.hpp"

#include <SFML/Window/Clipboard.hpp>
#include <SFML/Window/Keyboard.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iostream>

#include "layers/gpu/virtual_display.hpp"
#include "layers/scene/draw/clusters.hpp"
#include "layers/scene/units/unit_text.hpp"
#include "viewer/app/cursor_position.hpp"
#include "viewer/app/open_last.hpp"
#include "viewer/desktop/event_wait.hpp"
#include "viewer/desktop/signals.hpp"
#include "viewer/session/save_area.hpp"

namespace viewer {
namespace {

constexpr std::chrono::seconds kFileLook{1};  // between looks at files that may have changed
layers::ScreenPoint pointOf(int x, int y) { return {static_cast<double>(x), static_cast<double>(y)}; }

bool isPressed(sf::Keyboard::Key left, sf::Keyboard::Key right) {
    return sf::Keyboard::isKeyPressed(left) || sf::Keyboard::isKeyPressed(right);
}

}  // namespace

App::App(Opened opened, WindowRequest window, Paths paths, SessionKeeper keeper, Settings settings)
    : m_request(opened.request),
      m_windowRequest(window),
      m_paths(std::move(paths)),
      m_notices([this] { return nowS(); }, std::cerr),
      m_session(std::move(keeper), opened),
      m_link(linkSettings(m_paths, settings)),
      m_sources(m_link),
      m_state(opened.document),
      m_pictures(m_paths, m_request, std::move(settings.presets)) {
    for (const std::string& text : m_session.remarks()) m_notices.remark(text);
    for (const std::string& text : opened.remarks) m_notices.remark(text);
}
App::~App() { onServerLost({}); }

geodata::Result<std::unique_ptr<App>> App::create(const OpenRequest& request, const WindowRequest& window,
                                                  const Paths& paths) {
    const auto display = layers::probeDisplay();
    if (!display) return display.error();
    catchSignals();
    onServerLost({});
    SessionKeeper keeper(paths.state);
    auto opened = openLast(request, paths, keeper.last());
    if (!opened) return opened.error();
    auto projecting = std::async(std::launch::async, Projection::of, opened->document->crs);
    std::unique_ptr<App> app(
        new App(std::move(*opened), window, paths, std::move(keeper), settingsOf(paths, std::cerr)));
    app->m_sources.watchFiles(window.reload, kFileLook);
    app->m_sources.open(timelineDocument(app->m_state.document()));
    app->m_sources.open(app->m_state.document());  // files are read while the window opens
    if (const auto failed = app->open(std::move(projecting))) return *failed;
    return app;
}

// The display's part is waited for here; what needs only the processor goes on beside it.
geodata::Status App::open(std::future<geodata::Result<Projection>> projecting) {
    const std::optional<Session>& last = m_session.last();
    const MapWindow::Place first =
        m_window.firstPlace(m_windowRequest, m_request.stage.frame.size, last ? last->window : std::nullopt);
    if (!first.remark.empty()) m_notices.remark(first.remark);
    const double factor = layers::scaleFactorOf(first.place.size, last ? last->stage.userFactor : 1);
    auto letters = std::async(std::launch::async, Panels::lettersFor, m_paths.fonts, factor);
    if (auto failed = m_window.open(first.place, m_state.document().title)) return failed;
    auto scene = layers::Scene::create(sceneSettings(m_paths, m_request.shaderDir));
    if (!scene) return scene.error();
    m_map.emplace(std::move(*scene));
    auto projection = projecting.get();
    if (!projection) return projection.error();
    m_projection = std::move(*projection);
    auto panels = Panels::create(m_window.window(), letters.get());
    if (!panels) return panels.error();
    m_panels = std::move(*panels);
    m_state.stage = firstStage(m_request.stage, m_state.document(), m_projection, m_sources, m_window.size());
    m_state.followsFiles = !m_request.stage.frame.extent && !m_request.stage.center;
    m_session.restore(m_state, m_request.stage);
    m_state.motion = resting(m_state.stage.view);
    m_state.views.remember(m_state.stage.view);
    m_pictures.choosePreset(m_state.document(), last ? last->preset : "");
    if (m_windowRequest.fullscreen || (last && last->fullscreen && !m_request.stage.frame.size))
        m_window.setFullscreen(true);
    return {};
}

void App::run() {
    onServerLost([this] {
        endSession();
        std::fputs("The X server has ended, and so opsmap ends.\n", stderr);
    });
    while (m_window.isOpen() && !asksToEnd()) runFrame();
    endSession();
    if (m_windowRequest.verbose) std::fputs(m_frameTimes.text().c_str(), stderr);
}

void App::runFrame() {
    const double begunS = nowS();
    takeEvents();
    takeSources();
    moveView();
    updateMap();
    advancePictures();
    if (show()) m_frameTimes.add((nowS() - begunS) * 1000, m_sources.busy());
    keepSession();
}

void App::takeEvents() {
    sf::Event event;
    while (m_window.isOpen() && m_window.window().pollEvent(event)) {
        m_map->pacer().panelsChanged();
        handle(event, m_panels->handle(event));
    }
}

void App::takeSources() {
    if (!m_sources.poll()) return;
    m_map->pacer().contentsChanged(m_sources.busy());
    m_state.history.amend([this](const layers::DocumentPtr& document) { return withUnitFiles(document, m_sources); });
    const layers::Document& document = m_state.document();
    if (m_state.followsFiles) {
        const layers::MapView home = homeView(document, m_projection, m_sources, m_state.stage.view.size);
        if (!(home == m_state.stage.view)) m_state.motion = resting(home);
        m_state.followsFiles = m_sources.busy();
    }
    const auto tellError = [this](const std::string& source) {
        if (const SourceState* state = m_sources.state(source); state != nullptr && state->error)
            m_notices.remarkError(state->error->text);
    };
    for (const layers::LayerSpec& layer : document.layers) tellError(layer.id);
    tellError(kTimelineSource);
}

void App::moveView() {
    m_state.advance(nowS());
    m_pointer.advance(m_state, marks(), nowS());
    if (playTime(m_state, nowS(), m_orbats.times.days())) m_map->pacer().wantFrame();  // a frame follows the other
}

void App::updateMap() {
    m_map->setInput({.document = m_state.history.now(),
                     .stage = m_state.stage,
                     .contents = m_sources.contents(),
                     .math = &m_projection.math(),
                     .zooming = m_state.motion.unrest(nowS()),
                     .panning = m_pointer.pans(nowS()) || m_state.motion.panning(nowS())});
    if (const auto failed = m_map->update(turn())) m_notices.sayError(failed->text);
}

void App::advancePictures() {
    if (m_pictures.making()) {
        m_map->pacer().panelsChanged();  // they show how far it is
        tell(m_pictures.advance());
        if (!m_pictures.making() && m_window.closesLater()) m_window.close();
    }
    if (m_pictures.updatePreview(pictureSubject())) m_map->pacer().panelsChanged();
    if (const auto copied = m_copy.finished()) {
        const layers::ScreenSize size = m_state.stage.view.size;
        if (*copied) m_notices.sayError((*copied)->text);
        else m_notices.say(fmt::format("Copied the map as a picture of {} × {}.", size.width, size.height));
    }
}

// An idle map shows nothing new: no frame is drawn, the last one stays.
bool App::show() {
    if (m_notices.expire()) m_map->pacer().panelsChanged();
    const auto seconds = m_map->showsFrame(turn());
    if (!seconds) {
        waitForEvents(m_map->pacer().restFor(awaitsWork(), m_sources.busy()));
        return false;
    }
    const PanelOutput output = m_panels->layOut(panelInput(), *seconds);
    m_map->frame()->showInWindow();
    m_panels->render();
    if (output.previewAt && m_pictures.preview())
        m_pictures.preview()->showInWindow(*output.previewAt, m_state.stage.view.size);
    m_window.window().display();
    if (output.animating) m_map->pacer().wantFrame();
    apply(output);
    return true;
}

bool App::awaitsWork() const {
    return m_pictures.making() || m_pictures.dialogIsOpen() || m_copy.busy() || m_pointer.awaitsDeadline() ||
           m_state.rememberViewAtS || m_map->panning();
}

PanelInput App::panelInput() {
    const layers::Document& document = m_state.document();
    const auto& orbats = m_orbats.orbats.of(document, m_sources.contents());
    m_orbats.times.follow(orbats, m_sources.contents(), document);
    layers::Scene& scene = m_map->scene();
    const layers::CodeKnowledge knows = [&scene](const std::string& sidc) {
        const auto drawing = scene.symbol({sidc, {}});
        return drawing ? std::optional(drawing->valid || scene.symbolError()) : std::nullopt;
    };
    PanelSwitches show = m_state.show;
    show.orbat = show.orbat && !m_pictures.dialogIsOpen();
    const bool namesMarker = m_pointer.onPanel() || !m_state.stage.hoveredUnit.empty();
    return {
        .document = document,
        .stage = m_state.stage,
        .sources = m_sources,
        .readOut = readOutAt(m_pointer.cursor(), m_state.stage, m_projection),
        .messages = m_notices.shown(),
        .units = {.orbats = orbats,
                  .perLayer = m_orbats.orbats.perLayer(),
                  .marks = marks(),
                  .symbolOf = [&scene, colors = m_state.stage.symbolColors](
                                  const std::string& sidc) { return scene.symbol(layers::requestOf(sidc, colors)); },
                  .codeFaults = m_state.show.orbat ? std::span<const std::string>(m_orbats.codes.of(orbats, knows))
                                                   : std::span<const std::string>()},
        .time = {.events = m_orbats.times.events(),
                 .changeDays = m_orbats.times.days(),
                 .playing = m_state.player.playing,
                 .daysPerS = m_state.player.daysPerS},
        .show = show,
        .goal = m_state.motion.target(),
        .math = &m_projection.math(),
        .plates = scene.plates(),
        .canUndo = m_state.history.canUndo(),
        .canRedo = m_state.history.canRedo(),
        .band = m_pointer.band(),
        .pointsHere = namesMarker ? 0 : layers::pointsAt(scene.drawList(), m_pointer.cursor()),
        .picture = m_pictures.dialog(pictureSubject())};
}

void App::handle(const sf::Event& event, bool isPanels) {
    switch (event.type) {
        case sf::Event::Closed: return close();
        case sf::Event::Resized:
            return m_state.resize({static_cast<int>(event.size.width), static_cast<int>(event.size.height)});
        case sf::Event::LostFocus: m_pointer.cancel(); return;  // the button may be released outside the window
        case sf::Event::MouseButtonPressed: return isPanels ? void() : press(event.mouseButton);
        case sf::Event::MouseButtonReleased:
            if (event.mouseButton.button == sf::Mouse::Left)
                m_pointer.release(pointOf(event.mouseButton.x, event.mouseButton.y), m_state, marks());
            return;
        case sf::Event::MouseMoved:
            if (const auto shift =
                    m_pointer.move(pointOf(event.mouseMove.x, event.mouseMove.y), m_state, marks(), nowS()))
                m_pictures.moveFrame(*shift);
            return;
        case sf::Event::MouseWheelScrolled:
            if (!isPanels && event.mouseWheelScroll.wheel == sf::Mouse::VerticalWheel)
                m_pointer.wheel(event.mouseWheelScroll.delta,
                                pointOf(event.mouseWheelScroll.x, event.mouseWheelScroll.y), m_state, nowS());
            return;
        default: break;
    }
    if (const auto press = m_keys.take(event); press && !isPanels)
        if (const auto action = actionFor(*press, m_panelsWantKeys)) perform(*action);
}

void App::press(const sf::Event::MouseButtonEvent& button) {
    const layers::ScreenPoint at = pointOf(button.x, button.y);
    if (button.button != sf::Mouse::Left) return button.button == sf::Mouse::Right ? copyPosition(at) : void();
    m_pointer.press({.at = at,
                     .shift = isPressed(sf::Keyboard::LShift, sf::Keyboard::RShift),
                     .alt = isPressed(sf::Keyboard::LAlt, sf::Keyboard::RAlt),
                     .onPictureFrame = m_pictures.onFrame(at, pictureSubject())},
                    m_state, marks());
}

void App::perform(const Action& action) {
    ActionResult result = viewer::apply(m_state, action, nowS());
    tellNotice(std::move(result.notice));
    if (!result.handled) performHere(std::get<action::Plain>(action));
}

void App::performHere(action::Plain plain) {
    using enum action::Plain;
    switch (plain) {
        case home: return m_state.goTo(homeView(m_state.document(), m_projection, m_sources, m_state.stage.view.size));
        case play: return tellNotice(togglePlay(m_state, m_orbats.times.days()));
        case stepOn: return tellNotice(stepTime(m_state, 1, m_orbats.times.days()));
        case stepTimeBack: return tellNotice(stepTime(m_state, -1, m_orbats.times.days()));
        case saveArea: return this->saveArea();
        case reload: return this->reload();
        case fullScreen: return m_window.setFullscreen(!m_window.fullscreen());
        case picture: return tell(m_pictures.take(pictureSubject()));
        case pictureDialog: return openPictureDialog(!m_pictures.dialogIsOpen());
        case copyMap:
            if (m_map->frame() != nullptr) m_copy.start(*m_map->frame());
            return;
        case action::Plain::stepBack: return this->stepBack();
        case quit: return close();
        default: return;
    }
}

// One step a press, and never out of the program.
void App::stepBack() {
    if (m_panelsWantKeys) return;  // the text field gives its focus back
    if (m_pointer.cancel()) return;
    if (m_state.show.sheet) m_state.show.sheet = false;
    else if (m_pictures.making()) m_pictures.giveUp();
    else if (m_pictures.dialogIsOpen()) openPictureDialog(false);
    else if (m_state.show.settings) m_state.show.settings = false;
    else if (!m_state.stage.selectedUnit.empty()) m_state.stage.selectedUnit.clear();
    else if (!m_notices.dismissLast() && m_window.fullscreen()) m_window.setFullscreen(false);
}

void App::apply(const PanelOutput& output) {
    m_panelsWantKeys = output.wantsKeyboard;
    m_pointer.setOnPanel(output.wantsMouse);
    for (const layers::Command& command : output.commands) m_state.history.run(command);
    if (!output.commands.empty()) m_map->pacer().wantFrame();
    for (const std::string& id : output.zoomTo) zoomToLayer(id);
    for (const std::string& id : output.cancel) m_sources.cancel(id);
    if (output.undo) perform(action::Plain::undo);
    if (output.redo) perform(action::Plain::redo);
    if (output.saveArea) saveArea();
    if (output.closeSheet) m_state.show.sheet = false;
    viewer::apply(output.stage, m_state.stage);
    if (output.togglePlay) perform(action::Plain::play);
    if (output.timeSteps) tellNotice(stepTime(m_state, *output.timeSteps, m_orbats.times.days()));
    if (output.daysPerS) m_state.player.daysPerS = *output.daysPerS;
    if (output.toggleSettings) perform(action::Plain::settings);
    if (output.flyTo) m_state.flyTo(*output.flyTo, nowS());
    tell(m_pictures.apply(output.picture, pictureSubject()));
    if (output.dismissed) m_notices.dismiss(*output.dismissed);
}

void App::tell(const std::optional<PictureOutcome>& outcome) {
    if (!outcome) return;
    for (const auto& file : outcome->files) std::puts(file.c_str());
    outcome->failed ? m_notices.sayError(outcome->notice) : m_notices.say(outcome->notice);
}

void App::tellNotice(std::string notice) {
    if (!notice.empty()) m_notices.say(std::move(notice));
}

void App::openPictureDialog(bool open) {
    if (open) m_state.show.hideAll = false;
    m_pictures.openDialog(open, pictureSubject());
}

void App::zoomToLayer(const std::string& id) {
    const SourceState* state = m_sources.state(id);
    if (state == nullptr || state->box.empty()) return m_notices.say("This layer has nothing to zoom to yet.");
    geodata::MapBox box = state->box;
    if (box.width() + box.height() < 100) box = geodata::grown(box, 500);  // a single point
    m_state.goTo(
        layers::viewOf(geodata::grown(box, std::max(box.width(), box.height()) * 0.03), m_state.stage.view.size));
}

void App::copyPosition(layers::ScreenPoint at) {
    const std::string text = positionLineAt(at, m_state.stage, m_projection);
    if (text.empty()) return m_notices.say("No coordinates here.");
    sf::Clipboard::setString(sf::String::fromUtf8(text.begin(), text.end()));
    m_notices.say("Copied " + text);
}

void App::saveArea() {
    const auto file = saveToArea(m_request.files, m_state.document());
    if (!file) return m_notices.sayError(file.error().text);
    m_session.savedToArea(m_state.history.now());
    m_notices.say("Saved to " + file->string());
}

void App::reload() {
    m_notices.forgetRemarks();
    m_sources.reload(m_state.document());
    m_notices.say("Reloading files.");
}

void App::close() {
    if (!m_pictures.making() || m_window.closeLater()) return m_window.close();
    m_notices.say("The picture is finished first. Press again to close at once.");
}

WindowFacts App::windowFacts() const {
    return {.files = m_request.files,
            .place = m_window.place(),
            .fullscreen = m_window.fullscreen(),
            .preset = m_pictures.preset().name};
}

void App::keepSession() {
    m_session.startedWell(m_map->frame() != nullptr, m_sources.busy(), nowS());
    if (!m_window.keepReachable(nowS()) || !m_session.due(nowS())) return;
    if (const auto failed = m_session.keep(m_state, windowFacts(), nowS())) m_notices.remark(failed->text);
}

void App::endSession() {
    if (const auto failed = m_session.end(m_state, windowFacts())) std::cerr << failed->text << std::endl;
}

}  // namespace viewer
