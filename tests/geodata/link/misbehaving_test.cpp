// SPDX-License-Identifier: Apache-2.0
// Children that crash, hang, eat memory or lie: what came before stays, the sentence says how it ended, the link goes
// on.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <memory>
#include <optional>

#include "geodata/link/link.hpp"

using namespace geodata;
namespace fs = std::filesystem;

namespace {

struct Outcome {
    std::uint64_t previewed = 0;
    int childHandle = -1;  // of the process that read
    int niceness = 0;
    std::optional<load_event::Failed> failed;
    bool done = false;
};

class Bench {
public:
    explicit Bench(LinkLimits limits = {}, std::function<void(const fs::path&)> beforeLook = {})
        : m_link({.loaderProgram = OPSMAP_MISBEHAVING_LOADER,
                  .cacheFolder = {},
                  .limits = limits,
                  .beforeLook = std::move(beforeLook),
                  .wake = {}}) {
        fs::create_directories(m_folder);
    }
    ~Bench() { fs::remove_all(m_folder); }

    LoadId start(const std::string& what) {
        const fs::path file = m_folder / (what + ".geojson");
        std::ofstream(file) << "{}";
        LoadRequest request;
        request.path = file;
        request.mapCrs = "EPSG:4326";
        request.useCache = false;
        return m_link.start(request);
    }
    Outcome outcomeOf(LoadId id, bool cancelAfterPreview = false) {
        Outcome outcome;
        for (int tries = 0; tries < 400 && !outcome.failed && !outcome.done; ++tries)
            for (const LoadEvent& event : m_link.wait(0.1)) {
                if (event.id != id) continue;
                if (const auto* progress = std::get_if<load_event::Progress>(&event.what)) {
                    outcome.childHandle = static_cast<int>(::syscall(SYS_pidfd_open, progress->done, 0));
                    outcome.niceness = ::getpriority(PRIO_PROCESS, static_cast<id_t>(progress->done));
                }
                if (const auto* preview = std::get_if<load_event::Preview>(&event.what)) {
                    outcome.previewed += preview->store->size();
                    if (cancelAfterPreview) m_link.cancel(id);
                }
                if (const auto* failed = std::get_if<load_event::Failed>(&event.what)) outcome.failed = *failed;
                outcome.done = outcome.done || std::holds_alternative<load_event::Done>(event.what);
            }
        return outcome;
    }
    Outcome run(const std::string& what) { return outcomeOf(start(what)); }

private:
    fs::path m_folder = fs::temp_directory_path() / ("opsmap-misbehaving-" + std::to_string(::getpid()));
    Link m_link;
};

// Waits as long as it takes: a child that stays makes the test's own deadline strike.
bool isGone(int childHandle) {
    pollfd watched{childHandle, POLLIN, 0};
    const bool gone = childHandle >= 0 && ::poll(&watched, 1, -1) == 1;
    ::close(childHandle);
    return gone;
}

bool ends(const Outcome& outcome, LoadFailure cause, const std::string& sentence) {
    REQUIRE(outcome.failed);
    CAPTURE(outcome.failed->error.text);
    CHECK(outcome.failed->cause == cause);
    return outcome.failed->error.text.find(sentence) != std::string::npos;
}

}  // namespace

TEST_CASE("a reader that crashes leaves what it delivered, and the next source is read") {
    Bench bench;
    const Outcome outcome = bench.run("crash");
    CHECK(outcome.previewed == 50);
    CHECK(ends(outcome, LoadFailure::crashed,
               "crash.geojson\": stopped after 50 features: the reader crashed (signal 11)."));
    CHECK(ends(bench.run("crash_bare"), LoadFailure::crashed, "crash_bare.geojson\": the reader crashed (signal 11)."));
    CHECK(bench.run("well").done);
}

TEST_CASE("a reader that hangs is ended, and the sentence names the limit") {
    double limitS = 0.5;  // longer where a busy machine does not even start a reader within it
    Outcome outcome = Bench({.noProgressS = limitS}).run("hang");
    for (; outcome.previewed == 0 && limitS < 100; outcome = Bench({.noProgressS = limitS}).run("hang")) limitS *= 4;
    CHECK(outcome.previewed == 50);
    CHECK(ends(outcome, LoadFailure::tooSlow,
               fmt::format("stopped after 50 features: nothing came for {:g} s. Raise no_progress_s in the settings "
                           "([limits])",
                           limitS)));
    CHECK(ends(Bench({.noProgressS = 60, .totalS = 0.5}).run("hang"), LoadFailure::tooSlow,
               "it took longer than 0.5 s. Raise total_s in the settings ([limits])"));
}

#if !defined(OPSMAP_SANITIZED)  // under them no address space is limited
TEST_CASE("a reader that eats memory is ended by its limit") {
    const Outcome outcome = Bench({.memoryBytes = 512ULL << 20U}).run("eat");
    CHECK(outcome.previewed == 50);
    CHECK(ends(outcome, LoadFailure::outOfMemory,
               "the reader needed more than the 512 MB allowed. Raise memory_mb in the settings ([limits])"));
}
#endif

TEST_CASE("a reader that sends what cannot be trusted is ended") {
    Bench bench;
    CHECK(ends(bench.run("nonsense"), LoadFailure::crashed, "the reader sent what cannot be trusted"));
    CHECK(ends(bench.run("foreign"), LoadFailure::crashed, "the reader sent what cannot be trusted"));
    CHECK(bench.run("well").done);
}

TEST_CASE("a cancelled load ends though its reader hangs, and what came stays") {
    Bench bench;
    const Outcome outcome = bench.outcomeOf(bench.start("hang"), true);
    CHECK(outcome.previewed == 50);
    CHECK(ends(outcome, LoadFailure::cancelled, "stopped after 50 features: it was cancelled."));
    CHECK(isGone(outcome.childHandle));
    CHECK(outcome.niceness > ::getpriority(PRIO_PROCESS, 0));  // the window comes first
    CHECK(bench.run("well").done);
}

TEST_CASE("a share that does not answer keeps back neither other sources nor the end") {
    const auto release = std::make_shared<std::promise<void>>();
    const std::shared_future<void> released = release->get_future().share();
    {
        Bench bench({}, [released](const fs::path& path) {
            if (path.stem() == "dead") released.wait();
        });
        CHECK(ends(bench.run("dead"), LoadFailure::tooSlow,
                   "dead.geojson\": the disk or share that it lies on does not answer."));
        CHECK(bench.run("well").done);
        bench.start("dead");
    }  // ends while the look hangs
    release->set_value();
}
