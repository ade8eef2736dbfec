// SPDX-License-Identifier: Apache-2.0
// What a crowd costs on the screen: prints milliseconds per area.
// Usage: bench_cluster pan WxH AREA.toml…     while the map is panned, and while everything changes
//        bench_cluster open WxH AREA.toml…    from opening until all is drawn, with what the cache holds
//        (tests/bench/cluster.sh makes the areas)
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string_view>
#include <thread>

#include "layers/gpu/offscreen.hpp"
#include "layers/scene/scene.hpp"
#include "viewer/workspace/open_document.hpp"
#include "viewer/workspace/settings.hpp"

namespace {

using Clock = std::chrono::steady_clock;
using namespace viewer;

constexpr int kFrames = 120;
constexpr double kStepPx = 8;

double msSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double shareOf(std::vector<double> ms, double share) {
    std::ranges::sort(ms);
    return ms.empty() ? 0 : ms[static_cast<std::size_t>(share * static_cast<double>(ms.size() - 1))];
}

struct Times {
    std::vector<double> updateMs, frameMs;
};

struct Run {
    const OpenRequest& line;
    layers::Scene& scene;
    layers::RetainedFrame& canvas;  // as the window's
    layers::SceneInput input;
};

// One pixel read back, so that the time holds what the renderer did.
layers::SceneChange frame(Run& run, Times& times) {
    const auto start = Clock::now();
    const layers::SceneChange change = run.scene.update(run.input);
    times.updateMs.push_back(msSince(start));
    if (change.redraw) {
        run.scene.draw(run.canvas);
        run.canvas.buffer.readRgb(1);
    }
    times.frameMs.push_back(msSince(start));
    return change;
}

void pan(Run& run) {
    run.scene.finish(run.input);
    Times pan, rest, change;
    run.input.panning = true;
    for (int i = 0; i < kFrames; ++i) {
        run.input.stage.view.center.x +=
            kStepPx * run.input.stage.view.mPerPx * (i < kFrames * 3 / 4 ? 1 : -1);  // and comes to rest elsewhere
        frame(run, pan);
    }
    run.input.panning = false;
    while (frame(run, rest).busy) {
    }
    for (int i = 0; i < 9; ++i) {  // another date each time: who is there and where all stand is new
        run.input.stage.date = fmt::format("2018-11-{:02}", i + 1);
        frame(run, change);
    }
    fmt::print(
        "{}: {} symbols in sight; panning {:.1f} ms a frame (95 of 100 within {:.1f}), of which {:.1f} ms before "
        "drawing; coming to rest {:.1f} ms; another date {:.1f} ms, of which {:.1f} ms before drawing\n",
        run.line.files[0].filename().string(), run.scene.units().size(), shareOf(pan.frameMs, 0.5),
        shareOf(pan.frameMs, 0.95), shareOf(pan.updateMs, 0.5), shareOf(rest.frameMs, 1), shareOf(change.frameMs, 0.5),
        shareOf(change.updateMs, 0.5));
}

void open(Run& run) {
    Times times;
    const auto start = Clock::now();
    for (bool busy = true; busy;) {
        const layers::SceneChange change = frame(run, times);
        busy = change.busy;
        if (change.redraw) continue;
        times.frameMs.pop_back();  // nothing was new: the viewer would have slept
        times.updateMs.pop_back();
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    fmt::print(
        "{}: {} symbols in sight after {:.1f} s; {} frames: median {:.1f} ms, 95 of 100 within {:.1f} ms, longest "
        "{:.1f} ms; before drawing {:.1f}, {:.1f} and {:.1f} ms\n",
        run.line.files[0].filename().string(), run.scene.units().size(), msSince(start) / 1000, times.frameMs.size(),
        shareOf(times.frameMs, 0.5), shareOf(times.frameMs, 0.95), shareOf(times.frameMs, 1),
        shareOf(times.updateMs, 0.5), shareOf(times.updateMs, 0.95), shareOf(times.updateMs, 1));
}

int run(std::string_view what, layers::ScreenSize size, const OpenRequest& line, const Paths& paths) {
    const auto document = openDocument(line, paths);
    if (!document) return fmt::print(stderr, "{}\n", document.error().text), 1;
    geodata::Link link(linkSettings(paths, settingsOf(paths, std::cerr)));
    Sources sources(link);
    sources.open(**document);
    const auto projection = Projection::of((*document)->crs);
    const auto scene = layers::Scene::create({{}, paths.fonts, paths.milsymbol, paths.cache / "symbols", {}});
    auto buffer = layers::FrameBuffer::create(size);
    if (!projection || !scene || !buffer) return fmt::print(stderr, "There is nothing to draw on.\n"), 1;
    layers::RetainedFrame canvas{std::move(*buffer)};
    sources.waitForAll();
    Run run{line,
            **scene,
            canvas,
            {*document, firstStage(line.stage, **document, *projection, sources, size), sources.contents(),
             &projection->math()}};
    what == "open" ? open(run) : pan(run);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    layers::ScreenSize size;
    if (argc < 4 || std::sscanf(argv[2], "%dx%d", &size.width, &size.height) != 2)
        return fmt::print(stderr, "Usage: bench_cluster pan|open WxH AREA.toml…\n"), 1;
    const auto offscreen = layers::Offscreen::create();
    if (!offscreen) return fmt::print(stderr, "{}\n", offscreen.error().text), 1;
    for (int i = 3; i < argc; ++i) {
        OpenRequest line;
        line.files = {argv[i]};
        if (const int failed = run(argv[1], size, line, findPaths())) return failed;
    }
    return 0;
}
