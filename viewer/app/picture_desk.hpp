// SPDX-License-Identifier: Apache-2.0
#pragma once
// Pictures while the window runs: the current preset, the dialog with its frame and preview, and the picture being
// made. Main thread; previews and pictures need the window's GL context current.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "viewer/app/pointer_tool.hpp"
#include "viewer/app/viewer_state.hpp"
#include "viewer/panels/kit/picture_dialog.hpp"
#include "viewer/pictures/picture_rendering.hpp"
#include "viewer/workspace/open_request.hpp"
#include "viewer/workspace/paths.hpp"
#include "viewer/workspace/projection.hpp"

namespace viewer {

// The map that pictures are made of, as it is in this turn.
struct PictureSubject {
    const ViewerState& state;
    const layers::Contents& contents;
    const Projection& projection;
};

// What came of a picture.
struct PictureOutcome {
    std::string notice;
    bool failed = false;
    std::vector<std::filesystem::path> files;  // written
};

class PictureDesk {
public:
    // `files`: what the window has open; a picture names them. `lastPreset`: empty, or not there any more: the first.
    PictureDesk(const Paths& paths, const OpenRequest& request, std::vector<layers::PicturePreset> userPresets);

    std::vector<layers::PicturePreset> presets(const layers::Document& document) const;  // never none
    void choosePreset(const layers::Document& document, const std::string& name);
    const layers::PicturePreset& preset() const { return m_preset; }

    // Begins a picture of the current preset; an outcome only where that failed.
    std::optional<PictureOutcome> take(const PictureSubject& subject);
    // A piece of the picture that is being made; its outcome when it is done.
    std::optional<PictureOutcome> advance();
    bool making() const { return m_rendering != nullptr; }
    void giveUp();

    void openDialog(bool open, const PictureSubject& subject);
    bool dialogIsOpen() const { return m_dialogBox.has_value(); }
    PictureDialog dialog(const PictureSubject& subject) const;
    std::optional<PictureOutcome> apply(const PictureRequests& requests, const PictureSubject& subject);
    // Keeps the preview in line with the dialog. True: it shows something else.
    bool updatePreview(const PictureSubject& subject);
    const std::optional<layers::FrameBuffer>& preview() const { return m_preview; }

    // Where the dialog's frame can be dragged.
    bool onFrame(layers::ScreenPoint at, const PictureSubject& subject) const;
    void moveFrame(const MapShift& shift);

private:
    geodata::Result<layers::Stage> stageNow(const PictureSubject& subject) const;
    layers::DocumentPtr document(const PictureSubject& subject);
    geodata::Status haveScene();  // made when it is first wanted
    void fitFrame(bool whole, const PictureSubject& subject);
    layers::ScreenRect frame(const PictureSubject& subject) const;  // on the stage

    const Paths& m_paths;
    const OpenRequest& m_request;
    std::vector<layers::PicturePreset> m_userPresets;
    layers::PicturePreset m_preset;          // the current one, as it was changed in the dialog
    std::unique_ptr<layers::Scene> m_scene;  // of previews and pictures
    std::unique_ptr<PictureRendering> m_rendering;
    std::optional<layers::MapBox> m_dialogBox;  // the dialog is open: what its frame holds
    std::optional<layers::FrameBuffer> m_preview;
    std::string m_previewError;
    layers::DocumentPtr m_titledOf, m_titled;  // the document under the preset's title
};

}  // namespace viewer
