// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/event_queue.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

using namespace geodata;

namespace {

LoadEvent progress(LoadId id, std::uint64_t done) { return {id, load_event::Progress{"roads", done, 100}}; }

std::uint64_t doneOf(const LoadEvent& event) { return std::get<load_event::Progress>(event.what).done; }

}  // namespace

TEST_CASE("events are taken once, in the order in which they came") {
    EventQueue queue({});
    CHECK(queue.take().empty());
    queue.push({1, load_event::Finished{"a", nullptr, false}});
    queue.push({2, load_event::Done{1}});
    const auto events = queue.take();
    REQUIRE(events.size() == 2);
    CHECK(events[0].id == 1);
    CHECK(std::holds_alternative<load_event::Done>(events[1].what));
    CHECK(queue.take().empty());
}

TEST_CASE("each event wakes the one who waits elsewhere") {
    int woken = 0;
    EventQueue queue([&] { ++woken; });
    queue.push({1, load_event::Done{1}});
    CHECK(woken >= 1);
}

TEST_CASE("waiting ends with the first event, and without one at its end") {
    EventQueue queue({});
    CHECK(queue.takeWithin(std::chrono::duration<double>(0)).empty());
    CHECK(queue.takeWithin(std::chrono::duration<double>(0.001)).empty());
    std::jthread other([&] { queue.push({7, load_event::Done{3}}); });
    const auto events = queue.takeWithin(std::chrono::duration<double>(600));  // it does not take that long
    REQUIRE(events.size() == 1);
    CHECK(events[0].id == 7);
}

TEST_CASE("of several threads nothing is lost, and each one's order stays") {
    EventQueue queue({});
    constexpr std::uint64_t kEach = 300;
    std::vector<std::jthread> threads;
    for (LoadId id = 0; id < 4; ++id)
        threads.emplace_back([&queue, id] {
            for (std::uint64_t i = 1; i <= kEach; ++i)
                queue.push({id, load_event::Finished{std::to_string(i), {}, {}}});
        });
    std::size_t taken = 0;
    std::vector<std::uint64_t> last(4);
    while (taken < 4 * kEach)
        for (const LoadEvent& event : queue.takeWithin(std::chrono::duration<double>(600))) {
            const std::uint64_t now = std::stoull(std::get<load_event::Finished>(event.what).layer);
            CHECK(now == last[event.id] + 1);
            last[event.id] = now;
            ++taken;
        }
    CHECK(queue.take().empty());
}

TEST_CASE("the last progress of a load that is taken is the newest") {
    EventQueue queue({});
    for (std::uint64_t done : {10, 20, 30}) queue.push(progress(1, done));
    const auto events = queue.take();
    REQUIRE_FALSE(events.empty());
    CHECK(doneOf(events.back()) == 30);
}
