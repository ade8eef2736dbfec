// SPDX-License-Identifier: Apache-2.0
// What a right click leaves for other programs, read from the X server as they would.
#include <doctest/doctest.h>

#include "tests/viewer/window/driven_window.hpp"

using namespace window_test;

TEST_CASE("a right click copies the position in three forms, and the next one replaces it") {
    const Server server({1920, 1080});
    Window window(server, {std::string(OPSMAP_SOURCE_DIR) + "/tests/viewer/window/area.toml"});
    CHECK(server.clipboard().empty());
    window.click(960, 540, 3);  // the middle: 8° E 4.5° N
    window.settled();
    const std::string first = server.clipboard();
    CAPTURE(first);
    CHECK(first == "32N LK 89060 97471  32N 389060E 497471N  4.50000° N 8.00000° E");
    window.click(1200, 540, 3);
    window.settled();
    const std::string second = server.clipboard();
    CAPTURE(second);
    CHECK(second.find("32N PK 10939 97471  ") ==
          0);  // 10° E: as far from the zone's 9° on the other side, cut to metres
    CHECK(second.find("4.50000° N 10.00000° E") != std::string::npos);
    CHECK(window.quit() == 0);
}
