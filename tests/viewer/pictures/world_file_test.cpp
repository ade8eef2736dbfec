// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/world_file.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <sstream>

#include "geodata/crs/crs_file.hpp"
#include "geodata/crs/transformation.hpp"

using namespace viewer;
using geodata::MapPoint;

namespace {

struct World {
    double pixelX = 0, turnX = 1, turnY = 1, pixelY = 0, x = 0, y = 0;
};

World read(const std::string& text) {
    World world;
    std::istringstream(text) >> world.pixelX >> world.turnX >> world.turnY >> world.pixelY >> world.x >> world.y;
    return world;
}

}  // namespace

TEST_CASE("corners by the world file are those of PROJ, within half a pixel") {
    for (const char* crs : {"EPSG:32636", "EPSG:3857", "EPSG:4326"}) {
        const auto proj = geodata::Transformation::toMap(geodata::kLonLatCrs, crs);
        REQUIRE(proj);
        const auto file = geodata::crsFileOf(crs);
        REQUIRE(file);
        const layers::MapView view{proj->forward(MapPoint{35.3, 33.2}), 25, {1920, 1080}};
        const World world = read(worldFileText(view, file->metresPerUnit));
        CHECK(world.turnX == 0);
        CHECK(world.turnY == 0);
        // From the .prj's own text, as another program would.
        const auto other = geodata::Transformation::toMap(geodata::kLonLatCrs, file->wkt);
        REQUIRE(other);
        for (const auto& [column, row] : {std::pair{0, 0}, {1920, 0}, {0, 1080}, {1920, 1080}}) {
            const MapPoint units{world.x + (column - 0.5) * world.pixelX, world.y + (row - 0.5) * world.pixelY};
            const MapPoint degrees = other->inverse({units.x * file->metresPerUnit, units.y * file->metresPerUnit});
            const MapPoint map = proj->forward(degrees);
            const layers::ScreenPoint px = view.toScreen(map);
            CAPTURE(crs);
            CHECK(std::hypot(px.x - column, px.y - row) < 0.01);
        }
    }
}

TEST_CASE("a world file's units are degrees where the map is geographic") {
    const auto file = geodata::crsFileOf("EPSG:4326");
    REQUIRE(file);
    CHECK(file->wkt.starts_with("GEOGCS[\"GCS_WGS_1984\""));
    const World world =
        read(worldFileText({{0, 0}, geodata::kPlateCarreeMetresPerDegree / 100, {200, 100}}, file->metresPerUnit));
    CHECK(world.pixelX == doctest::Approx(0.01));
    CHECK(world.x == doctest::Approx(-0.995));
    CHECK(world.y == doctest::Approx(0.495));
}

TEST_CASE("a world file is named after its picture") {
    CHECK(worldFileName("a/map.png") == "a/map.pgw");
    CHECK(worldFileName("map.v2.jpg") == "map.v2.jgw");
    CHECK(worldFileName("map.jpeg") == "map.jgw");
}

TEST_CASE("a coordinate system that there is not has no file") { CHECK_FALSE(geodata::crsFileOf("EPSG:999999")); }
