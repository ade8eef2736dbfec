// What outlives the window: the session, kept while it runs and at its end, and the window's place on the monitors.
#include <fmt/format.h>

#include <cstdio>

#include "viewer/app.hpp"
#include "viewer/ending.hpp"
#include "viewer/session/open_picture.hpp"

namespace viewer {
namespace {

constexpr double kLookEveryS = 1;
constexpr double kStartedS = 10;  // a map that is still reading after so long has started all the same

WindowPlace centred(const WindowPlace& monitor, layers::ScreenSize size) {
    return {monitor.x + (monitor.size.width - size.width) / 2, monitor.y + (monitor.size.height - size.height) / 2, size};
}

}  // namespace

// --monitor and --size, then where it was, then the whole first monitor.
WindowPlace App::firstPlace() {
    const auto monitors = m_desktop.monitors();
    const int wanted = m_commandLine.monitor, count = static_cast<int>(monitors.size());
    if (wanted > count) remark(fmt::format("There is no monitor {}: {}. The first is used.", wanted, count == 1 ? "there is one" : fmt::format("there are {}", count)));
    const bool was = wanted == 0 && !m_commandLine.size && m_last && m_last->window;
    if (was) return reachable(*m_last->window, monitors);
    const WindowPlace& monitor = monitors[wanted > 0 && wanted <= count ? static_cast<std::size_t>(wanted - 1) : 0];
    return centred(monitor, m_commandLine.size.value_or(monitor.size));
}

void App::restoreStage() {
    if (!m_last) return;
    m_stage = m_isPicture ? pictured(m_stage, *m_last, m_commandLine) : restored(m_stage, *m_last, m_commandLine, *m_history.now());
    m_showLayers = m_last->showLayers;
    m_hidePanels = m_last->hidePanels;
    m_fitPending = false;
}

Session App::sessionNow() const {
    const layers::Document& document = *m_history.now();
    Session session;
    session.files = m_commandLine.files;
    session.window = m_place;
    session.fullscreen = m_fullscreen;
    session.crs = document.crs;
    session.areaDate = document.date;
    session.stage = m_stage;
    session.stage.view = m_motion.target();
    if (session.stage.date == ownDate(document)) session.stage.date.clear();
    session.stage.selectedUnit = session.stage.hoveredUnit = session.stage.openStack = {};
    session.showLayers = m_showLayers;
    session.hidePanels = m_hidePanels;
    session.preset = m_preset.name;
    session.differences = differencesOf(*m_area, document);
    return session;
}

void App::keepSession() {
    const double now = nowS();
    if (m_map && (!m_sources.busy() || now > kStartedS)) m_keeper.startSucceeded();
    if (now < m_nextLookS || !m_window->isOpen()) return;
    m_nextLookS = now + kLookEveryS;
    m_desktop.keepReachable(*m_window);
    m_place = m_desktop.place(*m_window);
    if (!m_keeper.due(now)) return;
    if (const auto failed = m_keeper.keep(sessionNow(), now)) remark(failed->text);
}

void App::endSession() {
    if (const auto failed = m_keeper.end(sessionNow())) std::fputs((failed->text + "\n").c_str(), stderr);
}

void App::remark(const std::string& text) {
    if (std::find(m_said.begin(), m_said.end(), text) != m_said.end()) return;
    m_said.push_back(text);
    std::fputs((text + "\n").c_str(), stderr);
    say(text);
}

}  // namespace viewer
