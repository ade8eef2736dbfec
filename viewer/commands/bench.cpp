// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/bench.hpp"

#include <chrono>
#include <iostream>

#include "geodata/store/write_file.hpp"
#include "layers/gpu/pixel_counter.hpp"
#include "layers/scene/scene.hpp"
#include "viewer/commands/bench_window.hpp"
#include "viewer/commands/export_command.hpp"
#include "viewer/commands/frame_chart.hpp"
#include "viewer/desktop/exit_code.hpp"
#include "viewer/pictures/picture.hpp"
#include "viewer/workspace/open_document.hpp"
#include "viewer/workspace/settings.hpp"

namespace viewer {
namespace {

using Clock = std::chrono::steady_clock;
using geodata::Error;
using geodata::Result;
using geodata::Status;

constexpr layers::ScreenSize kDefaultSize{1920, 1080}, kChartSize{1920, 720};
constexpr int kFramesPerLook = 10;  // at the memory

double msSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// Everything that the window holds too, in the order in which the window makes it.
class Bench {
public:
    Bench(const CommandLine& commandLine, const Paths& paths)
        : m_request(commandLine.open),
          m_paths(paths),
          m_link(linkSettings(paths, settingsOf(paths, std::cerr))),
          m_sources(m_link),
          m_size(commandLine.open.stage.frame.size.value_or(kDefaultSize)) {}

    Status start() {
        m_figures.size = m_size;
        auto window = BenchWindow::create(m_size);
        if (!window) return window.error();
        m_window = std::move(*window);
        m_figures.displayMs = msSince(m_start);
        m_start = m_lastPhase = Clock::now();
        return open();
    }
    Status showFirst() {
        m_input = {m_document, firstStage(m_request.stage, *m_document, *m_projection, m_sources, m_size),
                   m_sources.contents(), &m_projection->math()};
        frame();
        endPhase("first frame");
        m_figures.firstFrameMs = msSince(m_start);
        m_sources.waitForAll();
        endPhase("sources");
        m_figures.loadedMs = msSince(m_start);
        return {};
    }
    // The picture as it stays when nothing moves any more.
    void complete() {
        m_input.contents = m_sources.contents();
        m_input.stage = firstStage(m_request.stage, *m_document, *m_projection, m_sources, m_size);
        m_scene->finish(m_input);
        frame();
        endPhase("complete picture");
        m_figures.completeMs = msSince(m_start);
        countPixels();
    }
    void fly() {
        std::vector<std::shared_ptr<const geodata::Store>> stores;
        for (const auto& [layer, content] : m_input.contents)
            stores.insert(stores.end(), content.stores.begin(), content.stores.end());
        for (const auto& store : stores) m_figures.features += store->size();
        const layers::MapView home = m_input.stage.view;
        for (const FlightFrame& wanted : flightOver(home, flightPlace(stores, home.box()))) {
            m_input.stage.view = wanted.view;
            m_input.panning = wanted.leg == Leg::pan;
            const auto started = Clock::now();
            const double drawnMs = frame();
            m_figures.frames.push_back({wanted.leg, msSince(started), drawnMs});
            if (m_figures.frames.size() % kFramesPerLook == 0) lookAtMemory();
        }
        lookAtMemory();
        m_figures.tilesBuilt = m_scene->tileFigures().built;
        m_figures.uploadedMb = static_cast<double>(m_scene->tileFigures().uploadedBytes) / 1e6;
    }
    Status writeChart(const std::filesystem::path& file) {
        const auto fonts = layers::FontSet::load(m_paths.fonts);
        if (!fonts) return fonts.error();
        const auto buffer = layers::FrameBuffer::create(kChartSize);
        if (!buffer) return buffer.error();
        m_scene->draw(frameChart(m_figures, *fonts, kChartSize), *buffer);
        const auto png = encoded({kChartSize, buffer->readRgb(kChartSize.height)});
        if (!png) return png.error();
        return geodata::writeFile(file, *png);
    }
    int problems(std::ostream& err) const { return reportProblems(*m_document, m_sources, err); }
    const BenchFigures& figures() const { return m_figures; }

private:
    Status open() {
        auto document = openDocument(m_request, m_paths);
        if (!document) return document.error();
        m_document = std::move(*document);
        m_sources.open(*m_document);
        auto projection = Projection::of(m_document->crs);
        if (!projection) return projection.error();
        m_projection.emplace(std::move(*projection));
        endPhase("document");
        if (auto failed = m_window->open()) return failed;
        m_figures.renderer = m_window->renderer();
        endPhase("window");
        auto scene = layers::Scene::create(sceneSettings(m_paths, m_request.shaderDir));
        if (!scene) return scene.error();
        m_scene = std::move(*scene);
        auto buffer = layers::FrameBuffer::create(m_size);
        if (!buffer) return buffer.error();
        m_canvas.emplace(layers::RetainedFrame{std::move(*buffer)});
        endPhase("scene");
        return {};
    }
    // Drawn, shown, and each time one row read back: the time holds what the GPU did. Gives the milliseconds until it
    // was drawn: a GPU's picture goes through the processor to a virtual display.
    double frame() {
        const auto started = Clock::now();
        m_scene->update(m_input);
        m_scene->draw(*m_canvas);
        m_canvas->buffer.readRgb(1);
        const double drawnMs = msSince(started);
        m_canvas->buffer.showInWindow();
        m_window->show();
        m_canvas->buffer.readRgb(1);
        return drawnMs;
    }
    void countPixels() {
        layers::PixelCounter counter;
        m_scene->draw(m_canvas->buffer);
        m_figures.overdraw = static_cast<double>(counter.finish()) / m_size.width / m_size.height;
    }
    void lookAtMemory() {
        const MemoryUse now = memoryUseNow();
        m_figures.memory = {std::max(m_figures.memory.peakMb, now.peakMb),
                            std::max(m_figures.memory.privateMb, now.privateMb)};
    }
    void endPhase(const char* name) {
        m_figures.start.push_back({name, msSince(m_lastPhase)});
        m_lastPhase = Clock::now();
    }

    const OpenRequest& m_request;
    const Paths& m_paths;
    geodata::Link m_link;
    Sources m_sources;
    layers::ScreenSize m_size;
    layers::DocumentPtr m_document;
    std::optional<Projection> m_projection;
    std::unique_ptr<BenchWindow> m_window;
    std::unique_ptr<layers::Scene> m_scene;
    std::optional<layers::RetainedFrame> m_canvas;
    layers::SceneInput m_input;
    BenchFigures m_figures;
    Clock::time_point m_start = Clock::now(), m_lastPhase = m_start;
};

}  // namespace

int runBench(const CommandLine& commandLine, const Paths& paths, std::ostream& out, std::ostream& err) {
    Bench bench(commandLine, paths);
    Status failed = bench.start();
    if (!failed) failed = bench.showFirst();
    if (!failed) {
        bench.complete();
        bench.fly();
        out << (commandLine.json ? jsonOf(bench.figures()) : textOf(bench.figures()));
        for (const auto& file : commandLine.picture.outputs)
            if (!failed) failed = bench.writeChart(file);
    }
    if (failed) {
        err << failed->text << "\n";
        return exit_code::kRefused;
    }
    return bench.problems(err) > 0 ? exit_code::kLeftOut : exit_code::kDone;
}

}  // namespace viewer
