// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/bench_figures.hpp"

#include <doctest/doctest.h>

using namespace viewer;

namespace {

std::vector<FrameTime> upTo(int count) {
    std::vector<FrameTime> frames;
    for (int i = count; i >= 1; --i)
        frames.push_back({i % 2 == 0 ? Leg::dive : Leg::pan, static_cast<double>(i), i / 2.0});
    return frames;
}

}  // namespace

TEST_CASE("percentiles are of the sorted frames") {
    CHECK(percentileMs(upTo(101), 0.5) == 51);
    CHECK(percentileMs(upTo(101), 0.95) == 96);
    CHECK(percentileMs(upTo(101), 1) == 101);
    CHECK(percentileMs(upTo(1), 0.95) == 1);
    CHECK(percentileMs({}, 0.5) == 0);
}

TEST_CASE("memory is read from the status file, and what is not there is 0") {
    const MemoryUse use = memoryUse("Name:\topsmap\nVmHWM:\t  2048 kB\nRssAnon:\t     512 kB\nRssFile:\t 100 kB\n");
    CHECK(use.peakMb == 2);
    CHECK(use.privateMb == 0.5);
    CHECK(memoryUse("").peakMb == 0);
    CHECK(memoryUseNow().peakMb > 1);
}

TEST_CASE("JSON holds every figure, and a driver's name cannot break it") {
    BenchFigures figures;
    figures.size = {1920, 1080};
    figures.renderer = "a \"driver\"";
    figures.start = {{"window", 12.34}, {"scene", 5}};
    figures.completeMs = 99.95;
    figures.frames = upTo(4);
    figures.tilesBuilt = 7;
    figures.memory.privateMb = 80.04;
    const std::string json = jsonOf(figures);
    for (const char* part :
         {R"("size":[1920,1080])", R"("renderer":"a \"driver\"")", R"("start_ms":{"window":12.3,"scene":5.0})",
          R"("complete_ms":100.0)", R"("all":{"count":4,"p50":3.00)", R"("dive":{"count":2,)", R"("world":{"count":0,)",
          R"("drawn":{"count":4,"p50":1.50)", R"("tiles":7)", R"("private_mb":80.0)"}) {
        INFO(part, " in ", json);
        CHECK(json.find(part) != std::string::npos);
    }
    CHECK(textOf(figures).find("picture complete        100.0 ms") != std::string::npos);
}
