// SPDX-License-Identifier: Apache-2.0
#pragma once
// Maps keys to actions: one table that answers key presses and is shown as the shortcut sheet. Values; any thread.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace viewer {

enum class Key : std::uint8_t { character, left, right, up, down, home, tab, escape, f3, f5, f11, f12 };

struct KeyPress {
    Key key = Key::character;
    char32_t character = 0;  // what was typed, for Key::character; letters in either case
    bool ctrl = false, shift = false, alt = false;

    bool operator==(const KeyPress&) const = default;
};

namespace action {
struct Pan {  // the view moves by these parts of the window, right and up positive
    double right = 0, up = 0;
    bool operator==(const Pan&) const = default;
};
struct Zoom {  // about the window's centre; > 1: closer
    double factor = 1;
    bool operator==(const Zoom&) const = default;
};
struct ToggleLayer {  // the layer with this key, 1–9
    int key = 0;
    bool operator==(const ToggleLayer&) const = default;
};
struct ApplyTheme {  // the theme of this number in the area, 1–9
    int number = 0;
    bool operator==(const ApplyTheme&) const = default;
};
enum class Plain : std::uint8_t {
    home,
    previousView,
    nextView,
    undo,
    redo,
    layerPanel,
    orbatPanel,
    timeBar,
    settings,
    play,
    stepOn,
    stepTimeBack,
    allPanels,
    grid,
    legend,
    labels,
    saveArea,
    reload,
    fullScreen,
    picture,
    pictureDialog,
    copyMap,
    largerText,
    smallerText,
    sheet,
    stepBack,
    quit
};
}  // namespace action

using Action = std::variant<action::Pan, action::Zoom, action::ToggleLayer, action::ApplyTheme, action::Plain>;

struct Shortcut {
    std::string_view keys, what, group;  // as the sheet shows them
    bool worksInText = false;            // also while a text field has focus
    std::vector<std::pair<KeyPress, Action>> presses;
};

// In the sheet's order, groups together.
std::span<const Shortcut> shortcuts();

std::optional<Action> actionFor(const KeyPress& press, bool textFieldHasFocus);

}  // namespace viewer
