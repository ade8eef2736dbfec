#pragma once
// The window: events in, commands and views out, one frame after the other. runFrame() is the walk. Main thread.

#include <SFML/Window/Window.hpp>

#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "layers/model/command.hpp"
#include "layers/scene/scene.hpp"
#include "viewer/cli/command_line.hpp"
#include "viewer/input/key_events.hpp"
#include "viewer/input/shortcuts.hpp"
#include "viewer/input/view_history.hpp"
#include "viewer/input/view_motion.hpp"
#include "viewer/panels/panels.hpp"
#include "viewer/session/date_player.hpp"
#include "viewer/session/open_document.hpp"
#include "viewer/session/paths.hpp"
#include "viewer/session/restore.hpp"
#include "viewer/session/session_keeper.hpp"
#include "viewer/session/sources.hpp"
#include "viewer/session/time_table.hpp"
#include "viewer/session/unit_tables.hpp"
#include "viewer/window_state.hpp"

namespace viewer {

class App {
public:
    static geodata::Result<std::unique_ptr<App>> create(const CommandLine& commandLine, const Paths& paths);
    ~App();

    // Until the window is closed, or a signal asks for its end; the session is kept then.
    void run();

private:
    struct Drag {
        enum class What : std::uint8_t { none, pan, rectangle, symbol } what = What::none;
        layers::ScreenPoint start, last;
        bool moved = false;
        std::string unit{};            // symbol: whose
        layers::UnitOffset offset{};   // symbol: where it stood
    };
    struct TimedMessage {
        Message message;
        double untilS = 0;
    };

    App(Opened opened, Paths paths, SessionKeeper keeper);
    geodata::Status openWindow(std::future<geodata::Result<Projection>> projecting);
    WindowPlace firstPlace();
    void restoreStage();

    void runFrame();
    void takeEvents();
    void takeSources();
    void moveView();
    void updateMap();
    void show();
    void keepSession();
    void endSession();
    Session sessionNow() const;

    void handle(const sf::Event& event, bool isPanels);
    void wheeled(const sf::Event::MouseWheelScrollEvent& wheel);
    void pressed(const sf::Event::MouseButtonEvent& button);
    void moved(layers::ScreenPoint cursor);
    void released(const sf::Event::MouseButtonEvent& button);
    void resized(layers::ScreenSize size);
    void perform(const Action& action);
    void perform(action::Plain action);
    void perform(const action::Pan& pan);
    void perform(const action::Zoom& zoom);
    void perform(const action::ToggleLayer& toggle);
    void perform(const action::ApplyTheme& theme);
    void apply(const PanelOutput& output);
    void run(const layers::Command& command);

    void setView(const layers::MapView& view);  // a view that one may come back to
    void dragSymbol(layers::ScreenPoint cursor);
    void rememberRest();                        // where the wheel has come to rest
    std::optional<layers::ScreenRect> band() const;  // that is being drawn with Shift
    void zoomToLayer(const std::string& id);
    void stepBack();
    void scaleText(double factor);
    const layers::UnitMark* markAt(layers::ScreenPoint at) const;
    std::string unitAt(layers::ScreenPoint at) const;  // id; empty: none
    void hover(layers::ScreenPoint cursor);
    void leaveFan();
    void flyTo(layers::MapPoint place);
    void playTime(double seconds);
    void togglePlay();
    void stepTime(int steps);
    PanelInput panelInput();
    void copyPosition(layers::ScreenPoint at);
    void saveArea();
    void takePicture();
    void finishPicture();
    void reload();
    ReadOut readOut() const;
    void sayError(const std::string& source);  // once
    void say(std::string text, bool isError = false);
    void remark(const std::string& text);  // once, on stderr too
    double nowS() const;

    CommandLine m_commandLine;
    Paths m_paths;
    layers::DocumentPtr m_area;     // as its file says, without what the user changed
    std::optional<Session> m_last;  // that this one goes on from
    SessionKeeper m_keeper;
    Desktop m_desktop;
    Projection m_projection;
    geodata::Link m_link;
    Sources m_sources;
    UnitTables m_unitTables;
    TimeTable m_timeTable;
    DatePlayer m_player;
    layers::History m_history;
    layers::Stage m_stage;
    ViewHistory m_views;
    ViewMotion m_motion;
    KeyReader m_keys;
    std::unique_ptr<sf::Window> m_window;
    std::unique_ptr<layers::Scene> m_scene;
    std::unique_ptr<Panels> m_panels;
    std::optional<layers::FrameBuffer> m_map;  // the last good frame

    std::optional<WindowPlace> m_place;
    double m_nextLookS = 0;         // at the monitors
    std::optional<double> m_rememberAtS;  // the wheel turned: its rest is a view to come back to

    std::optional<double> m_fanClosesAtS;  // the cursor has left a stack that is fanned out

    Drag m_drag;
    layers::ScreenPoint m_cursor;
    bool m_fitPending = false;      // files on the command line: the view follows what they hold until it is moved
    bool m_showLayers = true, m_showOrbat = false, m_showTime = false, m_showSettings = false, m_hidePanels = false, m_showSheet = false, m_fullscreen = false;
    bool m_panelsWantKeys = false, m_cursorOnPanel = false;
    int m_panelFrames = 0;          // frames the panels still need to settle
    bool m_sawEvent = true, m_redrawn = true;
    bool m_gathering = false;
    double m_firstShowByS = 0;
    double m_gatherUntilS = 0;      // until then what arrives for a resting view waits for what else will
    std::vector<TimedMessage> m_messages;
    std::vector<std::string> m_said;        // problems that were said once
    std::future<geodata::Result<std::string>> m_picture;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    double m_lastShownS = 0;
};

}  // namespace viewer
