// SPDX-License-Identifier: Apache-2.0
#pragma once
// The figures of `opsmap bench` and their text. Values; times are milliseconds of wall clock. Any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "viewer/commands/bench_flight.hpp"

namespace viewer {

struct Phase {  // of the start, one after the other
    std::string name;
    double ms = 0;
};

struct FrameTime {
    Leg leg = Leg::world;
    double ms = 0;
    double drawnMs = 0;  // of these, until the picture was drawn, before the window showed it
};

struct MemoryUse {
    double peakMb = 0;     // the most that was resident at once, mapped files included
    double privateMb = 0;  // what is not a file's: heap, buffers, the software renderer's pictures
};

struct BenchFigures {
    layers::ScreenSize size;
    std::string renderer;  // of OpenGL
    double displayMs = 0;  // starting a private X server where there was none; not part of the start
    std::vector<Phase> start;
    double firstFrameMs = 0, loadedMs = 0, completeMs = 0;  // from the start
    std::vector<FrameTime> frames;
    std::size_t tilesBuilt = 0;
    double uploadedMb = 0;
    double overdraw = 0;  // pixels painted per pixel of the complete picture
    std::uint64_t features = 0;
    MemoryUse memory;
};

// p from 0 to 1 of the frames, 0 of none.
double percentileMs(const std::vector<FrameTime>& frames, double p);
std::string_view nameOf(Leg leg);

std::string textOf(const BenchFigures& figures);
std::string jsonOf(const BenchFigures& figures);

// From the text of /proc/self/status.
MemoryUse memoryUse(std::string_view procStatus);
MemoryUse memoryUseNow();

}  // namespace viewer
