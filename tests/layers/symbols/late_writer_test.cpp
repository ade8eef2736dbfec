// SPDX-License-Identifier: Apache-2.0
#include "layers/symbols/late_writer.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <vector>

using namespace layers;

TEST_CASE("everything that was given is done before the writer is gone, in its order") {
    std::vector<int> done;
    {
        LateWriter writer;
        for (int i = 0; i < 200; ++i) writer.give([&done, i] { done.push_back(i); });
    }
    std::vector<int> expected(200);
    std::iota(expected.begin(), expected.end(), 0);
    CHECK(done == expected);
}

TEST_CASE("a writer with nothing to do ends") {
    {
        const LateWriter writer;
    }
    int done = 0;
    {
        LateWriter writer;
        writer.give([&] { ++done; });
    }
    CHECK(done == 1);
}

TEST_CASE("what a job gives is done too") {
    std::vector<std::string> done;
    {
        LateWriter writer;
        writer.give([&] {
            done.emplace_back("first");
            writer.give([&] { done.emplace_back("second"); });
        });
    }
    CHECK(done == std::vector<std::string>{"first", "second"});
}

TEST_CASE("jobs are not done by whoever gives them") {
    std::thread::id worker;
    {
        LateWriter writer;
        writer.give([&] { worker = std::this_thread::get_id(); });
    }
    CHECK(worker != std::thread::id{});
    CHECK(worker != std::this_thread::get_id());
}
