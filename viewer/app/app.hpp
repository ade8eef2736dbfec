// SPDX-License-Identifier: Apache-2.0
#pragma once
// The window's program: events in, commands and views out, one frame after the other. runFrame() reads like a table of
// contents; its steps use the values and small classes in this folder. Main thread.

#include <SFML/Window/Event.hpp>

#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "viewer/app/frame_times.hpp"
#include "viewer/app/map_copy.hpp"
#include "viewer/app/map_window.hpp"
#include "viewer/app/notices.hpp"
#include "viewer/app/picture_desk.hpp"
#include "viewer/app/pointer_tool.hpp"
#include "viewer/app/session_keeping.hpp"
#include "viewer/app/shown_map.hpp"
#include "viewer/app/viewer_state.hpp"
#include "viewer/input/key_events.hpp"
#include "viewer/panels/panels.hpp"
#include "viewer/workspace/orbat_views.hpp"
#include "viewer/workspace/settings.hpp"
#include "viewer/workspace/sources.hpp"

namespace viewer {

class App {
public:
    static geodata::Result<std::unique_ptr<App>> create(const OpenRequest& request, const WindowRequest& window,
                                                        const Paths& paths);
    ~App();

    // Until the window is closed, or a signal asks for its end; the session is kept then.
    void run();

private:
    App(Opened opened, WindowRequest window, Paths paths, SessionKeeper keeper, Settings settings);
    geodata::Status open(std::future<geodata::Result<Projection>> projecting);

    void runFrame();
    void takeEvents();
    void takeSources();
    void moveView();
    void updateMap();
    void advancePictures();
    bool show();  // whether a frame was shown
    void keepSession();
    void endSession();

    void handle(const sf::Event& event, bool isPanels);
    void press(const sf::Event::MouseButtonEvent& button);
    void perform(const Action& action);
    void performHere(action::Plain plain);  // what viewer::apply leaves to the window
    void stepBack();
    void apply(const PanelOutput& output);
    void tell(const std::optional<PictureOutcome>& outcome);
    void tellNotice(std::string notice);  // nothing where it is empty
    void openPictureDialog(bool open);
    void zoomToLayer(const std::string& id);
    void copyPosition(layers::ScreenPoint at);
    void saveArea();
    void reload();
    void close();  // once a picture that was asked for is there; a second time at once

    bool awaitsWork() const;
    PanelInput panelInput();
    PictureSubject pictureSubject() const { return {m_state, m_sources.contents(), m_projection}; }
    std::span<const layers::UnitMark> marks() const { return m_map->scene().units(); }
    WindowFacts windowFacts() const;
    TurnFacts turn() const { return {nowS(), m_state.player.playing, m_sources.busy()}; }
    double nowS() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count(); }

    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    OpenRequest m_request;  // complete: with the session's files, where none were named
    WindowRequest m_windowRequest;
    Paths m_paths;
    Notices m_notices;
    SessionKeeping m_session;
    MapWindow m_window;
    Projection m_projection;
    geodata::Link m_link;
    Sources m_sources;
    OrbatViews m_orbats;
    ViewerState m_state;
    KeyReader m_keys;
    PointerTool m_pointer;
    std::optional<ShownMap> m_map;
    std::unique_ptr<Panels> m_panels;
    PictureDesk m_pictures;
    MapCopy m_copy;
    bool m_panelsWantKeys = false;
    FrameTimes m_frameTimes;
};

}  // namespace viewer
