#include "viewer/session/source_watch.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

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
