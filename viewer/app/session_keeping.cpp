// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/session_keeping.hpp"

#include "viewer/pictures/open_picture.hpp"

namespace viewer {
namespace {

constexpr double kStartedS = 10;  // a map that is still reading after so long has started all the same

}  // namespace

SessionKeeping::SessionKeeping(SessionKeeper keeper, const Opened& opened)
    : m_keeper(std::move(keeper)), m_area(opened.area), m_last(opened.session), m_isPicture(opened.isPicture) {}

void SessionKeeping::restore(ViewerState& state, const StageRequest& request) const {
    if (!m_last) return;
    state.stage = m_isPicture ? stageOfPicture(state.stage, *m_last, request)
                              : restoreStage(state.stage, *m_last, request, state.document());
    state.show.layers = m_last->showLayers;
    state.show.hideAll = m_last->hidePanels;
    state.followsFiles = false;
}

void SessionKeeping::startedWell(bool hasMap, bool reading, double nowS) {
    if (hasMap && (!reading || nowS > kStartedS)) m_keeper.startSucceeded();
}

Session SessionKeeping::sessionOf(const ViewerState& state, WindowFacts window) const {
    const layers::Document& document = state.document();
    Session session;
    session.files = std::move(window.files);
    session.window = window.place;
    session.fullscreen = window.fullscreen;
    session.preset = std::move(window.preset);
    session.crs = document.crs;
    session.areaDate = document.date;
    session.stage = state.stage;
    session.stage.view = state.motion.target();
    if (session.stage.date == ownDate(document)) session.stage.date.clear();
    session.stage.selectedUnit = session.stage.hoveredUnit = session.stage.openStack = {};
    session.showLayers = state.show.layers;
    session.hidePanels = state.show.hideAll;
    session.differences = differencesOf(*m_area, document);
    return session;
}

}  // namespace viewer
