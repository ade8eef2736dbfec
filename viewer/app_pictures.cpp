// Pictures made from the window: with one key, or from the dialog with its frame and its preview.
#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <ctime>

#include "viewer/app.hpp"
#include "viewer/export/preset.hpp"
#include "viewer/panels/panel_layout.hpp"
#include "viewer/session/picture_notes.hpp"
#include "viewer/session/settings.hpp"

namespace viewer {
namespace {

constexpr double kBorderPx = 8;  // of the frame on the stage, where it can be taken; at factor 1

std::string paperText(const layers::PictureFrame& frame) {
    return frame.paper.empty() ? "" : fmt::format(", {} {}", frame.paper, frame.portrait.value_or(false) ? "portrait" : "landscape");
}

std::string sizeText(const layers::Stage& stage, const layers::PictureFrame& frame) {
    return fmt::format("{} × {} px{}{}, 1:{:.0f}", stage.view.size.width, stage.view.size.height, paperText(frame), stage.dpi > 0 ? fmt::format(" at {:.0f} dpi", stage.dpi) : "", stage.scale());
}

}  // namespace

std::vector<layers::PicturePreset> App::presets() const { return presetsOf(*m_history.now(), m_userPresets); }

// What the current preset shows: the dialog's frame, the preset's own extent, or all that the window shows.
geodata::Result<layers::Stage> App::pictureStageNow() const {
    const auto size = layers::sizeOf(m_preset.frame, m_stage.view.size);
    if (!size) return size.error();
    std::optional<layers::MapBox> extent = m_dialogBox;
    if (!extent && m_preset.frame.extent) extent = m_projection.boxOf(*m_preset.frame.extent);
    return pictureStage(m_stage, m_preset, *size, extent);
}

// The same pointer as long as nothing changes: the scene compares it.
layers::DocumentPtr App::pictureDocument() {
    const layers::DocumentPtr& now = m_history.now();
    const std::string& title = m_preset.title.empty() ? now->title : m_preset.title;
    if (m_titledOf != now || m_titled->title != title) {
        m_titledOf = now;
        m_titled = titled(now, m_preset.title);
    }
    return m_titled;
}

bool App::havePictureScene() {
    if (m_pictureScene) return true;
    auto scene = layers::Scene::create(sceneSettings(m_paths, m_commandLine.shaderDir));
    if (scene) m_pictureScene = std::move(*scene);
    else say(scene.error().text, true);
    return m_pictureScene != nullptr;
}

void App::takePicture() {
    if (m_job) return say("The last picture is still being made.");
    const auto stage = pictureStageNow();
    if (!stage) return say(stage.error().text, true);
    m_pictureScene.reset();  // a new one, as export has: where letters lie in the atlas shows in their pixels by a hair
    if (!havePictureScene()) return;
    const layers::DocumentPtr document = pictureDocument();
    std::error_code ignored;
    std::filesystem::create_directories(m_paths.pictures, ignored);  // where that fails, writing says why
    const std::string stem = freeStem(m_paths.pictures, pictureStem(*document, *stage, std::time(nullptr)), m_preset.formats);
    PictureOrder order{{document, *stage, m_sources.contents(), &m_projection.math()}, {}, {}, {document->crs, stage->view, m_paths.program / "opsmap-loader"}};
    for (const std::string& format : m_preset.formats) {
        order.outputs.push_back(m_paths.pictures / (stem + "." + format));
        order.heads.push_back({stage->view.size, stage->dpi, notesOf(*document, *stage, m_commandLine.files, portablePlaceOf(order.outputs.back(), m_paths.areas))});
    }
    m_job = std::make_unique<PictureJob>(*m_pictureScene, std::move(order));
}

void App::advancePicture() {
    if (!m_job) return;
    m_sawEvent = true;
    if (!m_job->step()) return;
    const auto& written = m_job->result();
    std::string names;
    for (const auto& file : written ? *written : std::vector<std::filesystem::path>()) {
        std::puts(file.c_str());
        names += (names.empty() ? "" : ", ") + file.string();
    }
    say(written ? "Picture: " + names : written.error().text, !written);
    m_job.reset();
    m_pictureScene.reset();  // its tiles are of no use to the window
    if (m_closing) m_window->close();
}

void App::close() {
    if (!m_job || m_closing) return m_window->close();
    m_closing = true;
    say("The picture is finished first. Once more closes at once.");
}

void App::openPictureDialog(bool open) {
    m_dialogBox.reset();
    m_preview.reset();
    if (!open) {
        if (!m_job) m_pictureScene.reset();
        return;
    }
    m_hidePanels = false;
    framePicture(true);  // what the key makes without the dialog
}

// All that the window shows, or into what the dialog leaves free of it.
void App::framePicture(bool whole) {
    const layers::MapView& view = m_stage.view;
    if (m_preset.frame.extent) {
        m_dialogBox = m_projection.boxOf(*m_preset.frame.extent);
        return;
    }
    const auto size = layers::sizeOf(m_preset.frame, view.size);
    const layers::ScreenSize shape = size ? *size : view.size;
    const layers::ScreenRect frame = whole ? enclosing({0, 0, static_cast<double>(view.size.width), static_cast<double>(view.size.height)}, shape)
                                           : fittedInto(pictureRoom(m_stage, m_showLayers), shape);
    m_dialogBox = geodata::boxOf(std::vector{view.toMap({frame.left, frame.top}), view.toMap({frame.right, frame.bottom})});
}

void App::updatePreview() {
    if (!m_dialogBox || m_job || !havePictureScene()) return;
    const auto stage = pictureStageNow();
    const std::string error = stage ? std::string() : stage.error().text;
    if (error != m_previewError) m_sawEvent = true;
    m_previewError = error;
    if (!stage) return;
    const auto change = m_pictureScene->update({pictureDocument(), previewOf(*stage, previewRoom(m_stage.factor())), m_sources.contents(), &m_projection.math()});
    const layers::ScreenSize size = m_pictureScene->drawList().size;
    if (!change.redraw && m_preview && m_preview->size() == size) return;
    if (!m_preview || !(m_preview->size() == size)) {
        auto buffer = layers::FrameBuffer::create(size);
        if (!buffer) return;
        m_preview = std::move(*buffer);
    }
    m_pictureScene->draw(*m_preview);
    m_sawEvent = true;
}

layers::ScreenRect App::pictureFrame() const {
    const auto stage = pictureStageNow();
    if (!m_dialogBox || !stage) return {};
    const layers::MapBox box = stage->view.box();
    const layers::ScreenPoint leftTop = m_stage.view.toScreen({box.min.x, box.max.y}), rightBottom = m_stage.view.toScreen({box.max.x, box.min.y});
    return {leftTop.x, leftTop.y, rightBottom.x, rightBottom.y};
}

bool App::onPictureFrame(layers::ScreenPoint at) const {
    if (!m_dialogBox) return false;
    const layers::ScreenRect frame = pictureFrame();
    const double border = kBorderPx * m_stage.factor();
    const layers::ScreenRect outer{frame.left - border, frame.top - border, frame.right + border, frame.bottom + border};
    const layers::ScreenRect inner{frame.left + border, frame.top + border, frame.right - border, frame.bottom - border};
    return frameTag(frame, m_stage).contains(at) || (outer.contains(at) && !inner.contains(at));
}

void App::dragPictureFrame(layers::ScreenPoint cursor) {
    const double right = (cursor.x - m_drag.last.x) * m_stage.view.mPerPx, up = (m_drag.last.y - cursor.y) * m_stage.view.mPerPx;
    m_dialogBox->min = {m_dialogBox->min.x + right, m_dialogBox->min.y + up};
    m_dialogBox->max = {m_dialogBox->max.x + right, m_dialogBox->max.y + up};
    m_preset.frame.extent.reset();  // it was moved away from there
}

void App::fulfil(const PictureWishes& wishes) {
    if (wishes.preset) m_preset = *wishes.preset;
    if (wishes.choose) {
        m_preset = *presetNamed(presets(), *wishes.choose);
        framePicture(true);
    }
    if (wishes.fit) {
        m_preset.frame.extent.reset();
        framePicture(false);
    }
    if (wishes.make) takePicture();
    if (wishes.giveUp && m_job) m_job->giveUp();
    if (wishes.close) openPictureDialog(false);
}

// The map as the window shows it, without panels; encoding takes its time on another thread.
void App::copyMap() {
    if (!m_map || m_copy.valid()) return;
    m_copy = std::async(std::launch::async, [shot = Pixels{m_map->buffer.size(), m_map->buffer.readRgb(m_map->buffer.size().height)}]() -> geodata::Result<std::shared_ptr<ImageClipboard>> {
        auto png = encoded(shot);
        if (!png) return png.error();
        auto offered = ImageClipboard::offer(std::move(*png));
        if (!offered) return offered.error();
        return std::shared_ptr<ImageClipboard>(std::move(*offered));
    });
}

void App::finishCopy() {
    if (!m_copy.valid() || m_copy.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
    auto copied = m_copy.get();
    m_sawEvent = true;
    if (!copied) return say(copied.error().text, true);
    m_clipboard = std::move(*copied);
    say(fmt::format("Copied the map as a picture of {} × {}.", m_stage.view.size.width, m_stage.view.size.height));
}

PictureDialog App::pictureDialogInput() const {
    PictureDialog dialog;
    if (m_job) dialog.progress = m_job->progress();
    if (!m_dialogBox) return dialog;
    dialog.open = true;
    dialog.preset = m_preset;
    for (const layers::PicturePreset& preset : presets()) dialog.names.push_back(preset.name);
    dialog.frame = pictureFrame();
    const auto stage = pictureStageNow();
    dialog.error = m_previewError;
    if (stage) {
        dialog.sizeText = sizeText(*stage, m_preset.frame);
        dialog.marginalia = stage->marginalia;
        dialog.legend = stage->legend;
        dialog.grid = {stage->grid, stage->gridKind};
    }
    if (m_preview) dialog.previewSize = m_preview->size();
    return dialog;
}

}  // namespace viewer
