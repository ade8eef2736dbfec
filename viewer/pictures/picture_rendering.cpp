// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/picture_rendering.hpp"

#include <algorithm>

#include "layers/paper/paper.hpp"
#include "viewer/pictures/pdf.hpp"
#include "viewer/pictures/picture_format.hpp"

namespace viewer {
namespace {

constexpr long kStepPx = 1'000'000;  // of a strip at once: it must not hold up the window's next frame
constexpr int kLeastRows = 16;
constexpr double kDrawnShare = 0.9;  // of the progress; the rest is writing

bool isPdf(const std::filesystem::path& file) {
    const auto format = pictureFormatOf(file);
    return format && *format == PictureFormat::pdf;
}

int stepRows(layers::ScreenSize size) { return std::max(kLeastRows, static_cast<int>(kStepPx / size.width)); }

}  // namespace

PictureRendering::PictureRendering(layers::Scene& scene, PictureOrder order)
    : m_scene(scene), m_order(std::move(order)), m_result(m_order.outputs) {}

PictureRendering::~PictureRendering() {
    m_givenUp = true;
    if (m_work.valid()) m_work.wait();
}

bool PictureRendering::step() {
    if (m_done) return true;
    auto failed = advance();
    if (!failed && m_givenUp && !m_writing) failed = layers::pictureGivenUp();
    if (failed) {
        if (m_work.valid()) m_work.wait();  // it has the files
        m_result = *failed;
        m_done = true;
        m_files.clear();
    }
    return m_done;
}

bool PictureRendering::encoding() {
    return m_work.valid() && m_work.wait_for(std::chrono::seconds(0)) != std::future_status::ready;
}

geodata::Status PictureRendering::advance() {
    if (encoding()) return {};
    if (m_work.valid())
        if (auto failed = m_work.get()) return failed;
    if (m_writing) m_done = true;
    if (m_done) return {};
    if (!m_ready) {
        const auto change = m_scene.update(m_order.input);
        m_ready = !change.busy && !change.redraw;  // another look showed nothing new
        return m_ready ? openFiles() : geodata::Status();
    }
    if (m_drawn < m_order.input.stage.view.size.height && !m_files.empty()) return drawStrip();
    startWriting();
    return {};
}

geodata::Status PictureRendering::openFiles() {
    const layers::ScreenSize size = m_order.input.stage.view.size;
    for (std::size_t i = 0; i < m_order.outputs.size(); ++i) {
        if (isPdf(m_order.outputs[i])) continue;
        auto file = openPictureFile(m_order.outputs[i], m_order.heads[i], m_order.place);
        if (!file) return file.error();
        m_files.push_back(std::move(*file));
    }
    if (m_files.empty()) return {};
    if (size.width > layers::largestSidePx())
        return geodata::failure("Cannot draw a picture of",
                                std::to_string(size.width) + "×" + std::to_string(size.height),
                                "this machine's graphics cannot draw so wide");
    auto buffer = layers::FrameBuffer::create({size.width, std::min(size.height, kStripRows)});
    if (!buffer) return buffer.error();
    m_buffer = std::move(*buffer);
    return {};
}

// The strips are those of export, piece by piece: where a strip begins decides how its lines are rounded to pixels.
geodata::Status PictureRendering::drawStrip() {
    const layers::ScreenSize size = m_order.input.stage.view.size;
    const int top = m_drawn - m_drawn % kStripRows, from = m_drawn - top,
              rows = std::min({stepRows(size), kStripRows - from, size.height - m_drawn});
    m_scene.draw(*m_buffer, top, layers::PixelRect{0, from, size.width, from + rows});
    m_drawn += rows;
    m_work = std::async(std::launch::async, [this, pixels = m_buffer->readRgb(rows, from)]() -> geodata::Status {
        for (const auto& file : m_files)
            if (auto failed = file->addRows(pixels)) return failed;
        return {};
    });
    return {};
}

// The scene is only read, and not updated meanwhile.
void PictureRendering::startWriting() {
    m_writing = true;
    m_buffer.reset();
    m_work = std::async(std::launch::async, [this]() -> geodata::Status {
        for (const auto& file : m_files) {
            if (m_givenUp) return layers::pictureGivenUp();
            if (auto failed = file->finish()) return failed;
        }
        for (std::size_t i = 0; i < m_order.outputs.size(); ++i)
            if (isPdf(m_order.outputs[i]))
                if (auto failed = writePdf(m_order.outputs[i], m_scene, m_order.input, m_order.heads[i], m_order.place,
                                           [this](int, int) { return !m_givenUp; }))
                    return failed;
        return {};
    });
}

double PictureRendering::progress() const {
    if (m_done) return 1;
    if (m_writing) return kDrawnShare;
    return kDrawnShare * m_drawn / std::max(1, m_order.input.stage.view.size.height);
}

}  // namespace viewer
