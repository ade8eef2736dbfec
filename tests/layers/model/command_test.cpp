// SPDX-License-Identifier: Apache-2.0
#include "layers/model/command.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <random>

using namespace layers;

namespace {

DocumentPtr threeLayers() {
    Document document;
    for (const char* id : {"land", "roads", "units"}) document.layers.emplace_back().id = id;
    document.themes = {{"base", "Base map", {"land", "roads"}}};
    return std::make_shared<const Document>(document);
}

std::vector<std::string> order(const DocumentPtr& document) {
    std::vector<std::string> ids;
    for (const LayerSpec& layer : document->layers) ids.push_back(layer.id);
    return ids;
}

std::string visible(const DocumentPtr& document) {
    std::string ids;
    for (const LayerSpec& layer : document->layers)
        if (layer.visible) ids += layer.id + " ";
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a document finds its layer by id") {
    const DocumentPtr document = threeLayers();
    CHECK(document->layer("roads") == &document->layers[1]);
    CHECK(document->layer("road") == nullptr);
}

TEST_CASE("apply changes a copy and leaves the document alone") {
    const DocumentPtr before = threeLayers();
    const DocumentPtr after = layers::apply(before, command::SetVisible{"roads", false});
    CHECK(visible(before) == "land roads units ");
    CHECK(visible(after) == "land units ");
}

TEST_CASE("apply returns the same pointer when nothing changes") {
    const DocumentPtr document = threeLayers();
    CHECK(layers::apply(document, command::SetVisible{"land", true}) == document);
    CHECK(layers::apply(document, command::SetVisible{"no such", false}) == document);
    CHECK(layers::apply(document, command::SetOpacity{"land", std::numeric_limits<double>::quiet_NaN()}) == document);
    CHECK(layers::apply(document, command::MoveLayer{"land", 0}) == document);
    CHECK(layers::apply(document, command::MoveLayer{"no such", 0}) == document);
    CHECK(layers::apply(document, command::Solo{"no such"}) == document);
    CHECK(layers::apply(document, command::ApplyTheme{"no such"}) == document);
}

TEST_CASE("opacity stays between 0 and 1") {
    CHECK(layers::apply(threeLayers(), command::SetOpacity{"land", -3})->layers[0].opacity == 0);
    CHECK(layers::apply(threeLayers(), command::SetOpacity{"land", 0.25})->layers[0].opacity == 0.25);
}

TEST_CASE("a layer moves up, down and to the end") {
    CHECK(order(layers::apply(threeLayers(), command::MoveLayer{"land", 1})) == Ids{"roads", "land", "units"});
    CHECK(order(layers::apply(threeLayers(), command::MoveLayer{"units", 0})) == Ids{"units", "land", "roads"});
    CHECK(order(layers::apply(threeLayers(), command::MoveLayer{"land", 99})) == Ids{"roads", "units", "land"});
}

TEST_CASE("solo and themes set what is visible") {
    CHECK(visible(layers::apply(threeLayers(), command::Solo{"units"})) == "units ");
    CHECK(visible(layers::apply(threeLayers(), command::ApplyTheme{"base"})) == "land roads ");
}

TEST_CASE("each command has its name") {
    CHECK(commandName(command::SetVisible{}) == "layer.visible");
    CHECK(commandName(command::SetOpacity{}) == "layer.opacity");
    CHECK(commandName(command::MoveLayer{}) == "layer.move");
    CHECK(commandName(command::Solo{}) == "layer.solo");
    CHECK(commandName(command::ApplyTheme{}) == "theme.apply");
    CHECK(commandName(command::SetUnitOffset{}) == "unit.offset");
}

TEST_CASE("a unit's symbol is moved, and put back") {
    const DocumentPtr moved = layers::apply(threeLayers(), command::SetUnitOffset{"hq", UnitOffset{12, -5}});
    CHECK(moved->unitOffsets.at("hq") == UnitOffset{12, -5});
    CHECK(layers::apply(moved, command::SetUnitOffset{"hq", {}})->unitOffsets.empty());
    CHECK(layers::apply(moved, command::SetUnitOffset{"hq", UnitOffset{std::numeric_limits<double>::infinity(), 0}}) ==
          moved);
}

TEST_CASE("a drag of a unit's symbol is one step") {
    History history(threeLayers());
    for (const double right : {1.0, 2.0, 3.0}) history.run(command::SetUnitOffset{"hq", UnitOffset{right, 0}});
    CHECK(history.undo());
    CHECK(history.now()->unitOffsets.empty());
}

TEST_CASE("a drag of one layer's opacity is one step") {
    History history(threeLayers());
    const DocumentPtr start = history.now();
    for (const double opacity : {0.9, 0.5, 0.3}) history.run(command::SetOpacity{"land", opacity});
    history.run(command::SetOpacity{"roads", 0.5});
    CHECK(history.undo());
    CHECK(history.now()->layers[0].opacity == 0.3);
    CHECK(history.undo());
    CHECK(history.now() == start);
    CHECK_FALSE(history.undo());
}

TEST_CASE("what was found out of a layer holds for each step, and is none itself") {
    History history(threeLayers());
    history.run(command::SetVisible{"roads", false});
    history.run(command::SetVisible{"land", false});
    history.undo();
    history.amend([](const DocumentPtr& document) {
        auto made = std::make_shared<Document>(*document);
        made->layers[0].kind = LayerKind::units;
        return made;
    });
    CHECK(history.now()->layers[0].kind == LayerKind::units);
    CHECK(history.redo());
    CHECK(history.now()->layers[0].kind == LayerKind::units);
    CHECK(history.undo());
    CHECK(history.undo());
    CHECK(history.now()->layers[0].kind == LayerKind::units);
    CHECK_FALSE(history.undo());
}

TEST_CASE("a drag back to its beginning leaves no step") {
    History history(threeLayers());
    for (const double opacity : {0.9, 0.5, 1.0}) history.run(command::SetOpacity{"land", opacity});
    CHECK_FALSE(history.canUndo());
    CHECK_FALSE(history.canRedo());
}

TEST_CASE("a drag after an undo is a step of its own") {
    History history(threeLayers());
    history.run(command::SetOpacity{"land", 0.5});
    history.run(command::SetVisible{"roads", false});
    history.undo();
    history.run(command::SetOpacity{"land", 0.2});
    CHECK_FALSE(history.canRedo());
    history.undo();
    CHECK(history.now()->layers[0].opacity == 0.5);
}

TEST_CASE("a command that changes nothing makes no step and keeps redo") {
    History history(threeLayers());
    history.run(command::Solo{"land"});
    history.undo();
    history.run(command::SetVisible{"land", true});
    CHECK(history.redo());
    CHECK(visible(history.now()) == "land ");
    CHECK_FALSE(history.redo());
}

TEST_CASE("the history is bounded") {
    History history(threeLayers());
    for (int i = 0; i < 1000; ++i) history.run(command::SetVisible{"land", i % 2 == 1});
    int steps = 0;
    while (history.undo()) ++steps;
    CHECK(steps == 200);
}

TEST_CASE("undoing any run of commands returns to the start, redoing to the end") {
    std::mt19937 random(7);
    const auto pick = [&](std::size_t n) { return random() % n; };
    const Ids ids{"land", "roads", "units", "no such"};
    for (int round = 0; round < 100; ++round) {
        History history(threeLayers());
        const Document start = *history.now();
        for (std::size_t i = pick(60); i > 0; --i) {
            const std::string& id = ids[pick(ids.size())];
            const Command all[] = {command::SetVisible{id, pick(2) == 0}, command::SetOpacity{id, double(pick(4)) / 3},
                                   command::MoveLayer{id, pick(5)}, command::Solo{id}, command::ApplyTheme{"base"}};
            history.run(all[pick(5)]);
        }
        const Document end = *history.now();
        while (history.undo()) {
        }
        CHECK(*history.now() == start);
        while (history.redo()) {
        }
        CHECK(*history.now() == end);
    }
}
