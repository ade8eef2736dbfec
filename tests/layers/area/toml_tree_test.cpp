// SPDX-License-Identifier: Apache-2.0
#include "layers/area/toml_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace layers;
using Kind = TomlNode::Kind;

namespace {

TomlNode tree(std::string_view toml) {
    auto parsed = parseToml(toml);
    REQUIRE(std::holds_alternative<TomlNode>(parsed));
    return std::get<TomlNode>(std::move(parsed));
}

const TomlNode& at(const TomlNode& table, std::string_view name) {
    const auto found = std::ranges::find(table.keys, name, &TomlKey::name);
    REQUIRE(found != table.keys.end());
    return table.items[static_cast<std::size_t>(found - table.keys.begin())];
}

TomlFault fault(std::string_view toml) {
    const auto parsed = parseToml(toml);
    REQUIRE(std::holds_alternative<TomlFault>(parsed));
    return std::get<TomlFault>(parsed);
}

}  // namespace

TEST_CASE("values keep their kind") {
    const TomlNode root =
        tree("text = \"a\"\nwhole = 12\nreal = 1.5\nyes = true\nday = 2018-11-06\nlist = [1, \"b\"]\n");
    CHECK(root.kind == Kind::table);
    CHECK(at(root, "text").kind == Kind::text);
    CHECK(at(root, "text").text == "a");
    CHECK(at(root, "whole").number == 12);
    CHECK(at(root, "whole").whole);
    CHECK(at(root, "real").number == 1.5);
    CHECK_FALSE(at(root, "real").whole);
    CHECK(at(root, "yes").kind == Kind::flag);
    CHECK(at(root, "yes").flag);
    CHECK(at(root, "day").kind == Kind::date);
    CHECK(at(root, "day").text == "2018-11-06");
    const TomlNode& list = at(root, "list");
    REQUIRE(list.items.size() == 2);
    CHECK(list.items[0].number == 1);
    CHECK(list.items[1].text == "b");
}

TEST_CASE("times of day are values that no key takes") {
    const TomlNode root = tree("at = 12:30:00\nthen = 2018-11-06T12:30:00Z\n");
    CHECK(at(root, "at").kind == Kind::other);
    CHECK(at(root, "then").kind == Kind::other);
}

TEST_CASE("tables are tables inside, and tables in a list come one after the other") {
    const TomlNode root =
        tree("[area]\ntitle = \"x\"\n[[layer]]\nid = \"a\"\n[[layer]]\nid = \"b\"\n[layer.style]\nw = 1\n");
    CHECK(at(at(root, "area"), "title").text == "x");
    const TomlNode& layers = at(root, "layer");
    REQUIRE(layers.kind == Kind::array);
    REQUIRE(layers.items.size() == 2);
    CHECK(at(layers.items[0], "id").text == "a");
    CHECK(at(at(layers.items[1], "style"), "w").number == 1);
}

TEST_CASE("keys and values know their places, counted from 1") {
    const TomlNode root = tree("a = 1\n\n  b   = \"x\"\n");
    const auto b = std::ranges::find(root.keys, "b", &TomlKey::name);
    REQUIRE(b != root.keys.end());
    CHECK(b->place == Place{3, 3});
    CHECK(at(root, "b").place.line == 3);
    CHECK(at(root, "b").place.column == 9);
}

TEST_CASE("what is no TOML is a fault with its place and a reason without a full stop") {
    const TomlFault missing = fault("a = 1\nb = \n");
    CHECK(missing.place.line == 2);
    CHECK_FALSE(missing.reason.empty());
    CHECK_FALSE(missing.reason.ends_with("."));
    CHECK(fault("a = 1\na = 2\n").place.line == 2);
    CHECK(fault("[area\n").place.line == 1);
    CHECK(fault("a = \"\xff\xfe\"\n").place.line == 1);
    CHECK(fault("d = 2018-02-30\n").place.line == 1);
}

TEST_CASE("nothing is an empty table") {
    CHECK(tree("").keys.empty());
    CHECK(tree("# a comment\n").keys.empty());
    CHECK(tree("\xEF\xBB\xBF"
               "a = 1")
              .keys.size() == 1);  // a byte order mark
}
