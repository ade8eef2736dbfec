// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/picture_panel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <iterator>

#include "layers/model/marginalia_switches.hpp"
#include "viewer/panels/kit/controls.hpp"
#include "viewer/panels/kit/icons.hpp"
#include "viewer/panels/kit/panel_layout.hpp"
#include "viewer/panels/kit/panel_text.hpp"

namespace viewer {
namespace {

using layers::PictureFrame;
using layers::PicturePreset;

constexpr double kPadding = 14, kGap = 6;

// The meaning of the buttons for sizes.
struct SizeChoice {
    std::string_view words, paper, aspect;
};
constexpr std::array<SizeChoice, 7> kSizes{{{"View", "", ""},
                                            {"16:9", "", "16:9"},
                                            {"4:3", "", "4:3"},
                                            {"1:1", "", "1:1"},
                                            {"A4", "A4", ""},
                                            {"A3", "A3", ""},
                                            {"A0", "A0", ""}}};
constexpr std::array<double, 3> kDpis{150, 300, 600};
constexpr std::array<double, 8> kScales{10'000, 25'000, 50'000, 100'000, 250'000, 500'000, 1'000'000, 2'500'000};
constexpr std::array<layers::GridChoice, 4> kGrids{{{false, layers::GridKind::geo},
                                                    {true, layers::GridKind::geo},
                                                    {true, layers::GridKind::mgrs},
                                                    {true, layers::GridKind::utm}}};

// One line after the other down the panel.
struct Lines {
    Ui& ui;
    ImVec2 at;
    float width = 0;

    ControlBox box(const char* id, float part = 1, float from = 0) const {
        return {id, {std::round(at.x + width * from), at.y}, width * part};
    }
    void next(double heightPx = kControlHeightPx) { at.y = std::round(at.y + ui.px(heightPx + kGap)); }
};

std::size_t sizeChosen(const PictureFrame& frame) {
    if (frame.size) return kSizes.size();  // pixels of the preset's own
    const auto found = std::ranges::find_if(
        kSizes, [&](const SizeChoice& choice) { return choice.paper == frame.paper && choice.aspect == frame.aspect; });
    return static_cast<std::size_t>(found - kSizes.begin());
}

void drawHead(Lines& lines) {
    Ui& ui = lines.ui;
    const float side = ui.px(28);
    drawText(ui.faces.title, lines.at, tone::kInk, "Picture");
    const ImVec2 cross{lines.at.x + lines.width - side + ui.px(6), lines.at.y - ui.px(2)};
    if (buttonAt(ui, "close", cross, {side, side}).clicked) ui.out.picture.close = true;
    drawCross({{cross.x + side / 2, cross.y + side / 2}, ui.px(16)}, tone::kInkSoft);
    lines.next(26);
}

void drawPreset(Lines& lines, const PictureDialog& dialog) {
    if (const auto picked = dropDown(lines.ui, lines.box("preset"), "Preset: " + dialog.preset.name, dialog.names))
        lines.ui.out.picture.choose = dialog.names[*picked];
    lines.next();
}

void drawPreview(Lines& lines, const PictureDialog& dialog) {
    Ui& ui = lines.ui;
    const layers::ScreenSize room = previewRoom(ui.scale);
    const ImVec2 size{static_cast<float>(room.width), static_cast<float>(room.height)}, end = lines.at + size;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(lines.at, end, IM_COL32(24, 32, 44, 16), ui.px(4));
    if (dialog.previewSize.width > 0) {
        const ImVec2 picture{static_cast<float>(dialog.previewSize.width),
                             static_cast<float>(dialog.previewSize.height)};
        const ImVec2 from{std::round(lines.at.x + (size.x - picture.x) / 2),
                          std::round(lines.at.y + (size.y - picture.y) / 2)};
        list->AddRect(from + ImVec2(-1, -1), from + picture + ImVec2(1, 1), tone::kRim, 0, 0, 1);
        ui.out.previewAt = layers::ScreenPoint{from.x, from.y};
    }
    lines.at.y = end.y + ui.px(kGap);
    const std::string& words = dialog.error.empty() ? dialog.sizeText : dialog.error;
    drawText(ui.faces.small, lines.at, dialog.error.empty() ? tone::kInkSoft : tone::kError,
             cutText(ui.faces.small, shownText(words, 200), lines.width));
    lines.next(14);
}

void chooseSize(std::size_t index, PictureFrame& frame) {
    frame.size.reset();
    frame.paper = kSizes[index].paper;
    frame.aspect = kSizes[index].aspect;
    if (frame.paper.empty()) frame.dpi.reset();
    else frame.dpi = frame.dpi.value_or(layers::kPaperDpi);
}

// True: the frame was changed.
bool drawSizes(Lines& lines, PictureFrame& frame) {
    std::array<std::string_view, kSizes.size()> words;
    std::ranges::transform(kSizes, words.begin(), &SizeChoice::words);
    const auto picked = segments(lines.ui, lines.box("size"), words, sizeChosen(frame));
    if (picked) chooseSize(*picked, frame);
    lines.next();
    bool changed = picked.has_value();
    constexpr std::array<std::string_view, 2> kWays{"Landscape", "Portrait"};
    const bool turns = !frame.paper.empty() || (!frame.aspect.empty() && frame.aspect != "1:1");
    if (turns)
        if (const auto way = segments(lines.ui, lines.box("way", 0.45F), kWays, frame.portrait.value_or(false) ? 1 : 0))
            frame.portrait = *way == 1, changed = true;
    constexpr std::array<std::string_view, 3> kDpiWords{"150 dpi", "300 dpi", "600 dpi"};
    if (!frame.paper.empty()) {
        const auto chosen = static_cast<std::size_t>(std::ranges::find(kDpis, layers::dpiOf(frame)) - kDpis.begin());
        if (const auto dpi = segments(lines.ui, lines.box("dpi", 0.52F, 0.48F), kDpiWords, chosen))
            frame.dpi = kDpis[*dpi], changed = true;
    }
    if (turns) lines.next();
    return changed;
}

bool drawScale(Lines& lines, PictureFrame& frame) {
    std::vector<std::string> choices{"Scale: from the frame", "Scale: rounded up"};
    const auto words = [](double n) { return "Scale: 1:" + countText(static_cast<std::uint64_t>(std::llround(n))); };
    std::ranges::transform(kScales, std::back_inserter(choices), words);
    const std::string shown = frame.scale ? words(*frame.scale) : choices[frame.roundScale ? 1 : 0];
    const auto picked = dropDown(lines.ui, lines.box("scale", 0.66F), shown, choices);
    if (picked) {
        frame.roundScale = *picked == 1;
        frame.scale = *picked > 1 ? std::optional(kScales[*picked - 2]) : std::nullopt;
    }
    const ControlBox fit = lines.box("fit", 0.3F, 0.7F);
    ImGui::SetCursorScreenPos(fit.at);
    if (linkLine(
            lines.ui,
            {"fit", {fit.at.x, middleTop(lines.ui.faces.text, fit.at.y, lines.ui.px(kControlHeightPx))}, fit.widthPx},
            "Fit into view"))
        lines.ui.out.picture.fit = true;
    lines.next();
    return picked.has_value();
}

bool drawFormats(Lines& lines, std::vector<std::string>& formats) {
    constexpr std::array<std::pair<const char*, const char*>, 5> kWords{
        {{"png", "PNG"}, {"jpg", "JPEG"}, {"webp", "WebP"}, {"tif", "TIFF"}, {"pdf", "PDF"}}};
    bool changed = false;
    const float part = 1.0F / kWords.size();
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        const auto [format, words] = kWords[i];
        const auto found = std::ranges::find(formats, format);
        if (!switchLine(lines.ui, lines.box(format, part, part * static_cast<float>(i)), words, found != formats.end()))
            continue;
        if (found == formats.end()) formats.emplace_back(format), changed = true;
        else if (formats.size() > 1) formats.erase(found), changed = true;  // one is made in any case
    }
    lines.next();
    return changed;
}

// The switches' own names, legend among them.
bool drawSwitches(Lines& lines, const PictureDialog& dialog, PicturePreset& preset) {
    constexpr int kColumns = 3;
    bool changed = false;
    int index = 0;
    const auto line = [&](const std::string& name, bool on) {
        const bool clicked = switchLine(
            lines.ui, lines.box(name.c_str(), 1.0F / kColumns, static_cast<float>(index % kColumns) / kColumns),
            switchWords(name), on);
        if (++index % kColumns == 0) lines.at.y += lines.ui.px(24);
        return clicked;
    };
    layers::Marginalia marginalia = dialog.marginalia;
    for (const layers::MarginaliaSwitch& one : layers::kMarginaliaSwitches)
        if (line(std::string(one.name), marginalia.*(one.on))) {
            marginalia.*(one.on) = !(marginalia.*(one.on));
            preset.marginalia = layers::switchedOn(marginalia);
            if (preset.marginalia.empty())
                for (const layers::MarginaliaSwitch& off : layers::kMarginaliaSwitches)
                    preset.marginalia.push_back("-" + std::string(off.name));
            changed = true;
        }
    if (line("legend", dialog.legend)) preset.legend = !dialog.legend, changed = true;
    if (index % kColumns != 0) lines.at.y += lines.ui.px(24);
    lines.at.y += lines.ui.px(kGap);
    constexpr std::array<std::string_view, 4> kWords{"No grid", "Degrees", "MGRS", "UTM"};
    const std::size_t chosen = dialog.grid.shown ? static_cast<std::size_t>(dialog.grid.kind) + 1 : 0;
    if (const auto picked = segments(lines.ui, lines.box("grid"), kWords, chosen))
        preset.grid = kGrids[*picked], changed = true;
    lines.next();
    return changed;
}

bool drawTexts(Lines& lines, const PicturePreset& was, PicturePreset& preset) {
    bool changed = false;
    const auto field = [&](const char* id, const char* hint, const std::string& now, std::string& to) {
        std::string text = now;
        if (searchField(lines.ui, lines.box(id), text, hint)) to = text, changed = true;
        lines.next();
    };
    field("title", "Title (the area's)", was.title, preset.title);
    field("subtitle", "Subtitle", was.subtitle, preset.subtitle);
    field("note", "Note", was.note, preset.note);
    field("marking", "Marking (can only be raised)", was.marking, preset.marking);
    return changed;
}

void drawBar(const Ui& ui, ImVec2 at, float width, double progress) {
    const float height = ui.px(8);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, at + ImVec2(width, height), IM_COL32(24, 32, 44, 30), height / 2);
    list->AddRectFilled(at, at + ImVec2(std::max(height, width * static_cast<float>(progress)), height),
                        tone::kAccentDark, height / 2);
}

bool filledButton(const Ui& ui, const ControlBox& box, std::string_view words, bool strong) {
    const ImVec2 size{box.widthPx, ui.px(kControlHeightPx + 4)};
    ImGui::GetWindowDrawList()->AddRectFilled(box.at, box.at + size, strong ? tone::kAccentDark : tone::kAccentPale,
                                              ui.px(5));
    const bool clicked = buttonAt(ui, box.id, box.at, size).clicked;
    const ImVec2 text = textSize(ui.faces.bold, words);
    drawText(ui.faces.bold, {box.at.x + (size.x - text.x) / 2, middleTop(ui.faces.bold, box.at.y, size.y)},
             strong ? tone::kWhite : tone::kInk, words);
    return clicked;
}

void drawFoot(Lines& lines, const PictureDialog& dialog) {
    if (!dialog.progress) {
        if (filledButton(lines.ui, lines.box("make"), "Save picture", true)) lines.ui.out.picture.make = true;
    } else {
        drawBar(lines.ui, {lines.at.x, lines.at.y + lines.ui.px(12)}, lines.width * 0.66F, *dialog.progress);
        if (filledButton(lines.ui, lines.box("cancel", 0.3F, 0.7F), "Cancel", false))
            lines.ui.out.picture.giveUp = true;
    }
    lines.next(kControlHeightPx + 4);
}

}  // namespace

void drawPicturePanel(const PanelInput& input, Ui& ui) {
    const PictureDialog& dialog = input.picture;
    const layers::ScreenRect place = pictureDialogPlace(input.stage);
    beginPanel({"picture",
                {static_cast<float>(place.left), static_cast<float>(place.top)},
                {static_cast<float>(place.width()), 0},
                {0, 0},
                ui.px(kPadding)});
    Lines lines{ui, ImGui::GetCursorScreenPos(), ImGui::GetContentRegionAvail().x};
    PicturePreset preset = dialog.preset;
    bool changed = false;
    drawHead(lines);
    drawPreset(lines, dialog);
    drawPreview(lines, dialog);
    changed |= drawSizes(lines, preset.frame);
    changed |= drawScale(lines, preset.frame);
    changed |= drawFormats(lines, preset.formats);
    changed |= drawSwitches(lines, dialog, preset);
    changed |= drawTexts(lines, dialog.preset, preset);
    drawFoot(lines, dialog);
    ImGui::SetCursorScreenPos(lines.at);
    ImGui::Dummy({1, 1});
    if (changed) ui.out.picture.preset = std::move(preset);
    if (input.show.sheet || ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopup))
        ui.out.previewAt.reset();  // it would lie over lists and sheet
    endPanel(ui);
}

void drawPictureFrame(const PanelInput& input, const Ui& ui) {
    const layers::ScreenRect& frame = input.picture.frame;
    const auto at = [](double x, double y) {
        return ImVec2(static_cast<float>(std::round(x)), static_cast<float>(std::round(y)));
    };
    const ImVec2 a = at(frame.left, frame.top), b = at(frame.right, frame.bottom);
    constexpr ImU32 kVeil = IM_COL32(16, 26, 42, 90);
    ImDrawList* list = ImGui::GetBackgroundDrawList();
    list->AddRectFilled({0, 0}, {ui.size.x, std::max(0.0F, a.y)}, kVeil);
    list->AddRectFilled({0, b.y}, ui.size, kVeil);
    list->AddRectFilled({0, std::max(0.0F, a.y)}, {std::max(0.0F, a.x), b.y}, kVeil);
    list->AddRectFilled({b.x, std::max(0.0F, a.y)}, {ui.size.x, b.y}, kVeil);
    list->AddRect(a, b, tone::kWhite, 0, 0, ui.px(4));
    list->AddRect(a, b, tone::kAccentDark, 0, 0, ui.px(2));
    const layers::ScreenRect tag = frameTag(frame, input.stage);
    list->AddRectFilled(at(tag.left, tag.top), at(tag.right, tag.bottom), tone::kAccentDark, ui.px(4));
    const std::string_view words = "Drag the frame to choose what is in the picture";
    const ImVec2 size = textSize(ui.faces.small, words);
    list->AddText(ui.faces.small, ui.faces.small->FontSize,
                  at(tag.left + (tag.width() - size.x) / 2, tag.top + (tag.height() - size.y) / 2), tone::kWhite,
                  words.data(), words.data() + words.size());
}

void drawPictureProgress(const PanelInput& input, Ui& ui) {
    const float width = ui.px(300), height = ui.px(44);
    beginPanel({"picture progress", {std::round((ui.size.x - width) / 2), ui.px(kPanelEdgePx)}, {width, height}});
    const ImVec2 at = ImGui::GetWindowPos();
    drawText(ui.faces.small, {at.x + ui.px(14), at.y + ui.px(8)}, tone::kInk, "Drawing the picture. Esc cancels.");
    drawBar(ui, {at.x + ui.px(14), at.y + ui.px(28)}, width - ui.px(28), input.picture.progress.value_or(0));
    endPanel(ui);
}

}  // namespace viewer
