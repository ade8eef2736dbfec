// What a frame costs while the map is panned, and while everything changes: prints milliseconds per area.
// Usage: bench_crowd AREA.toml…   (tests/bench/crowd.sh makes the areas)
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "layers/scene/scene.hpp"
#include "viewer/export/offscreen.hpp"
#include "viewer/session/open_document.hpp"
#include "viewer/session/settings.hpp"

namespace {

using Clock = std::chrono::steady_clock;
using namespace viewer;

constexpr int kFrames = 120;
constexpr double kStepPx = 8;

double msSince(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

double middleOf(std::vector<double> ms) {
    std::ranges::nth_element(ms, ms.begin() + static_cast<std::ptrdiff_t>(ms.size() / 2));
    return ms[ms.size() / 2];
}

struct Times {
    std::vector<double> updateMs, frameMs;
};

// One pixel read back, so that the time holds what the renderer did.
void frame(layers::Scene& scene, const layers::SceneInput& input, const layers::FrameBuffer& buffer, Times& times) {
    const auto start = Clock::now();
    scene.update(input);
    times.updateMs.push_back(msSince(start));
    scene.draw(buffer);
    buffer.readRgb(1);
    times.frameMs.push_back(msSince(start));
}

int run(const CommandLine& line, const Paths& paths) {
    const auto document = openDocument(line, paths);
    if (!document) return fmt::print(stderr, "{}\n", document.error().text), 1;
    geodata::Link link(linkSettings(paths));
    Sources sources(link);
    sources.open(**document);
    const auto projection = Projection::of((*document)->crs);
    const layers::ScreenSize size{1920, 1080};
    const auto scene = layers::Scene::create({{}, paths.fonts, paths.milsymbol, paths.cache / "symbols", {}});
    const auto buffer = layers::FrameBuffer::create(size);
    if (!projection || !scene || !buffer) return fmt::print(stderr, "There is nothing to draw on.\n"), 1;
    sources.waitForAll();
    layers::SceneInput input{*document, firstStage(line, **document, *projection, sources, size), sources.contents(), &projection->math()};
    (*scene)->finish(input);

    Times pan, change;
    for (int i = 0; i < kFrames; ++i) {
        input.stage.view.center.x += kStepPx * input.stage.view.mPerPx * (i < kFrames / 2 ? 1 : -1);
        frame(**scene, input, *buffer, pan);
    }
    for (int i = 0; i < 9; ++i) {  // another date each time: who is there and where all stand is new
        input.stage.date = fmt::format("2018-11-{:02}", i + 1);
        frame(**scene, input, *buffer, change);
    }
    fmt::print("{}: {} symbols in sight; panning {:.1f} ms a frame, of which {:.1f} ms before drawing; another date {:.1f} ms, of which {:.1f} ms before drawing\n", line.files[0].filename().string(),
               (*scene)->units().size(), middleOf(pan.frameMs), middleOf(pan.updateMs), middleOf(change.frameMs), middleOf(change.updateMs));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const auto offscreen = Offscreen::create();
    if (!offscreen) return fmt::print(stderr, "{}\n", offscreen.error().text), 1;
    for (int i = 1; i < argc; ++i) {
        CommandLine line;
        line.files = {argv[i]};
        if (const int failed = run(line, findPaths())) return failed;
    }
    return 0;
}
