// SPDX-License-Identifier: Apache-2.0
// One table read key by key: what is taken, what is refused, and that a refused value changes nothing.
#include "layers/area/table_reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <random>

using namespace layers;

namespace {

struct Read {
    explicit Read(std::string_view toml) : tree(std::get<TomlNode>(parseToml(toml))) {}
    std::string errors() const { return problems.empty() ? "" : problems.error().text; }
    bool says(std::string_view sentence) const { return errors().find(sentence) != std::string::npos; }
    TomlNode tree;
    Problems problems{"/areas/a.toml"};
    TableReader in{tree, "[area]", problems};
};

constexpr std::array<std::pair<std::string_view, int>, 3> kWords{{{"one", 1}, {"two", 2}, {"three", 3}}};

}  // namespace

TEST_CASE("a value comes with its place") {
    Read read("a = 1\nname =  \"Naqoura\"\n");
    std::string name;
    CHECK(read.in.text("name", name) == Place{2, 9});
    CHECK(name == "Naqoura");
    CHECK(read.errors().empty());
}

TEST_CASE("a key that is not there changes nothing and is no problem") {
    Read read("");
    std::string text = "before";
    bool flag = true;
    double number = 7;
    int whole = 7, word = 7;
    std::vector<double> numbers{7};
    Rgba color{1, 2, 3, 4};
    CHECK_FALSE(read.in.text("k", text));
    CHECK_FALSE(read.in.date("k", text));
    CHECK_FALSE(read.in.textOrDate("k", text));
    CHECK_FALSE(read.in.flag("k", flag));
    CHECK_FALSE(read.in.number("k", {0, 1}, number));
    CHECK_FALSE(read.in.wholeNumber("k", {0, 1}, whole));
    CHECK_FALSE(read.in.numbers("k", {0, 1}, numbers));
    CHECK_FALSE(read.in.color("k", color));
    CHECK_FALSE(read.in.choice<int>("k", kWords, word));
    CHECK(read.in.texts("k").empty());
    CHECK(read.in.tables("k").empty());
    CHECK((text == "before" && flag && number == 7 && whole == 7 && word == 7 && numbers == std::vector<double>{7}));
    CHECK(color == Rgba{1, 2, 3, 4});
    CHECK(read.errors().empty());
}

TEST_CASE("a value of another kind is refused with the kind that is wanted") {
    Read read(
        "text = 1\nflag = \"yes\"\nnumber = true\nwhole = 1.5\nlist = 3\nword = 3\nday = \"soon\"\nrgb = \"redd\"");
    std::string text = "before";
    bool flag = false;
    double number = 7;
    int whole = 7, word = 7;
    std::vector<double> numbers{7};
    Rgba color{1, 2, 3, 4};
    CHECK_FALSE(read.in.text("text", text));
    CHECK_FALSE(read.in.flag("flag", flag));
    CHECK_FALSE(read.in.number("number", {0, 1}, number));
    CHECK_FALSE(read.in.wholeNumber("whole", {0, 9}, whole));
    CHECK_FALSE(read.in.numbers("list", {0, 1}, numbers));
    CHECK_FALSE(read.in.choice<int>("word", kWords, word));
    CHECK_FALSE(read.in.date("day", text));
    CHECK_FALSE(read.in.color("rgb", color));
    CHECK((text == "before" && !flag && number == 7 && whole == 7 && word == 7 && numbers == std::vector<double>{7}));
    CHECK(color == Rgba{1, 2, 3, 4});
    for (const char* sentence :
         {"line 1, column 8: \"text\" must be text in quotes.", "line 2, column 8: \"flag\" must be true or false.",
          "line 3, column 10: \"number\" must be a number.", "line 4, column 9: \"whole\" must be a whole number.",
          "line 5, column 8: \"list\" must be a list of numbers.", "line 6, column 8: \"word\" must be text in quotes.",
          "line 7, column 7: \"day\" must be a date of the form YYYY-MM-DD.",
          "line 8, column 7: \"redd\" is no colour. Write #rgb"})
        CHECK_MESSAGE(read.says(sentence), sentence, " is not in ", read.errors());
}

TEST_CASE("numbers must be within their bounds, both of them included") {
    std::mt19937 random(2);
    std::uniform_real_distribution<double> at(-3, 3);
    for (int i = 0; i < 200; ++i) {
        const double value = i == 0 ? -1 : i == 1 ? 2 : at(random);
        Read read("n = " + std::to_string(value));
        double to = 99;
        const bool isGood = std::stod(std::to_string(value)) >= -1 && std::stod(std::to_string(value)) <= 2;
        CHECK(read.in.number("n", {-1, 2}, to).has_value() == isGood);
        CHECK((to == doctest::Approx(value)) == isGood);
        CHECK(read.says("\"n\" must be between -1 and 2, not ") == !isGood);
    }
    for (const char* value : {"nan", "inf", "-inf"}) {
        Read read(std::string("n = ") + value);
        double to = 99;
        CHECK_FALSE(read.in.number("n", {-1, 2}, to));
        CHECK(to == 99);
    }
}

TEST_CASE("a whole number has neither point nor exponent") {
    for (const auto& [written, isGood] : {std::pair{"5", true},
                                          {"5.0", false},
                                          {"5e0", false},
                                          {"9", true},
                                          {"10", false},
                                          {"-1", false},
                                          {"0x5", true}}) {
        Read read(std::string("key = ") + written);
        int to = 0;
        CHECK_MESSAGE(read.in.wholeNumber("key", {1, 9}, to).has_value() == isGood, written);
        CHECK(read.errors().empty() == isGood);
    }
}

TEST_CASE("one wrong number refuses the whole list") {
    std::vector<double> to{7};
    Read good("n = [1, 0.5, 0]");
    CHECK(good.in.numbers("n", {0, 1}, to));
    CHECK(to == std::vector<double>{1, 0.5, 0});
    Read mixed("n = [1, \"2\", 0]");
    CHECK_FALSE(mixed.in.numbers("n", {0, 1}, to));
    CHECK(mixed.says("line 1, column 9: \"n\" must hold numbers only."));
    Read large("n = [1, 0, 3]");
    CHECK_FALSE(large.in.numbers("n", {0, 1}, to));
    CHECK(large.says("line 1, column 12: \"n\" must be between 0 and 1, not 3."));
    CHECK(to == std::vector<double>{1, 0.5, 0});
    Read empty("n = []");
    CHECK(empty.in.numbers("n", {0, 1}, to));
    CHECK(to.empty());
}

TEST_CASE("texts of a list come with their places, and what is no text is named") {
    Read read("list = [\"a\", 2, \"b\"]");
    const auto texts = read.in.texts("list");
    REQUIRE(texts.size() == 2);
    CHECK(texts[0] == std::pair<std::string, Place>{"a", {1, 9}});
    CHECK(texts[1] == std::pair<std::string, Place>{"b", {1, 17}});
    CHECK(read.says("line 1, column 14: \"list\" must hold texts only."));
}

TEST_CASE("dates are read in quotes or without") {
    Read read("a = 2018-11-06\nb = \"2018-11-07\"\nc = 2018-11-08\nd = \"a day\"\ne = 2018-11-06T10:00:00\n");
    std::string to;
    CHECK(read.in.date("a", to));
    CHECK(to == "2018-11-06");
    CHECK(read.in.date("b", to));
    CHECK(to == "2018-11-07");
    CHECK(read.in.textOrDate("c", to));
    CHECK(to == "2018-11-08");
    CHECK(read.in.textOrDate("d", to));
    CHECK(to == "a day");
    CHECK(read.errors().empty());
    CHECK_FALSE(read.in.date("e", to));
    CHECK(to == "a day");
}

TEST_CASE("a required text must be there and hold something") {
    std::string to = "before";
    Read missing("a = 1");
    CHECK_FALSE(missing.in.requiredText("name", to));
    CHECK(missing.says("[area] has no \"name\"."));
    Read empty("name = \"\"");
    CHECK_FALSE(empty.in.requiredText("name", to));
    CHECK(empty.says("line 1, column 8: \"name\" must not be empty."));
    Read good("name = \"x\"");
    CHECK(good.in.requiredText("name", to));
    CHECK(to == "x");
}

TEST_CASE("a text with a zero character is refused") {
    Read read("path = \"a\\u0000b\"");
    std::string to = "before";
    CHECK_FALSE(read.in.text("path", to));
    CHECK(to == "before");
    CHECK(read.says("\"path\" holds a zero character."));
}

TEST_CASE("a choice names all its words where another is written") {
    Read read("a = \"two\"\nb = \"four\"");
    int to = 0;
    CHECK(read.in.choice<int>("a", kWords, to));
    CHECK(to == 2);
    CHECK_FALSE(read.in.choice<int>("b", kWords, to));
    CHECK(to == 2);
    CHECK(read.says("line 2, column 5: \"b\" must be \"one\", \"two\" or \"three\", not \"four\"."));
}

TEST_CASE("tables of a list come in the file's order, and a single table is no list") {
    Read read("[[layer]]\nid = \"a\"\n[[layer]]\nid = \"b\"\n");
    const auto tables = read.in.tables("layer");
    REQUIRE(tables.size() == 2);
    CHECK(tables[0]->items[0].text == "a");
    CHECK(tables[1]->items[0].text == "b");
    Read single("[layer]\nid = \"a\"\n");
    CHECK(single.in.tables("layer").empty());
    CHECK(single.says("\"layer\" must be a list of tables, each headed [[layer]]."));
    Read mixed("layer = [1]");
    CHECK(mixed.in.tables("layer").empty());
    CHECK(mixed.says("\"layer\" must be a list of tables"));
}

TEST_CASE("keys that nobody asked for are named, with what may have been meant") {
    Read read("title = \"x\"\ntitel = \"y\"\nfill = \"red\"\nnothing-like-it = 1\n");
    std::string to;
    read.in.text("title", to);
    const std::vector<std::string> style{"fill"};
    read.in.finish(style, "[layer.style]");
    CHECK(read.says("line 2, column 1: unknown key \"titel\" in [area]. Did you mean \"title\"?"));
    CHECK(read.says("line 3, column 1: unknown key \"fill\" in [area]. It belongs in [layer.style]."));
    CHECK(read.says("line 4, column 1: unknown key \"nothing-like-it\" in [area]."));
    CHECK_FALSE(read.says("\"nothing-like-it\" in [area]. Did you"));
}

TEST_CASE("the nearest word is at most two letters away, one for short words") {
    const std::vector<std::string> known{"stroke", "stroke-width", "fill", "marker"};
    const auto nearest = [&](std::string_view word) { return nearestWord(word, known); };
    CHECK(nearest("stroke") == "stroke");
    CHECK(nearest("storke") == "stroke");  // two letters changed
    CHECK(nearest("sroke") == "stroke");
    CHECK(nearest("strokes") == "stroke");
    CHECK(nearest("strokewidth") == "stroke-width");
    CHECK(nearest("fil") == "fill");
    CHECK(nearest("fi") == "");  // two letters of four are no slip
    CHECK(nearest("mkr") == "");
    CHECK(nearest("makers") == "marker");
    CHECK(nearest("") == "");
    CHECK(nearest(std::string(61, 'a')) == "");
}

TEST_CASE("one slip in any word is found again") {
    const std::vector<std::string> known{"symbol-size", "label-placement", "boundary-left", "casing", "pattern"};
    std::mt19937 random(8);
    for (int i = 0; i < 300; ++i) {
        const std::string& meant = known[random() % known.size()];
        std::string written = meant;
        const std::size_t at = random() % written.size();
        if (i % 3 == 0) written[at] = 'z';
        else if (i % 3 == 1) written.erase(at, 1);
        else written.insert(at, 1, 'z');
        CHECK_MESSAGE(nearestWord(written, known) == meant, written);
    }
}
