// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/frame_times.hpp"

#include <doctest/doctest.h>

using namespace viewer;

TEST_CASE("no frames are said to be none") {
    CHECK(FrameTimes().text() == "no frames while files were read\nno frames otherwise\n");
}

TEST_CASE("frames while files were read are counted apart") {
    FrameTimes times;
    times.add(40, true);
    times.add(10, false);
    CHECK(times.text() ==
          "1 frames while files were read: median 40.0 ms, 99 of 100 within 40.0 ms, longest 40.0 ms\n"
          "1 frames otherwise: median 10.0 ms, 99 of 100 within 10.0 ms, longest 10.0 ms\n");
}

TEST_CASE("the time within which 99 of 100 lie is never below the median") {
    FrameTimes two;
    two.add(10631, false);
    two.add(6966, false);
    CHECK(two.text().ends_with(
        "2 frames otherwise: median 6966.0 ms, 99 of 100 within 10631.0 ms, longest 10631.0 ms\n"));
}

TEST_CASE("of a thousand frames one of a hundred lies beyond the time of 99") {
    FrameTimes times;
    for (int i = 1000; i > 0; --i) times.add(i, false);
    CHECK(times.text().ends_with(
        "1000 frames otherwise: median 500.0 ms, 99 of 100 within 990.0 ms, longest 1000.0 ms\n"));
}
