// SPDX-License-Identifier: Apache-2.0
#include "viewer/session/restore.hpp"

namespace viewer {

std::string ownDate(const layers::Document& document) { return document.date.empty() ? today() : document.date; }

layers::MapView keepingScale(layers::MapView view, layers::ScreenSize size) {
    view.mPerPx *= layers::scaleFactorOf(view.size) / layers::scaleFactorOf(size);
    view.size = size;
    return view;
}

layers::Stage restoreStage(layers::Stage first, const Session& session, const StageRequest& request,
                           const layers::Document& document) {
    layers::Stage stage = session.stage;
    const bool choosesView = request.frame.extent || request.center || request.frame.scale;
    stage.view =
        choosesView || session.crs != document.crs ? first.view : keepingScale(session.stage.view, first.view.size);
    if (!request.date.empty() || stage.date.empty() || session.areaDate != document.date) stage.date = first.date;
    if (request.language) stage.language = first.language;
    if (request.amplifiers) stage.amplifiers = first.amplifiers;
    if (request.symbolColors) stage.symbolColors = first.symbolColors;
    return stage;
}

}  // namespace viewer
