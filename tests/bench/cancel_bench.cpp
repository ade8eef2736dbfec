// SPDX-License-Identifier: Apache-2.0
// How long a load that is cancelled lives on, from the call to the event that says its end, as the panel's stop button
// asks for it: at random moments of reading the same large file.   Usage: bench_cancel LOADER FILE MAP_CRS [RUNS]
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>
#include <vector>

#include "geodata/link/link.hpp"

using Clock = std::chrono::steady_clock;

int main(int argc, char** argv) {
    if (argc < 4) return fmt::print("Usage: bench_cancel LOADER FILE MAP_CRS [RUNS]\n"), 2;
    const int runs = argc > 4 ? std::atoi(argv[4]) : 20;
    geodata::LoadRequest request;
    request.path = argv[2];
    request.mapCrs = argv[3];
    request.useCache = false;
    geodata::Link link({.loaderProgram = argv[1], .cacheFolder = {}, .limits = {}, .wake = {}});
    std::mt19937 random(1);
    std::vector<double> ms;
    int tooLate = 0;  // it had been read before
    for (int run = 0; run < runs; ++run) {
        const geodata::LoadId id = link.start(request);
        std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution<>(20, 800)(random)));
        link.poll();
        const auto begun = Clock::now();
        link.cancel(id);
        for (bool open = true; open;)
            for (const geodata::LoadEvent& event : link.wait(1)) {
                if (event.id != id) continue;
                const auto* failed = std::get_if<geodata::load_event::Failed>(&event.what);
                if (failed != nullptr && failed->cause == geodata::LoadFailure::cancelled)
                    ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
                else if (std::holds_alternative<geodata::load_event::Done>(event.what)) ++tooLate;
                else if (failed == nullptr) continue;
                open = false;
            }
    }
    std::sort(ms.begin(), ms.end());
    if (ms.empty()) return fmt::print("nothing was cancelled: take a larger file\n"), 1;
    fmt::print("{} loads cancelled ({} had ended before): median {:.1f} ms, longest {:.1f} ms\n", ms.size(), tooLate,
               ms[ms.size() / 2], ms.back());
    return 0;
}
