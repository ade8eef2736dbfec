// SPDX-License-Identifier: Apache-2.0
// Text on plates: its size, and how it is broken and shortened.
#include "layers/scene/marginalia/plate.hpp"

#include <doctest/doctest.h>

#include <random>

#include "tests/layers/scene/marginalia/framed.hpp"

using namespace layers;

namespace {

struct OnPlate : Framed {
    MarginaliaInput input() { return {document, stage, &math, fonts.front(), content, grids}; }
    PlacedMarginalia empty() const { return {{}, {}, {}, {}, MarginaliaLayout(stage.view.size, 10, 5), 0}; }
    double width(std::string_view text) { return textWidth(input(), text, look); }
    GridLines grids;
    PlateText look;
};

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += (all.empty() ? "" : " ") + line;
    return all;
}

}  // namespace

TEST_CASE("a plate is a white rectangle with a hairline that others keep clear of") {
    OnPlate on;
    PlacedMarginalia out = on.empty();
    const auto plate = addPlate(out, on.input(), PlateSide::topLeft, {200, 100});
    REQUIRE(plate);
    CHECK(*plate == ScreenRect{10, 10, 210, 110});
    CHECK(out.keepOut == std::vector<ScreenRect>{*plate});
    REQUIRE(out.over.size() == 2);
    const auto* area = std::get_if<draw::Area>(&out.over[0]);
    const auto* rim = std::get_if<draw::Polyline>(&out.over[1]);
    REQUIRE(area != nullptr);
    REQUIRE(rim != nullptr);
    CHECK(area->ring == cornersOf(*plate));
    CHECK(rim->closed);
    CHECK(rim->paint.widthPx >= 1);
}

TEST_CASE("a plate that fits nowhere is not drawn") {
    OnPlate on;
    PlacedMarginalia out = on.empty();
    CHECK_FALSE(addPlate(out, on.input(), PlateSide::topLeft, {200, 2000}));
    CHECK(out.over.empty());
    CHECK(out.keepOut.empty());
}

TEST_CASE("the corners of a rectangle go around it") {
    CHECK(cornersOf({1, 2, 3, 4}) == std::vector<ScreenPoint>{{1, 2}, {3, 2}, {3, 4}, {1, 4}});
}

TEST_CASE("text on a nominal screen has its own size, and fine print on a small one stays readable") {
    Stage stage;
    stage.view.size = {1920, 1080};
    CHECK(sizePx(stage, {9}) == doctest::Approx(12));
    stage.view.size = {1440, 810};  // three quarters of the size
    CHECK(sizePx(stage, {9}) == doctest::Approx(10));
    CHECK(sizePx(stage, {6}) == doctest::Approx(8));    // as large as on the nominal screen
    CHECK(sizePx(stage, {12}) == doctest::Approx(12));  // large enough by itself
    stage.view.size = {480, 270};
    CHECK(sizePx(stage, {9}) == doctest::Approx(4.5));  // half as large again, and no more
}

TEST_CASE("on paper text has the size that it was given") {
    Stage stage;
    stage.view.size = {480, 270};
    stage.dpi = 72;  // a point is a pixel
    for (const double pt : {4.0, 6.5, 9.0, 20.0}) CHECK(sizePx(stage, {pt}) == doctest::Approx(pt));
}

TEST_CASE("what grows with its text does not grow twice") {
    Stage stage;
    for (const ScreenSize size : {ScreenSize{480, 270}, {1280, 720}, {1920, 1080}, {3840, 2160}}) {
        stage.view.size = size;
        for (const double pt : {5.0, 6.5, 8.5, 9.0, 14.0}) {
            const Stage grown = grownWith(stage, {pt});
            CHECK(grown.px(pt) == doctest::Approx(sizePx(stage, {pt})));
            CHECK(sizePx(grown, {pt}) == doctest::Approx(sizePx(stage, {pt})));
        }
    }
}

TEST_CASE("a text is added at its baseline and tells its width") {
    OnPlate on;
    std::vector<DrawItem> items;
    const double width = addText(items, on.input(), "Naqoura", {40, 50}, {9, FontFace::bold, {1, 2, 3, 255}});
    REQUIRE(items.size() == 1);
    const auto* text = std::get_if<draw::Text>(&items[0]);
    REQUIRE(text != nullptr);
    CHECK(text->origin == ScreenPoint{40, 50});
    CHECK(text->color == Rgba{1, 2, 3, 255});
    CHECK(text->haloPx == 0);
    CHECK(text->run.widthPx == doctest::Approx(width));
    CHECK(width == doctest::Approx(textWidth(on.input(), "Naqoura", {9, FontFace::bold})));
    CHECK(width > on.width("Naqoura") * 1.01);  // bold is wider
}

TEST_CASE("words are broken into lines that fit, and none is lost") {
    OnPlate on;
    std::mt19937 generator(11);
    const auto random = [&] { return static_cast<unsigned>(generator()); };
    for (int round = 0; round < 40; ++round) {
        std::string text;
        for (unsigned words = 1 + random() % 20; words > 0; --words)
            text += (text.empty() ? "" : " ") + std::string(1 + random() % 9, static_cast<char>('a' + random() % 26));
        const double room = 40 + random() % 200;
        const auto lines = wrapped(on.input(), text, on.look, room);
        CHECK(joined(lines) == text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const bool isOneWord = lines[i].find(' ') == std::string::npos;
            CHECK((isOneWord || on.width(lines[i]) <= room));
            if (i == 0) continue;  // the line before had no room for this one's first word
            CHECK(on.width(lines[i - 1] + " " + lines[i].substr(0, lines[i].find(' '))) > room);
        }
    }
}

TEST_CASE("a word that is too long has a line of its own, and no text no line") {
    OnPlate on;
    CHECK(wrapped(on.input(), "", on.look, 100).empty());
    CHECK(wrapped(on.input(), "a incomprehensibilities b", on.look, 30) ==
          std::vector<std::string>{"a", "incomprehensibilities", "b"});
}

TEST_CASE("a text that fits is not shortened") {
    OnPlate on;
    for (const char* text : {"", "Naqoura", "Al Mansouri (UNP 1-26)"})
        CHECK(shortened(on.input(), text, on.look, on.width(text)) == text);
}

TEST_CASE("a shortened text is the longest beginning that fits with its ellipsis") {
    OnPlate on;
    const std::string text = "Al Mansouri (UNP 1-26)";
    for (double room = on.width("…") + 1; room < on.width(text); room += 7) {
        const std::string less = shortened(on.input(), text, on.look, room);
        CAPTURE(less);
        REQUIRE(less.ends_with("…"));
        const std::string kept = less.substr(0, less.size() - std::string("…").size());
        CHECK(text.starts_with(kept));
        CHECK_FALSE(kept.ends_with(' '));
        CHECK(on.width(less) <= room + 0.02);
        std::size_t next = kept.size();
        while (next < text.size() && text[next] == ' ') ++next;
        CHECK(on.width(text.substr(0, next + 1) + "…") > room);
    }
}

TEST_CASE("a shortened text has only whole characters") {
    OnPlate on;
    const std::string text = "Ναυτική δύναμη Żółć";
    for (double room = on.width("…") + 1; room < on.width(text); room += 3) {
        std::string kept = shortened(on.input(), text, on.look, room);
        kept.resize(kept.size() - std::string("…").size());
        CHECK(text.starts_with(kept));
        if (kept.size() < text.size())  // the next byte begins a character
            CHECK((static_cast<unsigned char>(text[kept.size()]) & 0xC0) != 0x80);
    }
}
