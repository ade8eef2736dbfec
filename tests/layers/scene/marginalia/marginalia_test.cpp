// SPDX-License-Identifier: Apache-2.0
// What frames the map, as values: no display is needed.
#include "layers/scene/marginalia/marginalia.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/layers/scene/marginalia/framed.hpp"

using namespace layers;

namespace {

struct Looked : Framed {
    bool hasGridLabel(const PlacedMarginalia& decoration, std::string_view text, double sizePt, FontFace face) const {
        const TextRun wanted = fonts.front().shape(text, {face, static_cast<float>(stage.px(sizePt)), 0});
        return std::ranges::any_of(decoration.gridLabels,
                                   [&](const draw::Text& label) { return same(label.run, wanted); }) ||
               hasText(decoration.under, wanted);
    }
    bool says(const PlacedMarginalia& decoration, std::string_view text, double sizePt) const {
        const TextRun wanted = fonts.front().shape(text, {FontFace::regular, static_cast<float>(stage.px(sizePt)), 0});
        return hasText(decoration.over, wanted);
    }
    static bool hasText(const std::vector<DrawItem>& items, const TextRun& wanted) {
        return std::ranges::any_of(items, [&](const DrawItem& item) {
            const auto* words = std::get_if<draw::Text>(&item);
            return words != nullptr && same(words->run, wanted);
        });
    }
    static bool same(const TextRun& a, const TextRun& b) { return a.sizePx == b.sizePx && isSame(a, b); }
};

// With a legend that has room in one column.
struct ShortLegend : FullFrame {
    ShortLegend() {
        stage.marginalia.unitTable = false;
        content.unitClasses.resize(4);
        content.layersInSight.resize(9);
    }
};

bool overlapping(const std::vector<ScreenRect>& rects) {
    for (std::size_t i = 0; i < rects.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (rects[i].intersects(rects[j])) return true;
    return false;
}

}  // namespace

TEST_CASE("the military grid names its squares and prints principal figures, and no label lies on another") {
    Looked framed;
    framed.stage.gridKind = GridKind::mgrs;
    const PlacedMarginalia decoration = framed.placedMarginalia();
    CHECK(framed.hasGridLabel(decoration, "36S", 12, FontFace::bold));
    CHECK((framed.hasGridLabel(decoration, " YB", 13, FontFace::bold) ||
           framed.hasGridLabel(decoration, "YB", 13, FontFace::bold)));
    CHECK(framed.hasGridLabel(decoration, "12", 11, FontFace::bold));  // 7|12 km east
    CHECK(framed.hasGridLabel(decoration, "75", 11, FontFace::bold));  // 36|75 km north
    CHECK_FALSE(overlapping(decoration.keepOut));
}

TEST_CASE("fine print is readable on a small screen too, and has its own size on larger ones and on paper") {
    Looked framed;
    framed.document.disclaimer = "No endorsement.";
    const auto printed = [&](ScreenSize size, double dpi = 0, double shrunk = 1) {
        framed.show(size, dpi);
        framed.stage.shrunk = shrunk;
        return framed.printedPx(framed.placedMarginalia(), framed.document.disclaimer);
    };
    CHECK(printed({1920, 1080}) == doctest::Approx(10));
    CHECK(printed({3840, 2160}) == doctest::Approx(20));
    CHECK(printed({1280, 720}) == doctest::Approx(10));
    CHECK(printed({960, 540}) == doctest::Approx(7.5));        // no more than half as large again
    CHECK(printed({960, 540}, 0, 0.5) == doctest::Approx(5));  // a preview of the first
    CHECK(printed({1280, 720}, 72) == doctest::Approx(7.5).epsilon(0.01));
}

TEST_CASE("what legend, north and scale bar say is no smaller than fine print on a small screen") {
    ShortLegend frame;
    const std::vector<std::string> words{"Layer of number 3 (approximate)", "Magnetic north 3.6° E of grid north",
                                         "1:89\u2009300"};
    const auto sizes = [&](ScreenSize size) {
        frame.show(size);
        const PlacedMarginalia decoration = frame.placedMarginalia();
        std::vector<double> printed;
        for (const std::string& text : words) printed.push_back(frame.printedPx(decoration, text));
        printed.push_back(frame.printedPx(decoration, "MN", FontFace::bold));
        return printed;
    };
    const auto large = sizes({1920, 1080}), small = sizes({1280, 720});
    for (std::size_t i = 0; i < words.size(); ++i) {
        CAPTURE(words[i]);
        CHECK(large[i] > 10);
        CHECK(small[i] == doctest::Approx(10));
    }
    CHECK(large.back() == doctest::Approx(frame.stage.px(6.5) * 1.5));
    CHECK(small.back() == doctest::Approx(large.back()));
    const auto tiny = sizes({640, 360});
    CHECK(tiny[1] == doctest::Approx(frame.stage.px(8.5) * 1.5));  // no more than half as large again
}

TEST_CASE("the figures of a grid are no smaller than fine print on a small screen") {
    FullFrame frame;
    const auto smallest = [&](ScreenSize size) {
        frame.show(size);
        const PlacedMarginalia decoration = frame.placedMarginalia();
        REQUIRE_FALSE(decoration.gridLabels.empty());
        return std::ranges::min_element(decoration.gridLabels, {},
                                        [](const draw::Text& text) { return text.run.sizePx; })
            ->run.sizePx;
    };
    frame.stage.gridKind = GridKind::geo;
    CHECK(smallest({1920, 1080}) == doctest::Approx(12));
    CHECK(smallest({1280, 720}) == doctest::Approx(10));
    frame.stage.gridKind = GridKind::mgrs;
    CHECK(smallest({1920, 1080}) == doctest::Approx(10));
    CHECK(smallest({1280, 720}) == doctest::Approx(10));
}

TEST_CASE("the legend on a small screen is hardly larger than its share of a larger one") {
    ShortLegend frame;
    frame.document.layers[2].title += ", with its many approaches";
    const auto legend = [&](ScreenSize size) {
        frame.show(size);
        const PlacedMarginalia decoration = frame.placedMarginalia();
        return decoration.keepOut[decoration.plates - 1];
    };
    const ScreenRect large = legend({1920, 1080}), small = legend({1280, 720});
    CHECK(small.width() < large.width() / 1.5 * 1.12);
    CHECK(small.height() < large.height() / 1.5 * 1.12);
}

TEST_CASE("UTM has the same lines under its zone's own name, degrees have none of them") {
    Looked framed;
    framed.stage.gridKind = GridKind::mgrs;
    const auto linesOf = [](const PlacedMarginalia& decoration) {
        return std::ranges::count_if(decoration.under,
                                     [](const DrawItem& item) { return std::holds_alternative<draw::Polyline>(item); });
    };
    const auto lines = linesOf(framed.placedMarginalia());
    framed.stage.gridKind = GridKind::utm;
    const PlacedMarginalia utm = framed.placedMarginalia();
    CHECK(linesOf(utm) == lines);
    CHECK(framed.hasGridLabel(utm, "36N", 12, FontFace::bold));
    CHECK_FALSE(framed.hasGridLabel(utm, " YB", 13, FontFace::bold));
    framed.stage.gridKind = GridKind::geo;
    const PlacedMarginalia degrees = framed.placedMarginalia();
    CHECK(linesOf(degrees) < lines);
    CHECK(framed.hasGridLabel(degrees, "35° 20′ E", 9, FontFace::regular));
    framed.stage.grid = false;
    CHECK(framed.placedMarginalia().under.empty());
}

TEST_CASE("the title plate says the day in force, not the area's own") {
    Looked framed;
    framed.document.title = "Area";
    framed.document.date = "2018-11-06";
    framed.document.asOf = "approximate";
    CHECK(framed.says(framed.placedMarginalia(), "06 NOV 18; approximate", 10));
    framed.stage.date = "2019-01-31";
    CHECK(framed.says(framed.placedMarginalia(), "31 JAN 19; approximate", 10));
    CHECK_FALSE(framed.says(framed.placedMarginalia(), "06 NOV 18; approximate", 10));
    framed.document.date.clear();  // plain files without units: no day matters
    CHECK(framed.says(framed.placedMarginalia(), "approximate", 10));
}
