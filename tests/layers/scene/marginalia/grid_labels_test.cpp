// SPDX-License-Identifier: Apache-2.0
// Labels of grid lines: where a line leaves the picture, and what is written there.
#include "layers/scene/marginalia/grid_labels.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "tests/layers/scene/marginalia/framed.hpp"

using namespace layers;

namespace {

constexpr ScreenSize kSize{1920, 1080};

struct Grid : Framed {
    MarginaliaInput input() { return {document, stage, &math, fonts.front(), content, grids}; }
    bool addAt(ScreenPoint at, PictureEdge edge, std::vector<LabelPart> parts = {{"35° E"}}) {
        return addEdgeLabel(out, input(), parts, at, edge);
    }
    ScreenRect rectOf(const draw::Text& text) const {
        return {text.origin.x, text.origin.y - text.run.ascentPx, text.origin.x + text.run.widthPx,
                text.origin.y + text.run.descentPx};
    }
    GridLines grids;
    PlacedMarginalia out{{}, {}, {}, {}, MarginaliaLayout(kSize, 10, 5), 0};
};

}  // namespace

TEST_CASE("a line crosses each edge where it leaves the picture") {
    const std::vector<ScreenPoint> rising{{-100, 700}, {2020, 300}};
    const auto left = crossingOf(rising, PictureEdge::left, kSize),
               right = crossingOf(rising, PictureEdge::right, kSize);
    REQUIRE(left);
    REQUIRE(right);
    CHECK(left->x == doctest::Approx(0.5));
    CHECK(left->y == doctest::Approx(700 - 400 * 100.5 / 2120));
    CHECK(right->x == doctest::Approx(1919.5));
    CHECK(right->y == doctest::Approx(300 + 400 * 100.5 / 2120));
    CHECK_FALSE(crossingOf(rising, PictureEdge::top, kSize));
    CHECK_FALSE(crossingOf(rising, PictureEdge::bottom, kSize));
}

TEST_CASE("the crossing lies on the line and on the edge, whatever the line") {
    std::mt19937 random(9);
    std::uniform_real_distribution<double> x(-500, 2400), y(-500, 1500);
    int crossings = 0;
    for (int round = 0; round < 300; ++round) {
        const ScreenPoint a{x(random), y(random)}, b{x(random), y(random)};
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        for (const PictureEdge edge : {PictureEdge::left, PictureEdge::top, PictureEdge::right, PictureEdge::bottom}) {
            const auto at = crossingOf({a, b}, edge, kSize);
            if (!at) continue;
            ++crossings;
            CHECK(std::abs((at->x - a.x) * (b.y - a.y) - (at->y - a.y) * (b.x - a.x)) / length < 1e-6);
            const double off = edge == PictureEdge::left    ? at->x
                               : edge == PictureEdge::top   ? at->y
                               : edge == PictureEdge::right ? kSize.width - at->x
                                                            : kSize.height - at->y;
            CHECK(off == doctest::Approx(0.5));
        }
    }
    CHECK(crossings > 200);
}

TEST_CASE("a line that ends on the edge crosses it, and of several crossings the first counts") {
    CHECK(crossingOf({{300, 500}, {300, 0}}, PictureEdge::top, kSize));
    CHECK(crossingOf({{300, 500}, {300, 1080}}, PictureEdge::bottom, kSize));
    const auto first = crossingOf({{100, -10}, {200, 10}, {300, -10}}, PictureEdge::top, kSize);
    REQUIRE(first);
    CHECK(first->x < 200);
    CHECK_FALSE(crossingOf({}, PictureEdge::top, kSize));
    CHECK_FALSE(crossingOf({{100, 100}}, PictureEdge::top, kSize));
    CHECK_FALSE(crossingOf({{100, 0.5}, {900, 0.5}}, PictureEdge::top, kSize));  // along it
}

TEST_CASE("a label is inside the picture beside its crossing, at each edge") {
    for (const auto& [edge, at] : {std::pair{PictureEdge::left, ScreenPoint{0.5, 500}},
                                   {PictureEdge::right, ScreenPoint{1919.5, 500}},
                                   {PictureEdge::top, ScreenPoint{900, 0.5}},
                                   {PictureEdge::bottom, ScreenPoint{900, 1079.5}}}) {
        Grid grid;
        REQUIRE(grid.addAt(at, edge));
        REQUIRE(grid.out.gridLabels.size() == 1);
        const ScreenRect rect = grid.rectOf(grid.out.gridLabels[0]);
        CHECK(grid.out.keepOut.size() == 1);
        CHECK(rect.left >= 0);
        CHECK(rect.top >= 0);
        CHECK(rect.right <= 1920);
        CHECK(rect.bottom <= 1080);
        const bool isColumn = edge == PictureEdge::top || edge == PictureEdge::bottom;
        if (isColumn) CHECK((rect.left + rect.right) / 2 == doctest::Approx(900));  // centred on its meridian
        else CHECK(rect.bottom < 502);                                              // above its parallel
    }
}

TEST_CASE("a label that would leave the picture or cover another is not written") {
    Grid grid;
    CHECK_FALSE(grid.addAt({3, 0.5}, PictureEdge::top));  // half of it would be outside
    CHECK(grid.out.gridLabels.empty());
    CHECK(grid.out.keepOut.empty());
    CHECK(grid.addAt({900, 0.5}, PictureEdge::top));
    CHECK_FALSE(grid.addAt({910, 0.5}, PictureEdge::top));
    CHECK(grid.addAt({1100, 0.5}, PictureEdge::top));
    grid.out.keepOut.push_back({0, 400, 300, 700});
    CHECK_FALSE(grid.addAt({0.5, 500}, PictureEdge::left));
    CHECK(grid.out.gridLabels.size() == 2);
}

TEST_CASE("parts follow one another, raised as they say, and what hangs does not move the others") {
    const std::vector<LabelPart> parts{{"7", 7.5, FontFace::regular, 3}, {"12", 11, FontFace::bold}};
    Grid plain, full;
    REQUIRE(plain.addAt({900, 0.5}, PictureEdge::top, parts));
    auto more = parts;
    more.push_back({"000 m E", 7.5, FontFace::regular, 3, true});
    REQUIRE(full.addAt({900, 0.5}, PictureEdge::top, more));
    const auto& a = plain.out.gridLabels;
    const auto& b = full.out.gridLabels;
    REQUIRE(a.size() == 2);
    REQUIRE(b.size() == 3);
    for (std::size_t i = 0; i < 2; ++i) CHECK(b[i].origin.x == doctest::Approx(a[i].origin.x));
    CHECK(a[1].origin.x == doctest::Approx(a[0].origin.x + a[0].run.widthPx));
    CHECK(b[2].origin.x == doctest::Approx(b[1].origin.x + b[1].run.widthPx));
    CHECK(a[1].origin.y - a[0].origin.y == doctest::Approx(4));  // 3 points
    CHECK(b[2].origin.y == doctest::Approx(b[0].origin.y));
    CHECK(a[1].run.sizePx > a[0].run.sizePx);
}

TEST_CASE("on a small screen all parts grow together") {
    Grid grid;
    grid.show({1280, 720});
    REQUIRE(grid.addAt({600, 0.5}, PictureEdge::top, {{"7", 7.5, FontFace::regular, 3}, {"12", 11, FontFace::bold}}));
    const auto& labels = grid.out.gridLabels;
    REQUIRE(labels.size() == 2);
    CHECK(labels[1].run.sizePx / labels[0].run.sizePx == doctest::Approx(11 / 7.5).epsilon(0.001));
    CHECK(labels[0].run.sizePx > grid.stage.px(7.5) * 1.1);
}

TEST_CASE("a square's name is around its place, below the labels of the map") {
    Grid grid;
    const std::vector<LabelPart> parts{{"36S", 12, FontFace::bold}, {" YB", 13, FontFace::bold}};
    REQUIRE(addMiddleLabel(grid.out, grid.input(), parts, {960, 540}));
    CHECK(grid.out.gridLabels.empty());
    REQUIRE(grid.out.under.size() == 2);
    const auto *zone = std::get_if<draw::Text>(&grid.out.under[0]),
               *square = std::get_if<draw::Text>(&grid.out.under[1]);
    REQUIRE(zone != nullptr);
    REQUIRE(square != nullptr);
    CHECK((zone->origin.x + square->origin.x + square->run.widthPx) / 2 == doctest::Approx(960));
    const ScreenRect rect = grid.out.keepOut[0];
    CHECK((rect.top + rect.bottom) / 2 == doctest::Approx(540));
    CHECK_FALSE(addMiddleLabel(grid.out, grid.input(), parts, {965, 545}));
    CHECK(grid.out.under.size() == 2);
}
