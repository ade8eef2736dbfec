// SPDX-License-Identifier: Apache-2.0
#include "viewer/input/shortcuts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace viewer;
using action::Plain;

namespace {

std::optional<Action> typedAction(char32_t c, bool inText = false) {
    return actionFor({Key::character, c, false, false, false}, inText);
}
std::optional<Action> keyAction(Key key, bool inText = false) {
    return actionFor({key, 0, false, false, false}, inText);
}
std::optional<Action> ctrlAction(char32_t c, bool shift = false, bool inText = false) {
    return actionFor({Key::character, c, true, shift, false}, inText);
}

}  // namespace

TEST_CASE("letters act in either case") {
    CHECK(typedAction(U'g') == Action(Plain::grid));
    CHECK(typedAction(U'G') == Action(Plain::grid));
    CHECK(typedAction(U'l') == Action(Plain::layerPanel));
    CHECK(typedAction(U'e') == Action(Plain::legend));
    CHECK(typedAction(U'o') == Action(Plain::orbatPanel));
    CHECK(typedAction(U'?') == Action(Plain::sheet));
    CHECK(actionFor({Key::character, U'?', false, true, false}, false) == Action(Plain::sheet));
    CHECK_FALSE(typedAction(U'x'));
    CHECK_FALSE(typedAction(U'0'));
    CHECK_FALSE(typedAction(0));
}

TEST_CASE("digits switch layers, with Ctrl themes") {
    for (int n = 1; n <= 9; ++n) {
        const char32_t digit = U'0' + static_cast<char32_t>(n);
        CHECK(typedAction(digit) == Action(action::ToggleLayer{n}));
        CHECK(ctrlAction(digit) == Action(action::ApplyTheme{n}));
    }
}

TEST_CASE("keys move and zoom the map") {
    CHECK(keyAction(Key::left) == Action(action::Pan{-0.2, 0}));
    CHECK(keyAction(Key::up) == Action(action::Pan{0, 0.2}));
    CHECK(typedAction(U'+') == Action(action::Zoom{2}));
    CHECK(typedAction(U'=') == Action(action::Zoom{2}));
    CHECK(typedAction(U'-') == Action(action::Zoom{0.5}));
    CHECK(keyAction(Key::home) == Action(Plain::home));
    CHECK(actionFor({Key::left, 0, false, false, true}, false) == Action(Plain::previousView));
    CHECK(actionFor({Key::right, 0, false, false, true}, false) == Action(Plain::nextView));
}

TEST_CASE("modifiers that a shortcut does not name keep it from acting") {
    CHECK_FALSE(actionFor({Key::left, 0, true, false, false}, false));
    CHECK_FALSE(actionFor({Key::f12, 0, false, true, false}, false));
    CHECK_FALSE(actionFor({Key::tab, 0, false, false, true}, false));
    CHECK_FALSE(actionFor({Key::character, U'g', false, false, true}, false));
    CHECK_FALSE(ctrlAction(U'g'));
    CHECK_FALSE(ctrlAction(U'q', true));
}

TEST_CASE("Ctrl with letters heeds Shift, with + and - it does not") {
    CHECK(ctrlAction(U'z') == Action(Plain::undo));
    CHECK(ctrlAction(U'Z', true) == Action(Plain::redo));
    CHECK(ctrlAction(U'q') == Action(Plain::quit));
    CHECK(ctrlAction(U'=', true) == Action(Plain::largerText));
    CHECK(ctrlAction(U'+') == Action(Plain::largerText));
    CHECK(ctrlAction(U'-', true) == Action(Plain::smallerText));
}

TEST_CASE("a text field keeps what one types and edits with") {
    for (const char32_t c : {U'g', U'l', U'1', U'+', U'?'}) CHECK_FALSE(typedAction(c, true));
    for (const Key key : {Key::left, Key::home, Key::tab}) CHECK_FALSE(keyAction(key, true));
    CHECK_FALSE(ctrlAction(U'z', false, true));
    CHECK(keyAction(Key::escape, true) == Action(Plain::stepBack));
    CHECK(keyAction(Key::f12, true) == Action(Plain::picture));
    CHECK(ctrlAction(U'q', false, true) == Action(Plain::quit));
    CHECK(ctrlAction(U'3', false, true) == Action(action::ApplyTheme{3}));
}

TEST_CASE("no press means two things, and each does what its row says") {
    std::vector<KeyPress> seen;
    for (const Shortcut& row : shortcuts()) {
        CHECK_FALSE(row.keys.empty());
        CHECK_FALSE(row.what.empty());
        CHECK_FALSE(row.presses.empty());
        for (const auto& [press, what] : row.presses) {
            CHECK(std::ranges::find(seen, press) == seen.end());
            seen.push_back(press);
            CHECK(actionFor(press, false) == what);
            CHECK(actionFor(press, true).has_value() == row.worksInText);
        }
    }
}

TEST_CASE("the sheet's groups stand together and every plain action has a key") {
    std::set<std::string_view> closed;
    std::set<Plain> reached;
    std::string_view group;
    for (const Shortcut& row : shortcuts()) {
        if (row.group != group) CHECK(closed.insert(row.group).second);
        group = row.group;
        for (const auto& [press, what] : row.presses)
            if (const auto* one = std::get_if<Plain>(&what)) reached.insert(*one);
    }
    CHECK(reached.size() == static_cast<std::size_t>(Plain::quit) + 1);
}
