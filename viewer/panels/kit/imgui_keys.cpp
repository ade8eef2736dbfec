// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/imgui_keys.hpp"

#include <imgui.h>

#include <algorithm>

namespace viewer {
namespace {

void takeModifiers(const sf::Event::KeyEvent& key) {
    ImGuiIO& io = ImGui::GetIO();
    io.KeyCtrl = key.control;
    io.KeyShift = key.shift;
    io.KeyAlt = key.alt;
    io.KeySuper = key.system;
}

void releaseAll() {
    ImGuiIO& io = ImGui::GetIO();
    std::fill(std::begin(io.KeysDown), std::end(io.KeysDown), false);
    io.KeyCtrl = io.KeyShift = io.KeyAlt = io.KeySuper = false;
}

}  // namespace

void mapKeys() {
    using K = sf::Keyboard;
    int* map = ImGui::GetIO().KeyMap;
    map[ImGuiKey_Tab] = K::Tab;
    map[ImGuiKey_LeftArrow] = K::Left;
    map[ImGuiKey_RightArrow] = K::Right;
    map[ImGuiKey_UpArrow] = K::Up;
    map[ImGuiKey_DownArrow] = K::Down;
    map[ImGuiKey_PageUp] = K::PageUp;
    map[ImGuiKey_PageDown] = K::PageDown;
    map[ImGuiKey_Home] = K::Home;
    map[ImGuiKey_End] = K::End;
    map[ImGuiKey_Insert] = K::Insert;
    map[ImGuiKey_Delete] = K::Delete;
    map[ImGuiKey_Backspace] = K::BackSpace;
    map[ImGuiKey_Space] = K::Space;
    map[ImGuiKey_Enter] = K::Enter;
    map[ImGuiKey_Escape] = K::Escape;
    map[ImGuiKey_A] = K::A;
    map[ImGuiKey_C] = K::C;
    map[ImGuiKey_V] = K::V;
    map[ImGuiKey_X] = K::X;
    map[ImGuiKey_Y] = K::Y;
    map[ImGuiKey_Z] = K::Z;
}

void takeKey(const sf::Event& event) {
    ImGuiIO& io = ImGui::GetIO();
    if (event.type == sf::Event::LostFocus) releaseAll();
    if (event.type == sf::Event::TextEntered && event.text.unicode >= 0x20 && event.text.unicode != 0x7F)
        io.AddInputCharacter(event.text.unicode);
    if (event.type != sf::Event::KeyPressed && event.type != sf::Event::KeyReleased) return;
    takeModifiers(event.key);
    if (event.key.code >= 0 && event.key.code < sf::Keyboard::KeyCount)  // a key SFML does not know is -1
        io.KeysDown[event.key.code] = event.type == sf::Event::KeyPressed;
}

}  // namespace viewer
