// SPDX-License-Identifier: Apache-2.0
#pragma once
// Restores the map that a picture shows. The picture's content is not trusted: it only chooses among the area's
// layers and places and names files, and it is checked like a session. Main thread.

#include <optional>

#include "viewer/session/restore.hpp"

namespace viewer {

// None: the command line does not name a picture of ours, alone. Files of the picture that lie outside its own folder,
// and layers that the area no longer has, are named in the remarks.
geodata::Result<std::optional<Opened>> openPicture(const OpenRequest& request, const Paths& paths);

// `first` as the command line gives it, with all that the picture says and the command line does not. A window shows
// all of the picture's extent and more.
layers::Stage stageOfPicture(const layers::Stage& first, const Session& picture, const StageRequest& request);

// Only a code or plain PROJ parameters: neither files nor grids.
bool isHarmlessCrs(std::string_view crs);

}  // namespace viewer
