// SPDX-License-Identifier: Apache-2.0
// What the confined child costs: the same small source read in this process and through the link, in turn. Prints the
// first load (the loader is started) and the median of further ones.   Usage: bench_link LOADER FILE MAP_CRS [RUNS]
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "geodata/link/link.hpp"
#include "geodata/load/load_source.hpp"
#include "geodata/source/drivers.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double msSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double inProcessMs(const geodata::LoadRequest& request) {
    const auto start = Clock::now();
    if (!geodata::loadSource(request, {[](const auto&, auto, auto) {}, [](const auto&, auto, bool) {}})) std::exit(1);
    return msSince(start);
}

double linkedMs(geodata::Link& link, const geodata::LoadRequest& request) {
    const auto start = Clock::now();
    link.start(request);
    for (;;)
        for (const geodata::LoadEvent& event : link.wait(10)) {
            if (std::holds_alternative<geodata::load_event::Done>(event.what)) return msSince(start);
            if (std::holds_alternative<geodata::load_event::Failed>(event.what)) std::exit(1);
        }
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) return fmt::print("Usage: bench_link LOADER FILE MAP_CRS [RUNS]\n"), 2;
    const int runs = argc > 4 ? std::atoi(argv[4]) : 15;
    geodata::LoadRequest request;
    request.path = argv[2];
    request.mapCrs = argv[3];
    request.useCache = false;
    geodata::Link link({.loaderProgram = argv[1], .cacheFolder = {}, .limits = {}, .wake = {}});
    const double firstLinked = linkedMs(link, request);
    const auto start = Clock::now();
    geodata::registerDrivers();
    inProcessMs(request);
    const double firstInProcess = msSince(start);
    std::vector<double> linked, inProcess;
    for (int run = 0; run < runs; ++run) {
        linked.push_back(linkedMs(link, request));
        inProcess.push_back(inProcessMs(request));
    }
    fmt::print("first:   confined {:.1f} ms, in-process {:.1f} ms, more {:.1f} ms\n", firstLinked, firstInProcess,
               firstLinked - firstInProcess);
    fmt::print("further: confined {:.1f} ms, in-process {:.1f} ms, more {:.1f} ms (medians of {})\n", median(linked),
               median(inProcess), median(linked) - median(inProcess), runs);
    return 0;
}
