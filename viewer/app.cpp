#include "viewer/app.hpp"

#include <SFML/System/Err.hpp>
#include <SFML/Window/VideoMode.hpp>

#include <algorithm>
#include <cstdio>

#include "layers/scene/crowds.hpp"
#include "layers/scene/unit_text.hpp"
#include "viewer/ending.hpp"
#include "viewer/event_wait.hpp"
#include "viewer/export/preset.hpp"
#include "viewer/export/virtual_display.hpp"
#include "viewer/session/settings.hpp"

namespace viewer {
namespace {

constexpr double kMessageS = 6;
constexpr int kSettleFrames = 3;  // Dear ImGui needs a frame to measure and one to place
constexpr std::chrono::milliseconds kWorkLook{6}, kIdleLook{250};  // between looks at what others bring; events are seen at once
constexpr double kGatherS = 0.1;
constexpr double kGatherWhileReadingS = 0.3;  // readers need the processors that a frame takes
constexpr double kHeldS = 0.4;                // what was read is drawn when its tiles are there, or so late

constexpr std::chrono::seconds kFileLook{1};  // between looks at files that may have changed

layers::ScreenPoint pointOf(int x, int y) { return {static_cast<double>(x), static_cast<double>(y)}; }

layers::ScreenSize sizeOf(const sf::Window& window) { return {static_cast<int>(window.getSize().x), static_cast<int>(window.getSize().y)}; }

}  // namespace

App::App(Opened opened, Paths paths, SessionKeeper keeper)
    : m_commandLine(std::move(opened.commandLine)), m_paths(std::move(paths)), m_area(std::move(opened.area)), m_last(std::move(opened.session)), m_isPicture(opened.isPicture),
      m_keeper(std::move(keeper)), m_link(linkSettings(m_paths)), m_sources(m_link), m_history(std::move(opened.document)) {
    for (const std::string& text : m_keeper.remarks()) remark(text);
    for (const std::string& text : opened.remarks) remark(text);
}
App::~App() { onServerLost({}); }

geodata::Result<std::unique_ptr<App>> App::create(const CommandLine& commandLine, const Paths& paths) {
    const auto display = probeDisplay();
    if (!display) return display.error();
    catchSignals();
    onServerLost({});
    SessionKeeper keeper(paths.state);
    auto opened = openLast(commandLine, paths, keeper.last());
    if (!opened) return opened.error();
    auto projecting = std::async(std::launch::async, Projection::of, opened->document->crs);
    std::unique_ptr<App> app(new App(std::move(*opened), paths, std::move(keeper)));
    app->m_sources.watchFiles(commandLine.reload, kFileLook);
    app->m_sources.open(timelineDocument(*app->m_history.now()));
    app->m_sources.open(*app->m_history.now());  // files are read while the window opens
    if (const auto failed = app->openWindow(std::move(projecting))) return *failed;
    return app;
}

// The display's part is waited for here; what needs only the processor goes on beside it.
geodata::Status App::openWindow(std::future<geodata::Result<Projection>> projecting) {
    sf::err().rdbuf(nullptr);  // SFML's own remarks (no vertical sync here, …) are not for the user's terminal
    const WindowPlace place = firstPlace();
    const double userFactor = m_last ? m_last->stage.userFactor : 1;
    auto letters = std::async(std::launch::async, Panels::lettersFor, m_paths.fonts, layers::scaleFactorOf(place.size, userFactor));
    m_window = std::make_unique<sf::Window>(sf::VideoMode(static_cast<unsigned>(place.size.width), static_cast<unsigned>(place.size.height)),
                                            sf::String::fromUtf8(m_history.now()->title.begin(), m_history.now()->title.end()));
    const sf::ContextSettings& settings = m_window->getSettings();
    if (const auto failed = probeDriver({settings.majorVersion, settings.minorVersion})) return *failed;
    m_window->setPosition({place.x, place.y});  // SFML 2.5 centres with the screen's sides swapped
    m_window->setVerticalSyncEnabled(true);
    m_window->setKeyRepeatEnabled(true);
    auto scene = layers::Scene::create(sceneSettings(m_paths, m_commandLine.shaderDir));
    if (!scene) return scene.error();
    m_scene = std::move(*scene);
    auto projection = projecting.get();
    if (!projection) return projection.error();
    m_projection = std::move(*projection);
    auto panels = Panels::create(*m_window, letters.get());
    if (!panels) return panels.error();
    m_panels = std::move(*panels);
    m_stage = firstStage(m_commandLine, *m_history.now(), m_projection, m_sources, sizeOf(*m_window));
    m_fitPending = !m_commandLine.extent && !m_commandLine.center;
    restoreStage();
    if (const auto kept = readSettings(m_paths.config / "settings.toml"); kept && !m_paths.config.empty()) m_userPresets = kept->presets;
    const auto remembered = presetNamed(presets(), m_last ? m_last->preset : "");
    m_preset = remembered ? *remembered : presets().front();
    m_motion = resting(m_stage.view);
    m_views.remember(m_stage.view);
    m_place = place;
    if (m_commandLine.fullscreen || (m_last && m_last->fullscreen && !m_commandLine.size)) perform(action::Plain::fullScreen);
    return {};
}

void App::run() {
    onServerLost([this] {
        endSession();
        std::fputs("The X server has ended, and so opsmap ends.\n", stderr);
    });
    while (m_window->isOpen() && !asksToEnd()) runFrame();
    endSession();
    if (m_commandLine.verbose) std::fputs(m_frameTimes.text().c_str(), stderr);
}

void App::runFrame() {
    const double begunS = nowS();
    takeEvents();
    takeSources();
    moveView();
    playTime();
    updateMap();
    advancePicture();
    updatePreview();
    finishCopy();
    if (show() && m_commandLine.verbose) m_frameTimes.add((nowS() - begunS) * 1000, m_sources.busy());
    keepSession();
}

void App::takeEvents() {
    m_sawEvent = false;
    sf::Event event;
    while (m_window->isOpen() && m_window->pollEvent(event)) {
        m_sawEvent = true;
        handle(event, m_panels->handle(event));
    }
}

void App::takeSources() {
    m_sourcesTold = m_sources.poll();
    if (!m_sourcesTold) return;
    m_history.amend([this](const layers::DocumentPtr& document) { return withUnitFiles(document, m_sources); });
    if (m_fitPending) {
        const layers::MapView home = homeView(*m_history.now(), m_projection, m_sources, m_stage.view.size);
        if (!(home == m_stage.view)) m_motion = resting(home);
        if (!m_sources.busy()) m_fitPending = false;
    }
    for (const layers::LayerSpec& layer : m_history.now()->layers) sayError(layer.id);
    sayError(kTimelineSource);
}

void App::sayError(const std::string& source) {
    const SourceState* state = m_sources.state(source);
    if (state == nullptr || !state->error || std::find(m_said.begin(), m_said.end(), state->error->text) != m_said.end()) return;
    m_said.push_back(state->error->text);
    std::fputs((state->error->text + "\n").c_str(), stderr);
    say(state->error->text, true);
}

void App::moveView() {
    m_stage.view = m_motion.at(nowS());
    if (m_rememberAtS && nowS() >= *m_rememberAtS) rememberRest();
    if (m_fanClosesAtS && nowS() >= *m_fanClosesAtS) leaveFan();
}

// Compared before it is copied: at rest that is all there is to do.
const layers::SceneInput& App::sceneInput() {
    m_input.document = m_history.now();
    if (!(m_input.stage == m_stage)) m_input.stage = m_stage;
    if (m_input.contents != m_sources.contents()) m_input.contents = m_sources.contents();
    m_input.math = &m_projection.math();
    m_input.zooming = m_motion.unrest(nowS());
    m_input.panning = nowS() < m_pannedUntilS || m_motion.panning(nowS());
    return m_input;
}

// What arrives piece by piece at a resting view is shown together: each frame would take from those who make the rest.
void App::updateMap() {
    const layers::SceneInput& input = sceneInput();
    const auto awaits = [&] { return (m_sources.busy() && m_scene->shows(input)) || m_scene->awaitsMore(input); };
    m_redrawn = false;
    const bool waits = nowS() < m_waitUntilS && (m_held ? m_sources.busy() && m_scene->awaitsMore(input) : awaits());
    m_gathering = waits && !m_player.playing;  // the map keeps up with the date that the time bar says
    if (m_map && m_gathering) return;
    const bool held = std::exchange(m_held, false), holds = m_map && !held && !m_player.playing && m_sources.busy() && m_scene->shows(input);
    const layers::SceneChange change = m_scene->update(input);
    m_redrawn = change.redraw || held;
    m_sceneBusy = change.busy;
    if (!m_redrawn) return;
    if (holds && m_scene->awaitsMore(input)) {
        m_held = m_gathering = true;
        m_redrawn = false;
        m_waitUntilS = nowS() + kHeldS;
        return;
    }
    if (!m_map || !(m_map->buffer.size() == m_stage.view.size)) {
        auto buffer = layers::FrameBuffer::create(m_stage.view.size);
        if (!buffer) return say(buffer.error().text, true);
        m_map = layers::Canvas{std::move(*buffer)};
    }
    m_scene->draw(*m_map);
    m_waitUntilS = nowS() + (m_sources.busy() ? kGatherWhileReadingS : kGatherS);
    m_gathering = awaits();
    if (m_firstShowByS == 0) m_firstShowByS = m_waitUntilS;
}

bool App::awaitsWork() const { return m_sources.busy() || m_sceneBusy || m_gathering || m_job || m_dialogBox || m_copy.valid() || m_fanClosesAtS || m_rememberAtS || m_input.panning; }

// An idle map shows nothing new: no frame is drawn, the last one stays. The very first waits too for what it can have at once:
// drawing it has compiled the shaders, but its pixels need not be painted.
bool App::show() {
    const auto messagesBefore = m_messages.size();
    std::erase_if(m_messages, [now = nowS()](const TimedMessage& m) { return !m.message.isError && m.untilS < now; });
    if (m_sawEvent || m_messages.size() != messagesBefore) m_panelFrames = kSettleFrames;
    if (m_redrawn || m_sourcesTold) m_panelFrames = std::max(m_panelFrames, m_sources.busy() ? 1 : kSettleFrames);  // readers need the processors
    if (m_panelFrames == 0 || !m_map || (m_lastShownS == 0 && m_gathering && !m_sources.busy() && nowS() < m_firstShowByS)) {
        waitForEvents(awaitsWork() ? kWorkLook : kIdleLook);
        return false;
    }
    --m_panelFrames;
    const double now = nowS(), seconds = now - std::exchange(m_lastShownS, now);
    const PanelOutput output = m_panels->layOut(panelInput(), seconds);
    m_map->buffer.showInWindow();
    m_panels->render();
    if (output.previewAt && m_preview) m_preview->showInWindow(*output.previewAt, m_stage.view.size);
    m_window->display();
    if (output.animating) m_panelFrames = std::max(m_panelFrames, 1);
    apply(output);
    return true;
}

PanelInput App::panelInput() {
    std::vector<Message> messages;
    for (const TimedMessage& timed : m_messages) messages.push_back(timed.message);
    const auto& units = m_unitTables.of(*m_history.now(), m_sources.contents());
    m_timeTable.follow(units, m_sources.contents(), *m_history.now());
    const layers::CodeKnowledge knows = [this](const std::string& sidc) {
        const auto drawing = m_scene->symbol({sidc, {}});
        return drawing ? std::optional(drawing->valid || m_scene->symbolError()) : std::nullopt;
    };
    return {.document = *m_history.now(),
            .stage = m_stage,
            .sources = m_sources,
            .readOut = readOut(),
            .messages = std::move(messages),
            .units = units,
            .unitsPerLayer = m_unitTables.perLayer(),
            .unitMarks = m_scene->units(),
            .goal = m_motion.target(),
            .math = &m_projection.math(),
            .symbolOf = [this](const std::string& sidc) { return m_scene->symbol(layers::requestOf(sidc, m_stage.symbolColors)); },
            .codeFaults = m_showOrbat ? std::span<const std::string>(m_codeCheck.of(units, knows)) : std::span<const std::string>(),
            .plates = m_scene->plates(),
            .events = m_timeTable.events(),
            .changeDays = m_timeTable.days(),
            .playing = m_player.playing,
            .daysPerS = m_player.daysPerS,
            .canUndo = m_history.canUndo(),
            .canRedo = m_history.canRedo(),
            .showLayers = m_showLayers,
            .showOrbat = m_showOrbat && !m_dialogBox,
            .showTime = m_showTime,
            .showSettings = m_showSettings,
            .showSheet = m_showSheet,
            .hideAll = m_hidePanels,
            .band = band(),
            .pointsHere = m_cursorOnPanel || !m_stage.hoveredUnit.empty() ? 0 : layers::pointsAt(m_scene->drawList(), m_cursor),
            .picture = pictureDialogInput()};
}

void App::handle(const sf::Event& event, bool isPanels) {
    switch (event.type) {
        case sf::Event::Closed: return close();
        case sf::Event::Resized: return resized({static_cast<int>(event.size.width), static_cast<int>(event.size.height)});
        case sf::Event::LostFocus: m_drag = {}; return;  // the button may come up where nobody tells us
        case sf::Event::MouseButtonPressed: return isPanels ? void() : pressed(event.mouseButton);
        case sf::Event::MouseButtonReleased: return released(event.mouseButton);
        case sf::Event::MouseMoved: return moved(pointOf(event.mouseMove.x, event.mouseMove.y));
        case sf::Event::MouseWheelScrolled: return isPanels ? void() : wheeled(event.mouseWheelScroll);
        default: break;
    }
    if (const auto press = m_keys.take(event); press && !isPanels)
        if (const auto action = actionFor(*press, m_panelsWantKeys)) perform(*action);
}

void App::resized(layers::ScreenSize size) {
    if (size.width < 1 || size.height < 1) return;
    const layers::MapView view = keepingScale(m_motion.target(), size);
    m_motion = resting(view);
    m_stage.view = view;
}

void App::say(std::string text, bool isError) { m_messages.push_back({{std::move(text), isError}, nowS() + kMessageS}); }

double App::nowS() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count(); }

}  // namespace viewer
