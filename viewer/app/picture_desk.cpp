// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/picture_desk.hpp"

#include <fmt/format.h>

#include <ctime>

#include "viewer/panels/kit/panel_layout.hpp"
#include "viewer/pictures/picture_notes.hpp"
#include "viewer/pictures/preset.hpp"
#include "viewer/workspace/settings.hpp"

namespace viewer {
namespace {

constexpr double kBorderPx = 8;  // of the frame on the stage, where it can be taken; at factor 1

std::string paperText(const layers::PictureFrame& frame) {
    return frame.paper.empty()
               ? ""
               : fmt::format(", {} {}", frame.paper, frame.portrait.value_or(false) ? "portrait" : "landscape");
}

std::string sizeText(const layers::Stage& stage, const layers::PictureFrame& frame) {
    return fmt::format("{} × {} px{}{}, 1:{:.0f}", stage.view.size.width, stage.view.size.height, paperText(frame),
                       stage.dpi > 0 ? fmt::format(" at {:.0f} dpi", stage.dpi) : "", stage.scale());
}

PictureOutcome failed(const geodata::Error& error) { return {.notice = error.text, .failed = true, .files = {}}; }

}  // namespace

PictureDesk::PictureDesk(const Paths& paths, const OpenRequest& request, std::vector<layers::PicturePreset> userPresets)
    : m_paths(paths), m_request(request), m_userPresets(std::move(userPresets)) {}

std::vector<layers::PicturePreset> PictureDesk::presets(const layers::Document& document) const {
    return presetsOf(document, m_userPresets);
}

void PictureDesk::choosePreset(const layers::Document& document, const std::string& name) {
    const auto found = presetNamed(presets(document), name);
    m_preset = found ? *found : presets(document).front();
}

// What the current preset shows: the dialog's frame, the preset's own extent, or all that the window shows.
geodata::Result<layers::Stage> PictureDesk::stageNow(const PictureSubject& subject) const {
    const auto size = layers::sizeOf(m_preset.frame, subject.state.stage.view.size);
    if (!size) return size.error();
    std::optional<layers::MapBox> extent = m_dialogBox;
    if (!extent && m_preset.frame.extent) extent = subject.projection.boxOf(*m_preset.frame.extent);
    return pictureStage(subject.state.stage, m_preset, *size, extent);
}

// The same pointer as long as nothing changes: the scene compares it.
layers::DocumentPtr PictureDesk::document(const PictureSubject& subject) {
    const layers::DocumentPtr& now = subject.state.history.now();
    const std::string& title = m_preset.title.empty() ? now->title : m_preset.title;
    if (m_titledOf != now || m_titled->title != title) {
        m_titledOf = now;
        m_titled = withTitle(now, m_preset.title);
    }
    return m_titled;
}

geodata::Status PictureDesk::haveScene() {
    if (m_scene) return {};
    auto scene = layers::Scene::create(sceneSettings(m_paths, m_request.shaderDir));
    if (!scene) return scene.error();
    m_scene = std::move(*scene);
    return {};
}

std::optional<PictureOutcome> PictureDesk::take(const PictureSubject& subject) {
    if (m_rendering)
        return PictureOutcome{.notice = "The previous picture is still being saved.", .failed = false, .files = {}};
    const auto stage = stageNow(subject);
    if (!stage) return failed(stage.error());
    m_scene.reset();  // a new one, as export has: where letters lie in the atlas shows in their pixels by a hair
    if (const auto error = haveScene()) return failed(*error);
    const layers::DocumentPtr shown = document(subject);
    std::error_code ignored;
    std::filesystem::create_directories(m_paths.pictures, ignored);  // where that fails, writing says why
    const std::string stem =
        freeStem(m_paths.pictures, pictureStem(*shown, *stage, std::time(nullptr)), m_preset.formats);
    PictureOrder order{
        .input = {.document = shown, .stage = *stage, .contents = subject.contents, .math = &subject.projection.math()},
        .outputs = {},
        .heads = {},
        .place = {shown->crs, stage->view, m_paths.program / "opsmap-loader"}};
    for (const std::string& format : m_preset.formats) {
        order.outputs.push_back(m_paths.pictures / (stem + "." + format));
        const PortablePlace place = portablePlaceOf(order.outputs.back(), m_paths.areas);
        order.heads.push_back({stage->view.size, stage->dpi, notesOf(*shown, *stage, m_request.files, place)});
    }
    m_rendering = std::make_unique<PictureRendering>(*m_scene, std::move(order));
    return {};
}

std::optional<PictureOutcome> PictureDesk::advance() {
    if (!m_rendering || !m_rendering->step()) return {};
    const auto& written = m_rendering->result();
    PictureOutcome outcome;
    if (written) {
        outcome.files = *written;
        for (const auto& file : *written)
            outcome.notice += (outcome.notice.empty() ? "Picture: " : ", ") + file.string();
    } else {
        outcome = failed(written.error());
    }
    m_rendering.reset();
    m_scene.reset();  // its tiles are of no use to the window
    return outcome;
}

void PictureDesk::giveUp() {
    if (m_rendering) m_rendering->giveUp();
}

void PictureDesk::openDialog(bool open, const PictureSubject& subject) {
    m_dialogBox.reset();
    m_preview.reset();
    if (open) fitFrame(true, subject);  // what the key makes without the dialog
    else if (!m_rendering) m_scene.reset();
}

// All that the window shows, or into what the dialog leaves free of it.
void PictureDesk::fitFrame(bool whole, const PictureSubject& subject) {
    const layers::MapView& view = subject.state.stage.view;
    if (m_preset.frame.extent) {
        m_dialogBox = subject.projection.boxOf(*m_preset.frame.extent);
        return;
    }
    const auto size = layers::sizeOf(m_preset.frame, view.size);
    const layers::ScreenSize shape = size ? *size : view.size;
    const layers::ScreenRect window{0, 0, static_cast<double>(view.size.width), static_cast<double>(view.size.height)};
    const layers::ScreenRect frame =
        whole ? enclosing(window, shape)
              : fittedInto(pictureRoom(subject.state.stage, subject.state.show.layers), shape);
    m_dialogBox =
        geodata::boxOf(std::vector{view.toMap({frame.left, frame.top}), view.toMap({frame.right, frame.bottom})});
}

bool PictureDesk::updatePreview(const PictureSubject& subject) {
    if (!m_dialogBox || m_rendering) return false;
    const auto stage = stageNow(subject);
    const geodata::Status noScene = haveScene();
    const std::string error = !stage ? stage.error().text : noScene ? noScene->text : std::string();
    const bool saysElse = std::exchange(m_previewError, error) != error;
    if (!error.empty()) return saysElse;
    const layers::Stage shown = previewOf(*stage, previewRoom(subject.state.stage.factor()));
    const auto change = m_scene->update({.document = document(subject),
                                         .stage = shown,
                                         .contents = subject.contents,
                                         .math = &subject.projection.math()});
    const layers::ScreenSize size = m_scene->drawList().size;
    if (!change.redraw && m_preview && m_preview->size() == size) return saysElse;
    if (!m_preview || !(m_preview->size() == size)) {
        auto buffer = layers::FrameBuffer::create(size);
        if (!buffer) return saysElse;
        m_preview = std::move(*buffer);
    }
    m_scene->draw(*m_preview);
    return true;
}

layers::ScreenRect PictureDesk::frame(const PictureSubject& subject) const {
    const auto stage = stageNow(subject);
    if (!m_dialogBox || !stage) return {};
    const layers::MapBox box = stage->view.box();
    const layers::MapView& view = subject.state.stage.view;
    const layers::ScreenPoint leftTop = view.toScreen({box.min.x, box.max.y}),
                              rightBottom = view.toScreen({box.max.x, box.min.y});
    return {leftTop.x, leftTop.y, rightBottom.x, rightBottom.y};
}

bool PictureDesk::onFrame(layers::ScreenPoint at, const PictureSubject& subject) const {
    if (!m_dialogBox) return false;
    const layers::ScreenRect shown = frame(subject);
    const double border = kBorderPx * subject.state.stage.factor();
    return frameTag(shown, subject.state.stage).contains(at) ||
           (layers::grown(shown, border).contains(at) && !layers::grown(shown, -border).contains(at));
}

void PictureDesk::moveFrame(const MapShift& shift) {
    if (!m_dialogBox) return;
    m_dialogBox->min = {m_dialogBox->min.x + shift.rightM, m_dialogBox->min.y + shift.upM};
    m_dialogBox->max = {m_dialogBox->max.x + shift.rightM, m_dialogBox->max.y + shift.upM};
    m_preset.frame.extent.reset();  // it was moved away from there
}

std::optional<PictureOutcome> PictureDesk::apply(const PictureRequests& requests, const PictureSubject& subject) {
    if (requests.preset) m_preset = *requests.preset;
    if (requests.choose) {
        choosePreset(subject.state.document(), *requests.choose);
        fitFrame(true, subject);
    }
    if (requests.fit) {
        m_preset.frame.extent.reset();
        fitFrame(false, subject);
    }
    std::optional<PictureOutcome> outcome;
    if (requests.make) outcome = take(subject);
    if (requests.giveUp) giveUp();
    if (requests.close) openDialog(false, subject);
    return outcome;
}

PictureDialog PictureDesk::dialog(const PictureSubject& subject) const {
    PictureDialog dialog;
    if (m_rendering) dialog.progress = m_rendering->progress();
    if (!m_dialogBox) return dialog;
    dialog.open = true;
    dialog.preset = m_preset;
    for (const layers::PicturePreset& preset : presets(subject.state.document())) dialog.names.push_back(preset.name);
    dialog.frame = frame(subject);
    dialog.error = m_previewError;
    if (const auto stage = stageNow(subject)) {
        dialog.sizeText = sizeText(*stage, m_preset.frame);
        dialog.marginalia = stage->marginalia;
        dialog.legend = stage->legend;
        dialog.grid = {stage->grid, stage->gridKind};
    }
    if (m_preview) dialog.previewSize = m_preview->size();
    return dialog;
}

}  // namespace viewer
