#include "viewer/bench.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

#include "layers/scene/scene.hpp"
#include "viewer/export/export_command.hpp"
#include "viewer/export/offscreen.hpp"
#include "viewer/session/open_document.hpp"
#include "viewer/session/settings.hpp"

namespace viewer {
namespace {

using Clock = std::chrono::steady_clock;

double msSince(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

struct Figures {
    double firstFrameMs = 0, loadedMs = 0, completeMs = 0;
    std::vector<double> frameMs;  // sorted
    double peakMb = 0;
    std::uint64_t features = 0;

    double percentile(double p) const { return frameMs.empty() ? 0 : frameMs[static_cast<std::size_t>(p * static_cast<double>(frameMs.size() - 1))]; }
};

// The flight, 180 frames: in to a sixteenth of the home view's width, along a circle there, and out again.
layers::MapView flightView(const layers::MapView& home, int frame) {
    constexpr int kLeg = 60;
    const double turn = frame < kLeg ? 0 : frame < 2 * kLeg ? (frame - kLeg) / static_cast<double>(kLeg) : 1;
    const double depth = frame < kLeg ? frame / static_cast<double>(kLeg) : frame < 2 * kLeg ? 1 : 1 - (frame - 2 * kLeg) / static_cast<double>(kLeg);
    layers::MapView view = home;
    view.mPerPx = home.mPerPx * std::pow(1.0 / 16, depth);
    const double radiusM = home.mPerPx * home.size.height / 6.0;
    view.center.x += std::sin(turn * 6.283185307179586) * radiusM;
    view.center.y += (1 - std::cos(turn * 6.283185307179586)) * radiusM;
    return view;
}

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void print(const Figures& f, bool json, std::ostream& out) {
    if (json) {
        out << fmt::format(
            "{{\"first_frame_ms\":{:.1f},\"loaded_ms\":{:.1f},\"complete_ms\":{:.1f},\"frames\":{},\"frame_ms\":{{\"p50\":{:.2f},\"p95\":{:.2f},\"p99\":{:.2f},"
            "\"max\":{:.2f}}},\"features\":{},\"peak_mb\":{:.1f}}}\n",
            f.firstFrameMs, f.loadedMs, f.completeMs, f.frameMs.size(), f.percentile(0.5), f.percentile(0.95), f.percentile(0.99), f.percentile(1), f.features, f.peakMb);
        return;
    }
    out << fmt::format("first frame      {:8.1f} ms\nall loaded       {:8.1f} ms\npicture complete {:8.1f} ms\n", f.firstFrameMs, f.loadedMs, f.completeMs)
        << fmt::format("frames           {:8}\nframe time p50   {:8.2f} ms\n           p95   {:8.2f} ms\n           p99   {:8.2f} ms\n           max   {:8.2f} ms\n",
                       f.frameMs.size(), f.percentile(0.5), f.percentile(0.95), f.percentile(0.99), f.percentile(1))
        << fmt::format("features         {:8}\npeak memory      {:8.1f} MB\n", f.features, f.peakMb);
}

// update, draw and read one pixel back, so that the time holds what the GPU did.
void drawFrame(layers::Scene& scene, const layers::SceneInput& input, const layers::FrameBuffer& buffer) {
    scene.update(input);
    scene.draw(buffer);
    buffer.readRgb(1);
}

}  // namespace

int runBench(const CommandLine& commandLine, const Paths& paths, std::ostream& out, std::ostream& err) {
    const auto start = Clock::now();
    const auto refused = [&](const geodata::Error& error) {
        err << error.text << "\n";
        return exit_code::kRefused;
    };
    const auto document = openDocument(commandLine, paths);
    if (!document) return refused(document.error());
    geodata::Link link(linkSettings(paths));
    Sources sources(link);
    sources.open(**document);
    const auto projection = Projection::of((*document)->crs);
    if (!projection) return refused(projection.error());
    const auto offscreen = Offscreen::create();
    if (!offscreen) return refused(offscreen.error());
    auto scene = layers::Scene::create({commandLine.shaderDir, paths.fonts, paths.milsymbol, paths.cache.empty() ? paths.cache : paths.cache / "symbols", {}});
    if (!scene) return refused(scene.error());
    const layers::ScreenSize size = commandLine.size.value_or(layers::ScreenSize{1920, 1080});
    const auto buffer = layers::FrameBuffer::create(size);
    if (!buffer) return refused(buffer.error());

    Figures figures;
    layers::SceneInput input{*document, firstStage(commandLine, **document, *projection, sources, size), sources.contents(), &projection->math()};
    drawFrame(**scene, input, *buffer);
    figures.firstFrameMs = msSince(start);
    sources.waitForAll();
    figures.loadedMs = msSince(start);
    input.contents = sources.contents();
    input.stage = firstStage(commandLine, **document, *projection, sources, size);
    (*scene)->finish(input);
    drawFrame(**scene, input, *buffer);
    figures.completeMs = msSince(start);

    const layers::MapView home = input.stage.view;
    for (int frame = 0; frame < 180; ++frame) {
        input.stage.view = flightView(home, frame);
        const auto frameStart = Clock::now();
        drawFrame(**scene, input, *buffer);
        figures.frameMs.push_back(msSince(frameStart));
    }
    std::sort(figures.frameMs.begin(), figures.frameMs.end());
    figures.peakMb = peakMegabytes();
    for (const auto& [layer, content] : input.contents)
        for (const auto& store : content.stores) figures.features += store->size();
    print(figures, commandLine.json, out);
    return reportProblems(**document, sources, err) > 0 ? exit_code::kLeftOut : exit_code::kDone;
}

}  // namespace viewer
