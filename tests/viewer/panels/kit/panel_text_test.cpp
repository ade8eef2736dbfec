// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/panel_text.hpp"

#include <doctest/doctest.h>

using namespace viewer;

namespace {

constexpr geodata::LonLat kKhiam{35.6264, 33.3567};

layers::Unit unit(std::string id, std::string parent, std::string from = {}) {
    layers::Unit u;
    u.id = id;
    u.name = "Name of " + id;
    u.parent = std::move(parent);
    u.validFrom = std::move(from);
    return u;
}

const CardLine* lineOf(const std::vector<CardLine>& lines, std::string_view value) {
    for (const CardLine& line : lines)
        if (line.value == value) return &line;
    return nullptr;
}

}  // namespace

TEST_CASE("a marker that stands for many says so") {
    CHECK(clusterText(57) == "57 points here; zoom in to see them");
    CHECK(clusterText(12400) == countText(12400) + " points here; zoom in to see them");
}

TEST_CASE("a card's position is no finer than it is known, in each of its three forms") {
    const auto texts = [](double uncertaintyM) {
        std::vector<std::string> values;
        for (const CardLine& line : positionLines(kKhiam, uncertaintyM))
            values.push_back(line.label + " " + line.value);
        return values;
    };
    using Texts = std::vector<std::string>;
    CHECK(texts(0) == Texts{"MGRS 36S YB 44389 93913", "UTM 36N 744389E 3693913N", "Degrees 33.35670° N 35.62640° E"});
    CHECK(texts(1) == texts(0));
    CHECK(texts(50) == Texts{"MGRS 36S YB 443 939", "UTM 36N 744400E 3693900N", "Degrees 33.357° N 35.626° E"});
    CHECK(texts(150) == texts(50));
    CHECK(texts(1500) == Texts{"MGRS 36S YB 44 93", "UTM 36N 744000E 3694000N", "Degrees 33.36° N 35.63° E"});
    CHECK(texts(8000) == Texts{"MGRS 36S YB 4 9", "UTM 36N 740000E 3690000N", "Degrees 33.4° N 35.6° E"});
    CHECK(texts(90'000) == Texts{"MGRS 36S YB", "UTM 36N 700000E 3700000N", "Degrees 33° N 36° E"});
    CHECK(texts(1e9) == texts(90'000));
}

TEST_CASE("a letter leads to the first choice that begins with it, the same one again to the next") {
    const std::vector<std::string> choices{"Any country", "FRA", "IND", "IRL", "ITA", "Österreich"};
    CHECK(choiceAt(choices, 'i', {}) == 2U);
    CHECK(choiceAt(choices, 'I', 2) == 3U);
    CHECK(choiceAt(choices, 'i', 4) == 2U);
    CHECK(choiceAt(choices, 'f', 4) == 1U);
    CHECK(choiceAt(choices, U'Ö', {}) == 5U);
    CHECK_FALSE(choiceAt(choices, 'x', 2));
    CHECK_FALSE(choiceAt({}, 'x', {}));
}

TEST_CASE("a card links to what is above and to what the date has below") {
    const layers::Orbat orbat =
        layers::linkUnits({unit("hq", ""), unit("a", "hq"), unit("kaz", "a", "2018-10-31"), unit("b", "a")}, "t");
    const auto lines = cardLines({orbat, 1, {}, "2018-11-06"});
    REQUIRE(lineOf(lines, "Name of hq") != nullptr);
    CHECK(lineOf(lines, "Name of hq")->leadsTo == 0U);
    CHECK(lineOf(lines, "Name of kaz")->leadsTo == 2U);
    CHECK(lineOf(lines, "Name of b")->leadsTo == 3U);
    CHECK(lineOf(cardLines({orbat, 1, {}, "2018-10-30"}), "Name of kaz") == nullptr);
}

TEST_CASE("a card says that a position is approximate, or that there is none") {
    layers::Unit near = unit("near", "");
    near.position = geodata::MapPoint{1, 2};
    near.accuracy.uncertaintyM = 2000;
    const layers::Orbat orbat = layers::linkUnits({near, unit("lost", "")}, "t");
    CHECK(lineOf(cardLines({orbat, 0, kKhiam, "2018-11-06"}), "approximate, ± 2 km") != nullptr);
    CHECK(lineOf(cardLines({orbat, 1, {}, "2018-11-06"}), "not known") != nullptr);
}

TEST_CASE("a card says the position once, and columns of one that could not be read as they are") {
    layers::Unit placed = unit("near", ""), lost = unit("lost", "");
    placed.extra = lost.extra = {{"lat", "33.2731"}, {"note", "camp"}};
    placed.position = geodata::MapPoint{1, 2};
    const layers::Orbat orbat = layers::linkUnits({placed, lost}, "t");
    CHECK(lineOf(cardLines({orbat, 0, kKhiam, "2018-11-06"}), "33.2731") == nullptr);
    CHECK(lineOf(cardLines({orbat, 0, kKhiam, "2018-11-06"}), "camp") != nullptr);
    CHECK(lineOf(cardLines({orbat, 1, {}, "2018-11-06"}), "33.2731") != nullptr);
}

TEST_CASE("texts of files cannot steer the panels") {
    CHECK(shownText("a\u202Eb\nc").find('\n') == std::string::npos);
    CHECK(shownText("a\u202Eb").find("\u202E") == std::string::npos);
    CHECK(shownText("100 % ## %n") == "100 % ## %n");
    CHECK(shownText(std::string(1'000'000, 'x')).size() < 500);
}

TEST_CASE("a text is cut to a width at whole characters") {
    const TextWidth oneEach = [](std::string_view text) { return static_cast<float>(text.size()); };
    CHECK(cutToWidth("Naqoura", 7, oneEach) == "Naqoura");
    CHECK(cutToWidth("Naqoura", 6, oneEach) == "Naq…");
    CHECK(cutToWidth("ÄÖÜ", 5, oneEach) == "Ä…");
}

TEST_CASE("a layer that is being read says how fast, and how long it will take") {
    SourceState state;
    state.done = 12000;
    state.total = 30000;
    state.readingS = 0.5;
    CHECK(paceText(state).empty());
    state.readingS = 4;
    CHECK(paceText(state) == ", 3000 a second, 6 s left");
    CHECK(detailText(state).ends_with(", 3000 a second, 6 s left"));
    state.total = 0;
    CHECK(paceText(state) == ", 3000 a second");
    state.done = 2;
    state.total = 10;
    CHECK(paceText(state) == ", 16 s left");
}

TEST_CASE("a layer that is read to its end is prepared, and says so instead of a hundred per cent") {
    SourceState state;
    state.done = 999;
    state.total = 1000;
    CHECK(stateText(state) == "99\u2009%");
    state.done = 1000;
    CHECK(stateText(state) == "preparing");
    CHECK(detailText(state) == "Preparing: all 1000 features are read");
    state.status = SourceStatus::ready;
    state.features = 1000;
    CHECK(stateText(state) == "1000");
}

TEST_CASE("a card links to whom a unit relieved and who relieved it") {
    std::vector<layers::Unit> rows{unit("first", ""), unit("second", ""), unit("third", "")};
    rows[1].relieves = "first";
    rows[2].relieves = "second";
    const layers::Orbat orbat = layers::linkUnits(rows, "t");
    const auto lines = cardLines({orbat, 1, {}, "2018-11-06"});
    REQUIRE(lineOf(lines, "Name of first") != nullptr);
    REQUIRE(lineOf(lines, "Name of third") != nullptr);
    CHECK(lineOf(lines, "Name of first")->label == "Took over from");
    CHECK(lineOf(lines, "Name of third")->label == "Handed over to");
    CHECK(lineOf(lines, "Name of third")->leadsTo == 2U);
}
