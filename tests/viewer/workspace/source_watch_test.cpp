// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/source_watch.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>
#include <memory>
#include <thread>

using namespace viewer;
namespace fs = std::filesystem;

namespace {

// The next changes, however long they take; the test's own time limit ends a wait for nothing.
std::vector<SourceChange> nextOf(SourceWatch& watch) {
    for (;;) {
        auto changes = watch.take();
        if (!changes.empty()) return changes;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

geodata::LoadRequest requestOf(const fs::path& path) {
    geodata::LoadRequest request;
    request.path = path;
    return request;
}

}  // namespace

TEST_CASE("the watch tells of a change, an end and a return, each once") {
    const fs::path file = fs::temp_directory_path() / ("opsmap-watch-" + std::to_string(::getpid()) + ".csv");
    std::ofstream(file) << "one";
    SourceWatch watch(std::chrono::milliseconds(5));
    watch.watch(7, requestOf(file));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    CHECK(watch.take().empty());
    std::ofstream(file) << "one, two";
    CHECK(nextOf(watch) == std::vector{SourceChange{7, false}});
    fs::remove(file);
    CHECK(nextOf(watch) == std::vector{SourceChange{7, true}});
    std::ofstream(file) << "three";
    CHECK(nextOf(watch) == std::vector{SourceChange{7, false}});
    std::ofstream(file.string() + "-wal") << "a side file";
    CHECK(nextOf(watch) == std::vector{SourceChange{7, false}});
    fs::remove(file);
    fs::remove(file.string() + "-wal");
}

TEST_CASE("files of one folder are looked at by one thread, not by one each") {
    const auto most = std::make_shared<std::atomic<int>>(0);
    SourceWatch watch(std::chrono::milliseconds(5), [most](const geodata::LoadRequest&) -> SourceWatch::Files {
        thread_local int looks = 0;
        *most = std::max(most->load(), ++looks);
        return "content";
    });
    for (const char* path : {"/a/one", "/a/two", "/a/three"}) watch.watch(1, requestOf(path));
    while (*most < 3) std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

TEST_CASE("a look that hangs is a file that is gone, and ends neither other looks nor the watch") {
    const auto release = std::make_shared<std::promise<void>>();
    const std::shared_future<void> released = release->get_future().share();
    const auto begun = std::make_shared<std::atomic<int>>(0), looks = std::make_shared<std::atomic<int>>(0);
    {
        SourceWatch watch(std::chrono::milliseconds(5), [=](const geodata::LoadRequest& request) -> SourceWatch::Files {
            if (request.path == "/share/dead" && ++*begun > 1) released.wait();  // it was there once
            return "content " + std::to_string(request.path == "/disk" ? ++*looks / 10 : 0);
        });
        watch.watch(1, requestOf("/share/dead"));
        watch.watch(2, requestOf("/disk"));
        std::vector<SourceChange> seen;
        while (seen.size() < 6)
            for (const SourceChange& change : nextOf(watch)) seen.push_back(change);
        CHECK(std::count(seen.begin(), seen.end(), SourceChange{1, true}) == 1);
        CHECK(std::count(seen.begin(), seen.end(), SourceChange{2, false}) == 5);
        CHECK(*begun == 2);  // none is begun beside the one that hangs
    }  // the watch ends though the look does not
    release->set_value();
}
