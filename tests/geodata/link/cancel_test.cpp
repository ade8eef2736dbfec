// SPDX-License-Identifier: Apache-2.0
// Loads that are given up at any moment of theirs. Runs under the thread sanitizer with the other tests of loading.
#include <algorithm>
#include <random>
#include <thread>

#include "tests/geodata/link/linked_load.hpp"

using namespace geodata;

namespace {

const std::filesystem::path kCoast =
    std::filesystem::path(OPSMAP_SOURCE_DIR) / "areas" / "unifil" / "data" / "coast.geojson";

LinkSettings settings() { return {.loaderProgram = OPSMAP_LOADER, .cacheFolder = {}, .limits = {}, .wake = {}}; }

LoadRequest coast() {
    LoadRequest request;
    request.path = kCoast;
    request.mapCrs = "EPSG:32636";
    request.useCache = false;
    return request;
}

bool isEnd(const LoadEvent& event) {
    return std::holds_alternative<load_event::Done>(event.what) ||
           std::holds_alternative<load_event::Failed>(event.what);
}

}  // namespace

TEST_CASE("loads that are cancelled at random moments end once each, and the link goes on") {
    Link link(settings());
    std::mt19937 random(17);
    std::vector<LoadId> started;
    std::map<LoadId, int> ends;
    const auto takeFor = [&](double seconds) {
        for (const LoadEvent& event : link.wait(seconds)) ends[event.id] += isEnd(event) ? 1 : 0;
    };
    const auto ended = [&](LoadId id) { return ends[id] > 0; };
    for (int i = 0; i < 40; ++i) {
        started.push_back(link.start(coast()));
        takeFor(static_cast<double>(random() % 60) / 1000);
        link.cancel(started[random() % started.size()]);  // some have ended
    }
    for (const LoadId id : started)
        if (id % 4 != 0) link.cancel(id);
    for (int tries = 0; tries < 600 && !std::ranges::all_of(started, ended); ++tries) takeFor(0.1);
    const LoadId last = link.start(coast());
    for (int tries = 0; tries < 600 && !ended(last); ++tries) takeFor(0.1);
    started.push_back(last);
    for (const LoadId id : started) CHECK(ends[id] == 1);
}

TEST_CASE("a link that goes while its loads are under way takes their readers with it") {
    std::mt19937 random(23);
    for (int round = 0; round < 8; ++round) {
        Link link(settings());
        for (int i = 0; i < 4; ++i) link.start(coast());
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % 120));
    }
    CHECK(loadLinked(coast()).layers.contains("coast"));
}
