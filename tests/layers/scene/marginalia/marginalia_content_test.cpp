// SPDX-License-Identifier: Apache-2.0
// The plates around the map together: none lies on another, none leaves the picture, none covers a unit.
#include <doctest/doctest.h>

#include <map>

#include "layers/scene/units/unit_fan.hpp"
#include "tests/layers/scene/marginalia/framed.hpp"

using namespace layers;

namespace {

struct Sheet {
    ScreenSize size;
    double dpi = 0;
};
// Screens from small to 4K, tall and square ones, paper.
constexpr Sheet kSheets[] = {{{1280, 720}},       {{1366, 768}},       {{1600, 1200}},      {{1920, 1080}},
                             {{2560, 1080}},      {{2560, 1440}},      {{3840, 2160}},      {{1080, 1920}},
                             {{1080, 1080}},      {{2160, 2160}},      {{1123, 794}, 96},   {{794, 1123}, 96},
                             {{3508, 2480}, 300}, {{2480, 3508}, 300}, {{4961, 3508}, 300}, {{3508, 4961}, 300},
                             {{1191, 842}, 72},   {{720, 720}}};

bool overlapping(const std::vector<ScreenRect>& rects) {
    for (std::size_t i = 0; i < rects.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (rects[i].intersects(rects[j])) return true;
    return false;
}

std::vector<ScreenRect> platesOf(const PlacedMarginalia& decoration) {
    return {decoration.keepOut.begin(), decoration.keepOut.begin() + static_cast<std::ptrdiff_t>(decoration.plates)};
}

bool isInside(const ScreenRect& rect, ScreenSize size) {
    return rect.left >= 0 && rect.top >= 0 && rect.right <= size.width && rect.bottom <= size.height;
}

// Where the ink of a text on a plate is.
ScreenRect rectOf(const draw::Text& text) {
    return {text.origin.x, text.origin.y - text.run.ascentPx, text.origin.x + text.run.widthPx,
            text.origin.y + text.run.descentPx};
}

}  // namespace

TEST_CASE(
    "with everything on, nothing in the margin lies on another and all of it is in the picture, whatever the picture's "
    "form") {
    FullFrame frame;
    for (const Sheet& sheet : kSheets) {
        CAPTURE(sheet.size.width);
        CAPTURE(sheet.size.height);
        frame.show(sheet.size, sheet.dpi);
        const PlacedMarginalia decoration = frame.placedMarginalia();
        CHECK(decoration.plates >= 6);
        CHECK_FALSE(overlapping(decoration.keepOut));
        for (const ScreenRect& rect : decoration.keepOut) CHECK(isInside(rect, sheet.size));
    }
}

TEST_CASE("no text leaves its plate, whatever the picture's form") {
    FullFrame frame;
    for (const Sheet& sheet : kSheets) {
        CAPTURE(sheet.size.width);
        CAPTURE(sheet.size.height);
        frame.show(sheet.size, sheet.dpi);
        const PlacedMarginalia decoration = frame.placedMarginalia();
        const std::vector<ScreenRect> plates = platesOf(decoration);
        for (const DrawItem& item : decoration.over) {
            const auto* text = std::get_if<draw::Text>(&item);
            if (text == nullptr) continue;
            const ScreenRect ink = rectOf(*text);
            CHECK(std::ranges::any_of(plates, [&](const ScreenRect& plate) {
                return ink.left >= plate.left && ink.right <= plate.right && ink.top >= plate.top - 1 &&
                       ink.bottom <= plate.bottom + 1;
            }));
        }
    }
}

TEST_CASE("every switch takes its own plate or lines away and nothing of the others") {
    FullFrame frame;
    frame.show({3840, 2160});
    const auto textsOf = [&] {
        std::map<std::string, std::ptrdiff_t> found;
        const PlacedMarginalia decoration = frame.placedMarginalia();
        const std::string marking = "UN RESTRICTED";
        found["title"] = frame.count(decoration, frame.document.title, FontFace::bold);
        found["date"] = frame.count(decoration, "06 NOV 18; positions approximate, from public sources");
        found["scale-bar"] = frame.count(decoration, "2 km", FontFace::bold);
        found["north"] = frame.count(decoration, "GN", FontFace::bold);
        found["unit-table"] = frame.count(decoration, "Order of battle", FontFace::bold);
        found["marking"] = frame.count(decoration, marking, FontFace::bold);
        found["subtitle"] = frame.count(decoration, frame.stage.marginalia.subtitle);
        found["legend"] = frame.count(decoration, "Legend", FontFace::bold);
        found["locator"] = std::ranges::count_if(decoration.over, [](const DrawItem& item) {
            const auto* area = std::get_if<draw::Area>(&item);
            return area != nullptr && area->color == Rgba{200, 200, 200, 255};
        });
        return found;
    };
    const auto all = textsOf();
    for (const auto& found : all) {
        CAPTURE(found.first);
        CHECK(found.second == (found.first == "marking" ? 2 : 1));
    }
    for (const MarginaliaSwitch& one : kMarginaliaSwitches) {
        const std::string name(one.name);
        if (!all.contains(name)) continue;  // lines of small print: below
        CAPTURE(name);
        frame.stage.marginalia.*one.on = false;
        auto expected = all;
        expected[name] = 0;
        CHECK(textsOf() == expected);
        frame.stage.marginalia.*one.on = true;
    }
}

TEST_CASE("sources, disclaimer and the layers' own dates come and go with their switches") {
    FullFrame frame;
    frame.document.layers.resize(4);
    frame.document.disclaimer = "No endorsement.";
    const auto has = [&](const char* text) { return frame.count(frame.placedMarginalia(), text) == 1; };
    const char* sources = "Sources: Source 0; Source 1; Source 2; Source 3";
    const char* asOf = "Accuracy: Layer of number 0, Layer of number 3 – approximate, ±4 km";
    CHECK(has(sources));
    CHECK(has("No endorsement."));
    CHECK(has(asOf));
    frame.document.layers[3].visible = false;
    CHECK(has("Accuracy: Layer of number 0 – approximate, ±4 km"));
    frame.stage.marginalia.sources = frame.stage.marginalia.disclaimer = frame.stage.marginalia.asOf = false;
    CHECK_FALSE(has("No endorsement."));
    CHECK(frame.count(frame.placedMarginalia(), "Accuracy: Layer of number 0 – approximate, ±4 km") == 0);
}

TEST_CASE("the marking stands at top and bottom in every form of picture, and nothing that can be set lowers it") {
    FullFrame frame;
    frame.document.layers[5].marking = "NATO SECRET";
    for (const Sheet& sheet : kSheets) {
        frame.show(sheet.size, sheet.dpi);
        for (const char* wish : {"", "UNCLASSIFIED", "UN RESTRICTED"}) {
            frame.stage.marginalia.marking = wish;
            for (const bool on : {true, false}) {
                for (const MarginaliaSwitch& one : kMarginaliaSwitches) frame.stage.marginalia.*one.on = on;
                CHECK(frame.count(frame.placedMarginalia(), "NATO SECRET", FontFace::bold) == 2);
            }
        }
        frame.stage.marginalia.marking = "COSMIC TOP SECRET";
        CHECK(frame.count(frame.placedMarginalia(), "COSMIC TOP SECRET", FontFace::bold) == 2);
    }
}

TEST_CASE("a picture too small for plates still bears its marking") {
    FullFrame frame;
    for (const ScreenSize size : {ScreenSize{300, 40}, ScreenSize{60, 400}, ScreenSize{200, 12}}) {
        frame.show(size);
        const PlacedMarginalia decoration = frame.placedMarginalia();
        CHECK(frame.count(decoration, "UN RESTRICTED", FontFace::bold) +
                  frame.count(decoration, "UN", FontFace::bold) >=
              1);
    }
}

TEST_CASE("no unit's symbol is left under a plate, whatever the picture's form") {
    FullFrame frame;
    auto orbat = std::make_shared<Orbat>();
    for (int i = 0; i < 30; ++i) {
        Unit unit;
        unit.id = "u" + std::to_string(i);
        orbat->units.push_back(unit);
    }
    for (const Sheet& sheet : kSheets) {
        frame.show(sheet.size, sheet.dpi);
        const PlacedMarginalia decoration = frame.placedMarginalia();
        std::vector<UnitMark> marks;
        for (std::size_t i = 0; i < orbat->units.size(); ++i) {  // all over the picture, so under each plate too
            orbat->units[i].position =
                frame.stage.view.toMap({sheet.size.width * (0.04 + 0.18 * static_cast<double>(i % 6)),
                                        sheet.size.height * (0.04 + 0.22 * static_cast<double>(i / 6))});
            RosterUnit unit;
            unit.orbat = orbat;
            unit.unit = i;
            unit.unitPx = 0.2;
            marks.push_back(markOf(unit, {}, frame.stage));
        }
        clearOfPlates(marks, decoration.keepOut, frame.stage);
        std::size_t counted = 0;
        for (const UnitMark& mark : marks) {
            counted += 1 + mark.collapsed;
            for (const ScreenRect& plate : platesOf(decoration)) CHECK_FALSE(plate.intersects(mark.room));
        }
        CHECK(counted == orbat->units.size());
    }
}
