// SPDX-License-Identifier: Apache-2.0
#include "geodata/tiles/line_mesh.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace geodata;

namespace {

LinePiece pieceOf(std::vector<MapPoint> points, bool whole = true) {
    LinePiece piece{std::move(points), {0}, whole, whole};
    for (std::size_t i = 1; i < piece.points.size(); ++i)
        piece.alongM.push_back(piece.alongM.back() + std::hypot(piece.points[i].x - piece.points[i - 1].x,
                                                                piece.points[i].y - piece.points[i - 1].y));
    return piece;
}

LineMesh meshOf(const LinePiece& piece, LineShape shape = {}) {
    LineMesh mesh;
    addLine(mesh, piece, shape, {0, 0});
    return mesh;
}

std::size_t triangles(const LineMesh& mesh) { return mesh.indices.size() / 3; }

}  // namespace

TEST_CASE("a straight line is two triangles, as wide as the shader makes it") {
    const LineMesh mesh = meshOf(pieceOf({{0, 0}, {100, 0}}));
    CHECK(triangles(mesh) == 2);
    for (const LineVertex& v : mesh.vertices) CHECK(std::hypot(v.ex, v.ey) == doctest::Approx(1));
}

TEST_CASE("dashes know how far along the line they are") {
    const LineMesh mesh = meshOf(pieceOf({{0, 0}, {100, 0}, {100, 50}}));
    float longest = 0;
    for (const LineVertex& v : mesh.vertices) longest = std::max(longest, v.along);
    CHECK(longest == doctest::Approx(150));
}

TEST_CASE("a sharp turn gets a wedge of its own, a hairline's a smaller one") {
    const LinePiece zigzag = pieceOf({{0, 0}, {100, 0}, {10, 30}});
    const std::size_t round = triangles(meshOf(zigzag)), mitre = triangles(meshOf(zigzag, {.mitreJoins = true})),
                      hairline = triangles(meshOf(zigzag, {.hairline = true}));
    CHECK(round > mitre);
    CHECK(round > hairline);
    CHECK(hairline >= 4);
}

TEST_CASE("a right angle of a hairline needs no wedge") {
    CHECK(triangles(meshOf(pieceOf({{0, 0}, {100, 0}, {100, 99}}), {.hairline = true})) == 4);
}

TEST_CASE("caps stand only where the line itself ends") {
    const std::vector<MapPoint> points{{0, 0}, {100, 0}};
    CHECK(triangles(meshOf(pieceOf(points), {.roundCaps = true})) > 2);
    CHECK(triangles(meshOf(pieceOf(points, false), {.roundCaps = true})) == 2);
}

TEST_CASE("points on one place give no line") {
    CHECK(meshOf(pieceOf({{5, 5}, {5, 5}})).empty());
    CHECK(meshOf(pieceOf({{5, 5}})).empty());
    CHECK(triangles(meshOf(pieceOf({{0, 0}, {0, 0}, {10, 0}, {10, 0}}))) == 2);
}
