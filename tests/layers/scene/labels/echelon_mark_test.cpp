// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/labels/echelon_mark.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numbers>

#include "layers/model/echelon.hpp"

using namespace layers;

namespace {

constexpr Rgba kInk{0, 0, 0, 255}, kWhite{255, 255, 255, 255};
const MarkPlace kPlace{{100, 100}, 0, 20};

std::vector<DrawItem> marked(std::string_view echelon, const MarkPlace& place = kPlace,
                             const MarkStyle& look = {kInk, kWhite, 1.5, 1}) {
    std::vector<DrawItem> items;
    addEchelonMark(items, echelon, place, look);
    return items;
}

std::vector<ScreenPoint> pointsOf(const DrawItem& item) {
    if (const auto* area = std::get_if<draw::Area>(&item)) return area->ring;
    return std::get<draw::Polyline>(item).points;
}

ScreenRect boxOf(const std::vector<DrawItem>& items) {
    ScreenRect box{1e9, 1e9, -1e9, -1e9};
    for (const DrawItem& item : items)
        for (const ScreenPoint p : pointsOf(item))
            box = {std::min(box.left, p.x), std::min(box.top, p.y), std::max(box.right, p.x),
                   std::max(box.bottom, p.y)};
    return box;
}

const MarkStyle kWithoutHalo{kInk, kWhite, 1.5, 0};

}  // namespace

TEST_CASE("an echelon's mark has as many signs as APP-6 says, twice where it has a halo") {
    CHECK(marked("platoon", kPlace, kWithoutHalo).size() == 3);    // three dots
    CHECK(marked("battalion", kPlace, kWithoutHalo).size() == 2);  // two bars
    CHECK(marked("brigade", kPlace, kWithoutHalo).size() == 2);    // the two strokes of a cross
    CHECK(marked("division", kPlace, kWithoutHalo).size() == 4);
    CHECK(marked("team", kPlace, kWithoutHalo).size() == 2);  // a ring and its stroke
    for (const std::string_view echelon : kEchelons)
        CHECK(marked(echelon).size() == 2 * marked(echelon, kPlace, kWithoutHalo).size());
    CHECK(marked("").empty());
    CHECK(marked("army of two").empty());
}

TEST_CASE("the halo lies under the whole mark and is wider") {
    const auto items = marked("battalion");
    REQUIRE(items.size() == 4);
    CHECK(std::get<draw::Polyline>(items[0]).paint.color == kWhite);
    CHECK(std::get<draw::Polyline>(items[1]).paint.color == kWhite);
    CHECK(std::get<draw::Polyline>(items[2]).paint.color == kInk);
    CHECK(std::get<draw::Polyline>(items[0]).paint.widthPx == std::get<draw::Polyline>(items[2]).paint.widthPx + 2);
    const auto dots = marked("squad");
    REQUIRE(dots.size() == 2);
    CHECK(boxOf({dots[0]}).width() == doctest::Approx(boxOf({dots[1]}).width() + 2).epsilon(0.01));
    CHECK(marked("battalion", kPlace, {kInk, {255, 255, 255, 0}, 1.5, 1}).size() == 2);  // a halo that is not seen
}

TEST_CASE("a mark is centred on its place, as wide as is said and as high as is asked") {
    for (const std::string_view echelon : kEchelons) {
        CAPTURE(echelon);
        const ScreenRect box = boxOf(marked(echelon, kPlace, kWithoutHalo));
        CHECK((box.left + box.right) / 2 == doctest::Approx(100));
        CHECK((box.top + box.bottom) / 2 == doctest::Approx(100));
        CHECK(box.width() <= echelonWidthPx(echelon, 20) + 0.01);
        CHECK(box.height() <= 20.01);
    }
    CHECK(echelonWidthPx("nothing", 20) == 0);
    CHECK(echelonWidthPx("battalion", 40) == doctest::Approx(2 * echelonWidthPx("battalion", 20)));
    CHECK(echelonWidthPx("army", 20) > echelonWidthPx("corps", 20));
}

TEST_CASE("a mark turns with its line") {
    const MarkPlace upright{{100, 100}, std::numbers::pi / 2, 20};
    const ScreenRect flat = boxOf(marked("regiment", kPlace, kWithoutHalo)),
                     turned = boxOf(marked("regiment", upright, kWithoutHalo));
    CHECK(turned.width() == doctest::Approx(flat.height()));
    CHECK(turned.height() == doctest::Approx(flat.width()));
    CHECK((turned.left + turned.right) / 2 == doctest::Approx(100));
}
