// SPDX-License-Identifier: Apache-2.0
#pragma once
// Applies the last session to what the command line asks for. The command line wins wherever it sets something. Main
// thread.

#include <optional>
#include <string>
#include <vector>

#include "viewer/session/session.hpp"
#include "viewer/workspace/open_document.hpp"

namespace viewer {

struct Opened {
    OpenRequest request{};             // with the session's files, where none were named
    layers::DocumentPtr area{};        // as the files say
    layers::DocumentPtr document{};    // with what the user changed
    std::optional<Session> session{};  // none: there is none of this area
    std::vector<std::string> remarks{};
    bool isPicture = false;      // the session is that of a picture
    bool layersMissing = false;  // of which the area no longer has all layers
};

// `first` as the command line and the area give it, with the session's view, date, switches and filter.
layers::Stage restoreStage(layers::Stage first, const Session& session, const StageRequest& request,
                           const layers::Document& document);

// The day that the area shows of itself.
std::string ownDate(const layers::Document& document);

// In a window of another size: the same centre and the same 1:n.
layers::MapView keepingScale(layers::MapView view, layers::ScreenSize size);

}  // namespace viewer
