// SPDX-License-Identifier: Apache-2.0
#include "viewer/input/shortcuts.hpp"

namespace viewer {
namespace {

using action::Plain;
using Presses = std::vector<std::pair<KeyPress, Action>>;

constexpr double kPanStep = 0.2;  // of the window, a press
constexpr double kZoomStep = 2;

constexpr std::string_view kMap = "Map", kLayers = "Layers", kTime = "Time", kWindow = "Window", kProgram = "Program";

KeyPress typed(char32_t c) { return {Key::character, c, false, false, false}; }
KeyPress plain(Key key) { return {key, 0, false, false, false}; }
KeyPress ctrl(char32_t c) { return {Key::character, c, true, false, false}; }
KeyPress alt(Key key) { return {key, 0, false, false, true}; }

// The same kind of press for each of 1 to 9.
template <class What>
Presses digits(KeyPress (*press)(char32_t)) {
    Presses presses;
    for (int n = 1; n <= 9; ++n) presses.emplace_back(press(U'0' + static_cast<char32_t>(n)), What{n});
    return presses;
}

using Table = std::vector<Shortcut>;

// = beside +, because + is shifted on many keyboards.
Table mapKeys() {
    return {
        {"← → ↑ ↓",
         "move the map",
         kMap,
         false,
         {{plain(Key::left), action::Pan{-kPanStep, 0}},
          {plain(Key::right), action::Pan{kPanStep, 0}},
          {plain(Key::up), action::Pan{0, kPanStep}},
          {plain(Key::down), action::Pan{0, -kPanStep}}}},
        {"+ −",
         "zoom in, zoom out",
         kMap,
         false,
         {{typed(U'+'), action::Zoom{kZoomStep}},
          {typed(U'='), action::Zoom{kZoomStep}},
          {typed(U'-'), action::Zoom{1 / kZoomStep}}}},
        {"Home", "the whole area", kMap, false, {{plain(Key::home), Plain::home}}},
        {"Alt+← Alt+→",
         "previous, next view",
         kMap,
         true,
         {{alt(Key::left), Plain::previousView}, {alt(Key::right), Plain::nextView}}},
    };
}

Table layerKeys() {
    return {
        {"1 – 9", "layer on or off", kLayers, false, digits<action::ToggleLayer>(typed)},
        {"Ctrl+1 – 9", "theme", kLayers, true, digits<action::ApplyTheme>(ctrl)},
        {"G", "grid: none, degrees, MGRS", kLayers, false, {{typed(U'g'), Plain::grid}}},
        {"F3", "labels", kLayers, true, {{plain(Key::f3), Plain::labels}}},
        {"F5", "reload the files", kLayers, true, {{plain(Key::f5), Plain::reload}}},
        {"Ctrl+Z Ctrl+Shift+Z",
         "undo, redo",
         kLayers,
         false,
         {{ctrl(U'z'), Plain::undo}, {{Key::character, U'z', true, true, false}, Plain::redo}}},
        {"Ctrl+S", "save layer settings and symbol positions", kLayers, true, {{ctrl(U's'), Plain::saveArea}}},
    };
}

Table timeKeys() {
    return {
        {"T", "time bar", kTime, false, {{typed(U't'), Plain::timeBar}}},
        {"K", "play, pause", kTime, false, {{typed(U'k'), Plain::play}}},
        {"< >",
         "previous, next change",
         kTime,
         false,
         {{typed(U'<'), Plain::stepTimeBack}, {typed(U'>'), Plain::stepOn}}},
    };
}

Table windowKeys() {
    return {
        {"L", "layer panel", kWindow, false, {{typed(U'l'), Plain::layerPanel}}},
        {"O", "order of battle", kWindow, false, {{typed(U'o'), Plain::orbatPanel}}},
        {",", "settings", kWindow, false, {{typed(U','), Plain::settings}}},
        {"E", "legend", kWindow, false, {{typed(U'e'), Plain::legend}}},
        {"Tab", "all panels", kWindow, false, {{plain(Key::tab), Plain::allPanels}}},
        {"F11", "full screen", kWindow, true, {{plain(Key::f11), Plain::fullScreen}}},
        {"Ctrl++ Ctrl+−",
         "larger, smaller text and symbols",
         kWindow,
         true,
         {{ctrl(U'+'), Plain::largerText}, {ctrl(U'='), Plain::largerText}, {ctrl(U'-'), Plain::smallerText}}},
    };
}

Table programKeys() {
    return {
        {"F12", "picture of the map", kProgram, true, {{plain(Key::f12), Plain::picture}}},
        {"Ctrl+Shift+S",
         "picture options…",
         kProgram,
         true,
         {{{Key::character, U's', true, true, false}, Plain::pictureDialog}}},
        {"Ctrl+C", "copy the map as a picture", kProgram, false, {{ctrl(U'c'), Plain::copyMap}}},
        {"?", "keyboard and mouse help", kProgram, false, {{typed(U'?'), Plain::sheet}}},
        {"Esc", "close or cancel", kProgram, true, {{plain(Key::escape), Plain::stepBack}}},
        {"Ctrl+Q", "quit", kProgram, true, {{ctrl(U'q'), Plain::quit}}},
    };
}

Table makeTable() {
    Table all;
    for (Table group : {mapKeys(), layerKeys(), timeKeys(), windowKeys(), programKeys()})
        for (Shortcut& one : group) all.push_back(std::move(one));
    return all;
}

bool isLetter(char32_t c) { return c >= U'a' && c <= U'z'; }

// Caps lock makes no difference, and where the character says all (a typed ?, Ctrl and a shifted +) Shift does not
// either.
KeyPress normalised(KeyPress press) {
    if (press.key != Key::character) return press;
    if (press.character >= U'A' && press.character <= U'Z') press.character += U'a' - U'A';
    if (!(press.ctrl && isLetter(press.character))) press.shift = false;
    return press;
}

}  // namespace

std::span<const Shortcut> shortcuts() {
    static const std::vector<Shortcut> table = makeTable();
    return table;
}

std::optional<Action> actionFor(const KeyPress& press, bool textFieldHasFocus) {
    const KeyPress wanted = normalised(press);
    for (const Shortcut& shortcut : shortcuts()) {
        if (textFieldHasFocus && !shortcut.worksInText) continue;
        for (const auto& [known, what] : shortcut.presses)
            if (known == wanted) return what;
    }
    return {};
}

}  // namespace viewer
