// SPDX-License-Identifier: Apache-2.0
#include "viewer/session/restore.hpp"

#include <doctest/doctest.h>

using namespace viewer;

TEST_CASE("what is asked for wins over the session") {
    layers::Document document;
    document.date = "2018-11-06";
    document.crs = "EPSG:3395";
    Session last;
    last.crs = document.crs;
    last.areaDate = document.date;
    last.stage.view = {{1000, 2000}, 5, {1920, 1080}};
    last.stage.date = "2017-05-06";
    last.stage.labels = false;
    StageRequest request;
    layers::Stage first;
    first.view = {{0, 0}, 100, {3840, 2160}};
    first.date = "2020-01-01";
    const layers::Stage back = restoreStage(first, last, request, document);
    CHECK(back.view == layers::MapView{{1000, 2000}, 2.5, {3840, 2160}});  // the same 1:n on a screen twice as fine
    CHECK(back.date == "2017-05-06");
    CHECK_FALSE(back.labels);
    request.frame.scale = 1000;
    request.date = "2020-01-01";
    const layers::Stage asked = restoreStage(first, last, request, document);
    CHECK(asked.view == first.view);
    CHECK(asked.date == "2020-01-01");
    layers::Document newer = document;
    newer.date = "2021-01-01";  // the area got a date of its own since
    CHECK(restoreStage(first, last, StageRequest{}, newer).date == "2020-01-01");
}
