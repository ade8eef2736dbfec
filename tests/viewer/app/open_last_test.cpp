// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/open_last.hpp"

#include <doctest/doctest.h>

using namespace viewer;

namespace {

Paths bundled() {
    Paths paths;
    paths.areas = std::string(OPSMAP_SOURCE_DIR) + "/areas";
    return paths;
}

OpenRequest world() {
    OpenRequest line;
    line.files = {std::string(OPSMAP_SOURCE_DIR) + "/areas/world/world.toml"};
    return line;
}

Session sessionOf(const Opened& opened) {
    Session session;
    session.files = opened.request.files;
    session.crs = opened.document->crs;
    session.areaDate = opened.document->date;
    session.stage.view = {{1000, 2000}, 5, {1920, 1080}};
    session.stage.date = "2017-05-06";
    session.stage.labels = false;
    session.differences.layers[opened.document->layers[0].id].visible = ValueChange<bool>{true, false};
    return session;
}

}  // namespace

TEST_CASE("the last session comes back with no arguments and with the same area, and not with another") {
    const auto first = openLast(world(), bundled(), {});
    REQUIRE(first);
    CHECK_FALSE(first->session);
    const Session last = sessionOf(*first);
    for (const OpenRequest& line : {OpenRequest{}, world()}) {
        const auto again = openLast(line, bundled(), last);
        REQUIRE(again);
        CHECK(again->session == last);
        CHECK_FALSE(again->document->layers[0].visible);
        CHECK(again->area->layers[0].visible);
    }
    OpenRequest unifil;
    unifil.files = {std::string(OPSMAP_SOURCE_DIR) + "/areas/unifil/unifil.toml"};
    const auto other = openLast(unifil, bundled(), last);
    REQUIRE(other);
    CHECK_FALSE(other->session);
}

TEST_CASE("a session whose area is gone is a remark, and the bundled area opens") {
    Session last;
    last.files = {"/nowhere/area.toml"};
    last.stage.view = {{0, 0}, 1, {640, 480}};
    const auto opened = openLast({}, bundled(), last);
    REQUIRE(opened);
    CHECK(opened->document->id == "unifil");
    REQUIRE(opened->remarks.size() == 1);
    CHECK(opened->remarks[0].find("/nowhere/area.toml") != std::string::npos);
}
