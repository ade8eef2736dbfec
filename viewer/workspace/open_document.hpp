// SPDX-License-Identifier: Apache-2.0
#pragma once
// Makes a document and a first stage from the open and stage requests of the command line. Main thread.

#include "geodata/result/result.hpp"
#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"
#include "viewer/workspace/open_request.hpp"
#include "viewer/workspace/paths.hpp"
#include "viewer/workspace/projection.hpp"
#include "viewer/workspace/sources.hpp"

namespace viewer {

// No files: the bundled UNIFIL area. An area file: that. Other files: layers over the area given, or over the bundled
// world. Theme, --layers, --title, --crs are applied.
geodata::Result<layers::DocumentPtr> openDocument(const OpenRequest& request, const Paths& paths);

// Layers of plain files that turned out to be tables of units are units layers; the same pointer where none is. What
// `sources` has read by now counts.
layers::DocumentPtr withUnitFiles(const layers::DocumentPtr& document, const Sources& sources);

// The first view: --extent, or --center and --scale, or the area's home, or all that the files hold. `sources` may
// still be reading: then what is there counts.
layers::Stage firstStage(const StageRequest& request, const layers::Document& document, const Projection& projection,
                         const Sources& sources, layers::ScreenSize size);
layers::MapView homeView(const layers::Document& document, const Projection& projection, const Sources& sources,
                         layers::ScreenSize size);

// YYYY-MM-DD, UTC.
std::string today();

}  // namespace viewer
