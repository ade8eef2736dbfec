// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/bench_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

#include "viewer/commands/json_text.hpp"

namespace viewer {
namespace {

constexpr Leg kLegs[] = {Leg::world, Leg::dive, Leg::pan, Leg::out};

std::vector<FrameTime> ofLeg(const std::vector<FrameTime>& frames, Leg leg) {
    std::vector<FrameTime> kept;
    std::copy_if(frames.begin(), frames.end(), std::back_inserter(kept),
                 [leg](const FrameTime& frame) { return frame.leg == leg; });
    return kept;
}

std::vector<FrameTime> untilDrawn(std::vector<FrameTime> frames) {
    for (FrameTime& frame : frames) frame.ms = frame.drawnMs;
    return frames;
}

// Kilobytes in a line such as "VmHWM:	  1234 kB"; 0 where there is none.
double kilobytesOf(std::string_view status, std::string_view name) {
    const auto at = status.find(name);
    if (at == std::string_view::npos) return 0;
    const auto digits = status.find_first_of("0123456789", at + name.size());
    double kilobytes = 0;
    if (digits != std::string_view::npos)
        std::from_chars(status.data() + digits, status.data() + status.size(), kilobytes);
    return kilobytes;
}

std::string percentilesJson(const std::vector<FrameTime>& frames) {
    return fmt::format(R"({{"count":{},"p50":{:.2f},"p95":{:.2f},"p99":{:.2f},"max":{:.2f}}})", frames.size(),
                       percentileMs(frames, 0.5), percentileMs(frames, 0.95), percentileMs(frames, 0.99),
                       percentileMs(frames, 1));
}

}  // namespace

double percentileMs(const std::vector<FrameTime>& frames, double p) {
    if (frames.empty()) return 0;
    std::vector<double> sorted;
    for (const FrameTime& frame : frames) sorted.push_back(frame.ms);
    std::sort(sorted.begin(), sorted.end());
    return sorted[static_cast<std::size_t>(p * static_cast<double>(sorted.size() - 1) + 0.5)];
}

std::string_view nameOf(Leg leg) {
    switch (leg) {
        case Leg::world: return "world";
        case Leg::dive: return "dive";
        case Leg::pan: return "pan";
        case Leg::out: return "out";
    }
    return {};
}

std::string textOf(const BenchFigures& f) {
    std::string text = fmt::format("{}×{} on {}\n", f.size.width, f.size.height, f.renderer);
    for (const Phase& phase : f.start) text += fmt::format("  {:<18}{:9.1f} ms\n", phase.name, phase.ms);
    text +=
        fmt::format("first frame         {:9.1f} ms\nall loaded          {:9.1f} ms\npicture complete    {:9.1f} ms\n",
                    f.firstFrameMs, f.loadedMs, f.completeMs);
    text += fmt::format("frames              {:9}\n                          p50      p95      p99      max\n",
                        f.frames.size());
    const auto row = [](std::string_view name, const std::vector<FrameTime>& frames) {
        return fmt::format("  {:<18}{:9.2f}{:9.2f}{:9.2f}{:9.2f} ms\n", name, percentileMs(frames, 0.5),
                           percentileMs(frames, 0.95), percentileMs(frames, 0.99), percentileMs(frames, 1));
    };
    text += row("all", f.frames);
    for (const Leg leg : kLegs) text += row(nameOf(leg), ofLeg(f.frames, leg));
    text += row("drawn, not shown", untilDrawn(f.frames));
    return text + fmt::format(
                      "tiles built         {:9}\nuploaded            {:9.1f} MB\noverdraw            {:9.2f}\nfeatures "
                      "           {:9}\npeak memory         {:9.1f} MB\n"
                      "private memory      {:9.1f} MB\n",
                      f.tilesBuilt, f.uploadedMb, f.overdraw, f.features, f.memory.peakMb, f.memory.privateMb);
}

std::string jsonOf(const BenchFigures& f) {
    std::string phases, legs;
    for (const Phase& phase : f.start)
        phases += fmt::format("{}{}:{:.1f}", phases.empty() ? "" : ",", jsonString(phase.name), phase.ms);
    for (const Leg leg : kLegs) legs += fmt::format(R"(,"{}":{})", nameOf(leg), percentilesJson(ofLeg(f.frames, leg)));
    return fmt::format(R"({{"size":[{},{}],"renderer":{},"display_ms":{:.1f},"start_ms":{{{}}},)"
                       R"("first_frame_ms":{:.1f},"loaded_ms":{:.1f},"complete_ms":{:.1f},)",
                       f.size.width, f.size.height, jsonString(f.renderer), f.displayMs, phases, f.firstFrameMs,
                       f.loadedMs, f.completeMs) +
           fmt::format(R"("frame_ms":{{"all":{}{},"drawn":{}}},"tiles":{},"uploaded_mb":{:.2f},"overdraw":{)"
                       R"(:.3f},"features":{},"peak_mb":{:.1f},"private_mb":{:.1f}}})",
                       percentilesJson(f.frames), legs, percentilesJson(untilDrawn(f.frames)), f.tilesBuilt,
                       f.uploadedMb, f.overdraw, f.features, f.memory.peakMb, f.memory.privateMb) +
           "\n";
}

MemoryUse memoryUse(std::string_view procStatus) {
    return {kilobytesOf(procStatus, "VmHWM:") / 1024, kilobytesOf(procStatus, "RssAnon:") / 1024};
}

MemoryUse memoryUseNow() {
    std::ifstream in("/proc/self/status");
    return memoryUse(std::string(std::istreambuf_iterator<char>(in), {}));
}

}  // namespace viewer
