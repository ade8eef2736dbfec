// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/north.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "tests/layers/scene/marginalia/framed.hpp"

using namespace layers;

namespace {

MapView viewAt(const geodata::MapMath& math, geodata::LonLat p) { return {math.toMap(p), 10, {1920, 1080}}; }

// Convergence on a transverse Mercator by the textbook's first term.
double convergenceDeg(geodata::LonLat p, double centralLon) {
    const double rad = std::numbers::pi / 180;
    return std::atan(std::tan((p.lon - centralLon) * rad) * std::sin(p.lat * rad)) / rad;
}

}  // namespace

TEST_CASE("in the map's own zone grid north is up and true north lies by the convergence beside it") {
    const auto utm36 = geodata::mathOf("EPSG:32636");
    const geodata::LonLat p{35.3, 33.2};
    const auto norths = northsAt(viewAt(utm36, p), utm36, geodata::Declination{4.9, "WMM2015v2"});
    REQUIRE(norths);
    CHECK(std::abs(norths->gridDeg) < 1e-6);
    CHECK(norths->trueDeg == doctest::Approx(-convergenceDeg(p, 33))
                                 .epsilon(0.002));  // east of the middle meridian true north is to the left
    CHECK(*norths->magneticDeg == doctest::Approx(norths->trueDeg + 4.9));
}

TEST_CASE("on Mercator's map true north is up and grid north lies beside it") {
    const auto mercator = geodata::mathOf("EPSG:3857");
    const geodata::LonLat p{35.3, 33.2};
    const auto norths = northsAt(viewAt(mercator, p), mercator, {});
    REQUIRE(norths);
    CHECK(std::abs(norths->trueDeg) < 1e-6);
    CHECK(norths->gridDeg == doctest::Approx(convergenceDeg(p, 33)).epsilon(0.01));
    CHECK_FALSE(norths->magneticDeg);
}

TEST_CASE("where the picture's middle has no position there is no north") {
    const auto utm36 = geodata::mathOf("EPSG:32636");
    CHECK_FALSE(northsAt({{1e9, 1e9}, 10, {1920, 1080}}, utm36, {}));
}

TEST_CASE("the plate says the angles with their sides, and where magnetic north is not available") {
    FullFrame frame;
    const PlacedMarginalia known = frame.placedMarginalia();
    CHECK(frame.count(known, "True north 1.3° W of grid north") == 1);
    CHECK(frame.count(known, "Magnetic north 3.6° E of grid north") == 1);
    CHECK(frame.count(known, "Declination 4.9° E of true north (06 NOV 18, WMM2015v2)") == 1);
    CHECK(frame.count(known, "MN", FontFace::bold) == 1);
    frame.stage.date = "2003-12-01";
    frame.content.declination.reset();
    const PlacedMarginalia unknown = frame.placedMarginalia();
    CHECK(frame.count(unknown, "Magnetic north not available for 01 DEC 03") == 1);
    CHECK(frame.count(unknown, "MN", FontFace::bold) == 0);
}
