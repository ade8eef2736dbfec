// SPDX-License-Identifier: Apache-2.0
#include "geodata/tiles/fill_mesh.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace geodata;

namespace {

using Rings = std::vector<std::vector<MapPoint>>;

std::vector<MapPoint> square(double x, double y, double side) {
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

double areaOf(const FillMesh& mesh) {
    double area = 0;
    for (const MeshBatch& batch : mesh.batches)
        for (std::uint32_t i = batch.firstIndex; i < batch.firstIndex + batch.indexCount; i += 3) {
            const auto corner = [&](std::uint32_t k) { return mesh.vertices[batch.firstVertex + mesh.indices[i + k]]; };
            const auto a = corner(0), b = corner(1), c = corner(2);
            area += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
        }
    return area;
}

double filledArea(const Rings& rings) {
    FillMesh mesh;
    addFill(mesh, rings, {0, 0});
    return areaOf(mesh);
}

double ringArea(const std::vector<MapPoint>& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const MapPoint a = ring[i], b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice / 2);
}

}  // namespace

TEST_CASE("a square with a hole and an island in the hole fills by even-odd") {
    CHECK(filledArea({square(0, 0, 100)}) == doctest::Approx(10000));
    CHECK(filledArea({square(0, 0, 100), square(20, 20, 40)}) == doctest::Approx(8400));
    CHECK(filledArea({square(0, 0, 100), square(20, 20, 40), square(30, 30, 10)}) == doctest::Approx(8500));
}

TEST_CASE("a ring that crosses itself fills both its loops") {
    CHECK(filledArea({{{0, 0}, {100, 100}, {100, 0}, {0, 100}}}) == doctest::Approx(5000));
}

TEST_CASE("nothing, slivers and repeated points give no triangles or thin ones, and no fault") {
    CHECK(filledArea({}) == 0);
    CHECK(filledArea({{{0, 0}, {100, 0}, {50, 0}}}) == doctest::Approx(0));
    CHECK(filledArea({{{0, 0}, {0, 0}, {0, 0}, {0, 0}}}) == doctest::Approx(0));
}

TEST_CASE("the triangles of jagged rings have the rings' area") {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> radius(500, 1000);
    for (const int corners : {5, 60, 900, 5000}) {
        std::vector<MapPoint> ring;
        for (int i = 0; i < corners; ++i) {
            const double r = radius(random), turn = i * 2 * 3.141592653589793 / corners;
            ring.push_back({r * std::cos(turn), r * std::sin(turn)});
        }
        CHECK(filledArea({ring}) == doctest::Approx(ringArea(ring)).epsilon(1e-4));
    }
}

TEST_CASE("thousands of islands and lakes keep their area") {
    Rings rings{square(-10, -10, 2020)};
    double area = 2020.0 * 2020;
    for (int x = 0; x < 50; ++x)
        for (int y = 0; y < 50; ++y) {
            rings.push_back(square(x * 40, y * 40, 20));
            area -= 400;
        }
    CHECK(filledArea(rings) == doctest::Approx(area).epsilon(1e-4));
}

TEST_CASE("batches stay within sixteen bits") {
    FillMesh mesh;
    for (int i = 0; i < 40000; ++i) addFill(mesh, {{{i * 2.0, 0}, {i * 2.0 + 1, 0}, {i * 2.0, 1}}}, {0, 0});
    CHECK(mesh.batches.size() == 2);
    CHECK(areaOf(mesh) == doctest::Approx(20000));
}
