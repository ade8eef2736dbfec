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
#include "viewer/export/image_clipboard.hpp"
#include "viewer/export/picture_job.hpp"
#include "viewer/frame_times.hpp"
#include "viewer/input/key_events.hpp"
#include "viewer/input/shortcuts.hpp"
#include "viewer/input/view_history.hpp"
#include "viewer/input/view_motion.hpp"
#include "viewer/panels/panels.hpp"
#include "viewer/session/code_check.hpp"
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
        enum class What : std::uint8_t { none, pan, rectangle, symbol, frame } what = What::none;
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
    const layers::SceneInput& sceneInput();
    void updateMap();
    bool awaitsWork() const;
    bool show();  // whether a frame was drawn
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
    void playTime();
    void togglePlay();
    void stepTime(int steps);
    PanelInput panelInput();
    void copyPosition(layers::ScreenPoint at);
    void saveArea();
    std::vector<layers::PicturePreset> presets() const;  // never none
    geodata::Result<layers::Stage> pictureStageNow() const;
    layers::DocumentPtr pictureDocument();
    bool havePictureScene();                             // made when it is first wanted
    void takePicture();
    void advancePicture();
    void openPictureDialog(bool open);
    void framePicture(bool whole);
    void updatePreview();
    layers::ScreenRect pictureFrame() const;             // on the stage
    bool onPictureFrame(layers::ScreenPoint at) const;   // where it can be dragged
    void dragPictureFrame(layers::ScreenPoint cursor);
    void fulfil(const PictureWishes& wishes);
    PictureDialog pictureDialogInput() const;
    void copyMap();
    void finishCopy();
    void close();            // once a picture that was asked for is there; a second time at once
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
    bool m_isPicture = false;       // it is that of a picture which was opened
    SessionKeeper m_keeper;
    Desktop m_desktop;
    Projection m_projection;
    geodata::Link m_link;
    Sources m_sources;
    UnitTables m_unitTables;
    CodeCheck m_codeCheck;
    TimeTable m_timeTable;
    DatePlayer m_player;
    layers::History m_history;
    layers::Stage m_stage;
    ViewHistory m_views;
    ViewMotion m_motion;
    KeyReader m_keys;
    std::unique_ptr<sf::Window> m_window;
    std::unique_ptr<layers::Scene> m_scene;
    layers::SceneInput m_input;     // what it shows
    std::unique_ptr<Panels> m_panels;
    std::optional<layers::Canvas> m_map;  // the last good frame

    std::optional<WindowPlace> m_place;
    double m_nextLookS = 0;         // at the monitors
    double m_pannedUntilS = 0;             // a hand moves the map, or pauses only
    std::optional<double> m_rememberAtS;  // the wheel turned: its rest is a view to come back to

    std::optional<double> m_fanClosesAtS;  // the cursor has left a stack that is fanned out

    Drag m_drag;
    layers::ScreenPoint m_cursor;
    bool m_fitPending = false;      // files on the command line: the view follows what they hold until it is moved
    bool m_showLayers = true, m_showOrbat = false, m_showTime = false, m_showSettings = false, m_hidePanels = false, m_showSheet = false, m_fullscreen = false;
    bool m_panelsWantKeys = false, m_cursorOnPanel = false;
    int m_panelFrames = 0;          // frames the panels still need to settle
    bool m_sawEvent = true, m_redrawn = true;
    bool m_gathering = false, m_sceneBusy = false;
    bool m_held = false;            // the scene has what the window does not show yet: its tiles are being cut
    bool m_sourcesTold = false;     // something new, in this turn
    double m_firstShowByS = 0;
    double m_waitUntilS = 0;        // until then what arrives for a resting view, or is held, waits for what else will
    std::vector<TimedMessage> m_messages;
    std::vector<std::string> m_said;        // problems that were said once
    std::vector<layers::PicturePreset> m_userPresets;
    layers::PicturePreset m_preset;                // the current one, as it was changed in the dialog
    std::unique_ptr<layers::Scene> m_pictureScene; // of previews and pictures
    std::unique_ptr<PictureJob> m_job;
    bool m_closing = false;                        // when it is done
    std::future<geodata::Result<std::shared_ptr<ImageClipboard>>> m_copy;
    std::shared_ptr<ImageClipboard> m_clipboard;   // what Ctrl+C put there
    std::optional<layers::MapBox> m_dialogBox;     // the dialog is open: what its frame holds
    std::optional<layers::FrameBuffer> m_preview;
    std::string m_previewError;
    layers::DocumentPtr m_titledOf, m_titled;      // the document under the preset's title
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    double m_lastShownS = 0, m_playedS = 0;
    FrameTimes m_frameTimes;
};

}  // namespace viewer
