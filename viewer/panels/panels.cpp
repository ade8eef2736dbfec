// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/panels.hpp"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "layers/gpu/gl.hpp"
#include "layers/text/text.hpp"
#include "viewer/panels/kit/font_atlas.hpp"
#include "viewer/panels/kit/imgui_keys.hpp"
#include "viewer/panels/kit/panel_layout.hpp"
#include "viewer/panels/kit/panel_text.hpp"
#include "viewer/panels/kit/pointer_queue.hpp"
#include "viewer/panels/kit/symbol_textures.hpp"
#include "viewer/panels/kit/ui.hpp"
#include "viewer/panels/layers/layers_panel.hpp"
#include "viewer/panels/message_stack.hpp"
#include "viewer/panels/orbat/changes_panel.hpp"
#include "viewer/panels/orbat/orbat_panel.hpp"
#include "viewer/panels/orbat/unit_card.hpp"
#include "viewer/panels/picture_panel.hpp"
#include "viewer/panels/read_out_bar.hpp"
#include "viewer/panels/settings_panel.hpp"
#include "viewer/panels/shortcut_sheet.hpp"
#include "viewer/panels/time_bar.hpp"

namespace viewer {
namespace {

constexpr int kFramesToSettle = 3;      // Dear ImGui sees hover and sizes one frame late
constexpr double kGap = 8;              // between panels
constexpr double kMessagesFootPx = 96;  // above the scale bar and the sources

void styleFor(float scale) {
    ImGuiStyle style;
    style.WindowRounding = style.ChildRounding = style.PopupRounding = style.ScrollbarRounding = 6;
    style.WindowBorderSize = 1;
    style.PopupBorderSize = 0;
    style.ItemSpacing = {0, 0};
    style.ItemInnerSpacing = {4, 4};
    style.ScrollbarSize = 8;
    style.WindowMinSize = {8, 8};
    style.ScaleAllSizes(scale);
    style.WindowBorderSize = std::max(1.0F, std::round(scale));
    const auto set = [&](ImGuiCol color, ImU32 value) { style.Colors[color] = ImGui::ColorConvertU32ToFloat4(value); };
    set(ImGuiCol_Text, tone::kInk);
    set(ImGuiCol_Border, tone::kRim);
    set(ImGuiCol_PopupBg, tone::kWhite);
    set(ImGuiCol_ChildBg, IM_COL32(0, 0, 0, 0));
    set(ImGuiCol_ScrollbarBg, IM_COL32(0, 0, 0, 0));
    set(ImGuiCol_ScrollbarGrab, IM_COL32(24, 32, 44, 50));
    set(ImGuiCol_ScrollbarGrabHovered, IM_COL32(24, 32, 44, 90));
    set(ImGuiCol_ScrollbarGrabActive, tone::kAccent);
    ImGui::GetStyle() = style;
}

// The rectangle that will be zoomed to.
void drawBand(const Ui& ui, const layers::ScreenRect& band) {
    const ImVec2 leftTop(static_cast<float>(band.left), static_cast<float>(band.top)),
        rightBottom(static_cast<float>(band.right), static_cast<float>(band.bottom));
    ImGui::GetForegroundDrawList()->AddRectFilled(leftTop, rightBottom, tone::kHover);
    ImGui::GetForegroundDrawList()->AddRect(leftTop, rightBottom, tone::kAccentDark, 0, 0, ui.px(1.5));
}

float scaleOf(double factor) { return std::clamp(static_cast<float>(factor), 0.4F, 6.0F); }

std::optional<ListKey> listKeyOf(const sf::Event& event) {
    if (event.type != sf::Event::KeyPressed || event.key.control || event.key.alt || event.key.shift) return {};
    switch (event.key.code) {
        case sf::Keyboard::Up: return ListKey::up;
        case sf::Keyboard::Down: return ListKey::down;
        case sf::Keyboard::Left: return ListKey::left;
        case sf::Keyboard::Right: return ListKey::right;
        case sf::Keyboard::Enter: return ListKey::enter;
        default: return {};
    }
}

bool isButton(const sf::Event& event) {
    return event.type == sf::Event::MouseButtonPressed || event.type == sf::Event::MouseButtonReleased;
}

}  // namespace

struct Panels::State {
    explicit State(LettersPtr made) : letters(std::move(made)) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (hasBackend) ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext(context);
    }

    bool covers(double x, double y) const {
        return std::ranges::any_of(covered, [&](const layers::ScreenRect& rect) { return rect.contains({x, y}); });
    }
    void scaleTo(float to);
    void takePointer();
    void trackDrag(const sf::Event& event);
    bool takesForList(const sf::Event& event);

    LettersPtr letters;
    ImGuiContext* context = ImGui::CreateContext(&letters->atlas());
    bool hasBackend = false;
    float scale = 0;
    PointerQueue pointer;
    std::vector<sf::Keyboard::Key>
        pressed;  // since the last frame, of those that end something: their release may have come already
    PointerState mouse;
    std::vector<layers::ScreenRect> covered;  // by panels, in the last frame
    int buttonsDown = 0;
    bool dragIsOurs = false;  // the first button went down on a panel
    int framesToSettle = kFramesToSettle;
    LayersPanelState layersPanel;
    ReadOutBarState readOutBar;
    UnitCardState unitCard;
    OrbatPanelState orbatPanel;
    TimeBarState timeBar;
    ChangesPanelState changesPanel;
    SymbolTextures symbols;
    KeyFocus focus;
    bool types = false;  // into a text field, or a list of choices
};

void Panels::State::scaleTo(float to) {
    if (scale == to) return;
    scale = to;
    styleFor(scale);
    ImGui::GetIO().MouseDragThreshold = 6 * scale;
    letters->build(scale);
    ImGui::GetIO().FontDefault = letters->faces().text;
    if (hasBackend) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    framesToSettle = kFramesToSettle;
}

void Panels::State::takePointer() {
    mouse = pointer.next();
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = mouse.inside ? ImVec2(mouse.x, mouse.y) : ImVec2(-FLT_MAX, -FLT_MAX);
    std::ranges::copy(mouse.down, io.MouseDown);
    io.MouseWheel = mouse.wheel;
    io.MouseWheelH = mouse.wheelX;
}

// Whose drag it is, is decided where the first button goes down.
void Panels::State::trackDrag(const sf::Event& event) {
    if (event.type == sf::Event::LostFocus) buttonsDown = 0;
    if (!isButton(event)) return;
    if (event.type == sf::Event::MouseButtonPressed && buttonsDown++ == 0)
        dragIsOurs = covers(event.mouseButton.x, event.mouseButton.y);
    if (event.type == sf::Event::MouseButtonReleased) buttonsDown = std::max(0, buttonsDown - 1);
}

// In a text field no key is a shortcut's: the event may stay.
bool Panels::State::takesForList(const sf::Event& event) {
    const auto key = listKeyOf(event);
    if (!key) return false;
    focus.keys.push_back(*key);
    return !focus.panel.empty() && !types;
}

Panels::Panels(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Panels::~Panels() = default;

LettersPtr Panels::lettersFor(const std::filesystem::path& fontFolder, double factor) {
    const auto fonts = layers::FontSet::load(fontFolder);
    const auto letters = std::make_shared<FontAtlas>(fonts ? fonts->files() : std::vector<std::filesystem::path>());
    letters->build(scaleOf(factor));
    return letters;
}

geodata::Result<std::unique_ptr<Panels>> Panels::create(sf::Window& window, LettersPtr letters) {
    if (!window.setActive(true))
        return geodata::failure("Cannot show", "the panels", "the window's OpenGL cannot be used");
    auto panels = withoutDisplay(std::move(letters));
    panels->m_state->hasBackend = ImGui_ImplOpenGL3_Init("#version 120");
    if (!panels->m_state->hasBackend)
        return geodata::failure("Cannot show", "the panels",
                                "they need OpenGL 3.0, which this machine's driver does not offer");
    return panels;
}

std::unique_ptr<Panels> Panels::withoutDisplay(LettersPtr letters) {
    auto state = std::make_unique<State>(std::move(letters));
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = io.LogFilename = nullptr;  // nothing is written beside the user's files
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    mapKeys();
    return std::unique_ptr<Panels>(new Panels(std::move(state)));
}

bool Panels::handle(const sf::Event& event) {
    State& s = *m_state;
    s.framesToSettle = kFramesToSettle;
    const bool wasOurs = s.buttonsDown > 0 && s.dragIsOurs;
    s.trackDrag(event);
    s.pointer.push(event);
    takeKey(event);
    if (event.type == sf::Event::KeyPressed &&
        (event.key.code == sf::Keyboard::Escape || event.key.code == sf::Keyboard::Enter))
        s.pressed.push_back(event.key.code);
    if (s.takesForList(event)) return true;
    if (isButton(event)) return s.dragIsOurs;
    if (event.type == sf::Event::MouseMoved) return wasOurs;
    if (event.type == sf::Event::MouseWheelScrolled)
        return s.covers(event.mouseWheelScroll.x, event.mouseWheelScroll.y);
    return false;
}

PanelOutput Panels::layOut(const PanelInput& input, double secondsSinceLast) {
    State& s = *m_state;
    PanelOutput out;
    const layers::ScreenSize size = input.stage.view.size;
    if (size.width <= 0 || size.height <= 0) return out;  // minimised
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
    io.DeltaTime = std::clamp(static_cast<float>(secondsSinceLast), 1e-4F, 0.2F);
    s.scaleTo(scaleOf(input.stage.factor()));
    s.takePointer();
    if (s.hasBackend) ImGui_ImplOpenGL3_NewFrame();
    for (const sf::Keyboard::Key key : s.pressed) io.KeysDown[key] = true;
    ImGui::NewFrame();
    if (!s.types && std::ranges::find(s.pressed, sf::Keyboard::Escape) != s.pressed.end())
        s.focus.panel.clear();  // a field or choice is left first
    for (const sf::Keyboard::Key key : std::exchange(s.pressed, {})) io.KeysDown[key] = false;
    s.focus.isThere = false;

    s.covered.clear();
    s.symbols.beginFrame(input.stage.symbolColors);
    Ui ui{s.scale, io.DisplaySize, s.letters->faces(), out, s.covered, s.focus};
    float footPx = ui.px(kMessagesFootPx), cardFoot = 0;
    if (!input.show.hideAll) {
        drawPlaces(input, ui);
        if (input.show.layers) drawLayersPanel(s.layersPanel, input, ui);
        drawReadOutBar(s.readOutBar, input, ui);
        const float readOutTop = input.readOut.scale.empty() ? ui.size.y : static_cast<float>(s.covered.back().top);
        footPx = std::max(footPx, ui.size.y - readOutTop);
        cardFoot = readOutTop - ui.px(kGap);
        if (input.show.time) {
            const float foot = std::min(ui.size.y - footPx, readOutTop - ui.px(kGap)),
                        height = drawTimeBar(s.timeBar, input, ui, foot);
            drawChangesPanel(s.changesPanel, input, ui, foot - height - ui.px(kGap));
            footPx += height + ui.px(kGap);
            cardFoot = static_cast<float>(s.covered.back().top) - ui.px(kGap);
        }
        if (input.show.orbat) drawOrbatPanel(s.orbatPanel, s.symbols, input, ui);
        if (input.picture.open) drawPicturePanel(input, ui);
        else drawUnitCard(s.unitCard, s.symbols, input, ui, cardFoot);
        if (input.show.settings) drawSettingsPanel(input, ui);
        if (input.show.sheet) drawShortcutSheet(ui);
    }
    if (input.picture.open && !input.show.hideAll) drawPictureFrame(input, ui);
    else if (input.picture.progress) drawPictureProgress(input, ui);
    if (input.band) drawBand(ui, *input.band);
    if (input.pointsHere > 0 && !input.show.hideAll && s.mouse.inside) sayAtCursor(ui, clusterText(input.pointsHere));
    drawMessages(input, ui, footPx);
    const bool isChoosing = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
    ImGui::Render();

    if (s.framesToSettle > 0) --s.framesToSettle;
    out.wantsMouse = s.buttonsDown > 0 ? s.dragIsOurs : s.mouse.inside && s.covers(s.mouse.x, s.mouse.y);
    out.wantsKeyboard = s.types = io.WantTextInput || isChoosing;
    s.focus.keys.clear();
    if (!s.focus.isThere) s.focus.panel.clear();
    out.animating = out.animating || s.framesToSettle > 0 || s.pointer.pending();
    return out;
}

void Panels::render() const {
    ImDrawData* data = ImGui::GetDrawData();
    if (data == nullptr) return;
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    ImGui_ImplOpenGL3_RenderDrawData(data);
}

}  // namespace viewer
