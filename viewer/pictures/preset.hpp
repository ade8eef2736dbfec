// SPDX-License-Identifier: Apache-2.0
#pragma once
// Applies presets: which ones exist, what they change in a picture request and in the stage, and how their files are
// named. Pure except freeStem; any thread.

#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "layers/model/document.hpp"
#include "viewer/pictures/picture_request.hpp"
#include "viewer/workspace/open_request.hpp"

namespace viewer {

// The area's, then the user's; one of the user's stands in the place of the area's of that name. Never empty: where
// nobody wrote one there is "window", a PNG as large as the window.
std::vector<layers::PicturePreset> presetsOf(const layers::Document& document,
                                             const std::vector<layers::PicturePreset>& users);
// An empty name asks for the first. The error names those that there are.
geodata::Result<layers::PicturePreset> presetNamed(const std::vector<layers::PicturePreset>& presets,
                                                   std::string_view name);

// The preset's frame wherever the request says nothing of it. Refused where the picture would be too large.
geodata::Result<StageRequest> withPreset(StageRequest request, const layers::PicturePreset& preset,
                                         layers::ScreenSize otherwise);

// The marginalia: the preset's, with the stage's own texts where it has none, and the higher marking of both.
layers::Stage withPresetMarginalia(layers::Stage stage, const layers::PicturePreset& preset);
geodata::Result<layers::Stage> withRequestedMarginalia(layers::Stage stage, const StageRequest& request,
                                                       const PictureRequest& picture);

// The stage of a preset's picture: its frame over all of the stage's view or of the extent, nothing selected in it.
layers::Stage pictureStage(layers::Stage stage, const layers::PicturePreset& preset, layers::ScreenSize size,
                           std::optional<layers::MapBox> extent = {});
// The document under another title; an empty one changes nothing.
layers::DocumentPtr withTitle(const layers::DocumentPtr& document, const std::string& title);
// The same picture, small enough for `room`: everything in it shrinks alike.
layers::Stage previewOf(layers::Stage picture, layers::ScreenSize room);

// Date-time group of the hour, area, marking: "271432ZNOV26-unifil-UNCLASSIFIED".
std::string pictureStem(const layers::Document& document, const layers::Stage& stage, std::time_t now);
// The stem, or it with a number, so that none of the files is there.
std::string freeStem(const std::filesystem::path& folder, const std::string& stem,
                     const std::vector<std::string>& formats);

}  // namespace viewer
