// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/time_bar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "layers/model/date.hpp"
#include "viewer/panels/kit/controls.hpp"
#include "viewer/panels/kit/icons.hpp"
#include "viewer/panels/kit/panel_layout.hpp"
#include "viewer/panels/kit/panel_text.hpp"

namespace viewer {
namespace {

constexpr double kWidth = 920, kHeight = 84, kPadding = 10, kTrackFromFoot = 30, kDateWidth = 104, kSpeedWidth = 116,
                 kCompareWidth = 86;

struct Speed {
    double daysPerS;
    const char* words;
};
constexpr std::array<Speed, 5> kSpeeds{
    {{1, "1 day / s"}, {7, "1 week / s"}, {30, "1 month / s"}, {182, "½ year / s"}, {365, "1 year / s"}}};

struct Bar {
    Ui& ui;
    const PanelInput& input;
    ImVec2 at, size;
    long first, last;  // days

    float left() const { return at.x + ui.px(kPadding + 8); }
    float right() const { return at.x + size.x - ui.px(kPadding + 8); }
    float trackY() const { return at.y + size.y - ui.px(kTrackFromFoot); }
    float xOf(long day) const {
        return left() + (right() - left()) * static_cast<float>(day - first) / static_cast<float>(last - first);
    }
    long dayAt(float x) const {
        const double share = std::clamp((x - left()) / (right() - left()), 0.0F, 1.0F);
        return first + std::lround(share * static_cast<double>(last - first));
    }
};

// The event that the date's day, or the day closest to the cursor, has.
const layers::TimelineEvent* eventNear(const Bar& bar, float x) {
    const layers::TimelineEvent* nearest = nullptr;
    float best = bar.ui.px(5);
    for (const layers::TimelineEvent& event : bar.input.time.events) {
        const float apart = std::abs(bar.xOf(*layers::dayNumber(event.date)) - x);
        if (apart < best) nearest = &event, best = apart;
    }
    return nearest;
}

std::string sentenceOf(const layers::TimelineEvent& event) {
    return layers::dayGroup(event.date) + "  " + shownText(event.text, 200) +
           (event.place.empty() ? "" : ", " + shownText(event.place, 80));
}

// The event under the cursor, or else its day.
std::string wordsAt(const Bar& bar, float x) {
    const auto* event = eventNear(bar, x);
    return event != nullptr ? sentenceOf(*event) : layers::dayGroup(layers::dateOfDay(bar.dayAt(x)).value_or(""));
}

// What was last before the date.
std::string lastEvent(const PanelInput& input) {
    const auto after = std::ranges::upper_bound(input.time.events, input.stage.date, {}, &layers::TimelineEvent::date);
    return after == input.time.events.begin() ? std::string() : sentenceOf(*(after - 1));
}

void drawScaleWords(const Bar& bar, float x, const std::string& words) {
    drawText(bar.ui.faces.small, {x - textSize(bar.ui.faces.small, words).x / 2, bar.trackY() + bar.ui.px(9)},
             tone::kInkFaint, words);
}

// Where no new year lies between, the first and the last day are named.
void drawEnds(const Bar& bar) {
    for (const long day : {bar.first, bar.last}) {
        const std::string words = layers::dayGroup(*layers::dateOfDay(day));
        const float half = textSize(bar.ui.faces.small, words).x / 2, inward = half - bar.ui.px(8);
        drawScaleWords(bar, bar.xOf(day) + (day == bar.first ? inward : -inward), words);
    }
}

void drawYears(const Bar& bar) {
    const int firstYear = std::stoi(layers::dateOfDay(bar.first)->substr(0, 4)),
              lastYear = std::stoi(layers::dateOfDay(bar.last)->substr(0, 4));
    const int most = std::max(1, static_cast<int>((bar.right() - bar.left()) / bar.ui.px(64)));
    if (firstYear == lastYear) return drawEnds(bar);
    int step = 1;
    while ((lastYear - firstYear) / step > most) step = step == 1 ? 2 : step == 2 ? 5 : step + 5;
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (int year = (firstYear / step + 1) * step; year <= lastYear; year += step) {
        const auto day = layers::dayNumber(fmt::format("{:04}-01-01", year));
        if (!day) continue;
        const float x = bar.xOf(*day);
        list->AddLine({x, bar.trackY()}, {x, bar.trackY() + bar.ui.px(7)}, tone::kRim, std::max(1.0F, bar.ui.px(1)));
        drawScaleWords(bar, x, std::to_string(year));
    }
}

void drawTicks(const Bar& bar) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (const std::string& day : bar.input.time.changeDays) {
        const float x = std::round(bar.xOf(*layers::dayNumber(day)));
        list->AddLine({x, bar.trackY() - bar.ui.px(5)}, {x, bar.trackY()}, tone::kInkFaint,
                      std::max(1.0F, bar.ui.px(1)));
    }
    for (const layers::TimelineEvent& event : bar.input.time.events)
        list->AddCircleFilled({bar.xOf(*layers::dayNumber(event.date)), bar.trackY() - bar.ui.px(8)}, bar.ui.px(3),
                              tone::kAccentDark);
}

void drawSlider(const Bar& bar) {
    const float air = bar.ui.px(8), half = bar.ui.px(1.5), y = bar.trackY();
    ImGui::SetCursorScreenPos({bar.left() - air, y - bar.ui.px(14)});
    ImGui::InvisibleButton("slider", {bar.right() - bar.left() + 2 * air, bar.ui.px(28)});
    const float cursor = ImGui::GetIO().MousePos.x;
    if (ImGui::IsItemActive()) {
        const auto date = layers::dateOfDay(bar.dayAt(cursor));
        if (date && *date != bar.input.stage.date) bar.ui.out.stage.date = *date;
    }
    if (ImGui::IsItemHovered()) sayAtCursor(bar.ui, wordsAt(bar, cursor));
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled({bar.left(), y - half}, {bar.right(), y + half}, IM_COL32(24, 32, 44, 40), half);
    drawYears(bar);
    drawTicks(bar);
    if (const auto pinned = layers::dayNumber(bar.input.stage.compareDate))
        list->AddCircle({bar.xOf(std::clamp(*pinned, bar.first, bar.last)), y}, bar.ui.px(6), tone::kInkSoft, 0,
                        bar.ui.px(2));
    const float knob = bar.xOf(std::clamp(*layers::dayNumber(bar.input.stage.date), bar.first, bar.last));
    list->AddCircleFilled({knob, y}, bar.ui.px(7.5), tone::kWhite);
    list->AddCircle({knob, y}, bar.ui.px(7.5), tone::kAccentDark, 0, bar.ui.px(2.2));
}

// Step back, play, step on; returns where they end.
float drawButtons(const Bar& bar, float top) {
    Ui& ui = bar.ui;
    const float side = ui.px(28);
    float x = bar.at.x + ui.px(kPadding);
    const auto button = [&](const char* id, std::string_view words) {
        const bool clicked = buttonAt(ui, id, {x, top}, {side, side}).clicked;
        tooltip(ui, words);
        x += side + ui.px(2);
        return clicked;
    };
    const auto icon = [&] { return IconBox{{x - ui.px(2) - side / 2, top + side / 2}, ui.px(16)}; };
    if (button("back", "Day of change before (<)")) ui.out.timeSteps = -1;
    drawStep(icon(), tone::kInk, true);
    if (button("play", bar.input.time.playing ? "Pause (K)" : "Play (K)")) ui.out.togglePlay = true;
    drawPlay(icon(), tone::kAccentDark, bar.input.time.playing);
    if (button("on", "Next day of change (>)")) ui.out.timeSteps = 1;
    drawStep(icon(), tone::kInk, false);
    return x;
}

// A date that is typed counts as soon as it is one.
void drawDateField(TimeBarState& state, const Bar& bar, ImVec2 at) {
    if (state.date != bar.input.stage.date) state.typed = state.date = bar.input.stage.date;
    const bool changed = searchField(bar.ui, {"date", at, bar.ui.px(kDateWidth)}, state.typed, "YYYY-MM-DD");
    if (changed && layers::isDate(state.typed)) bar.ui.out.stage.date = state.date = state.typed;
}

// Pins the date: what changes from it to the date that is shown then is marked on the map and listed.
void drawCompare(const Bar& bar, ImVec2 at) {
    Ui& ui = bar.ui;
    const ImVec2 size{ui.px(kCompareWidth), ui.px(kControlHeightPx)};
    const bool on = !bar.input.stage.compareDate.empty();
    if (on) ImGui::GetWindowDrawList()->AddRectFilled(at, at + size, tone::kAccentDark, ui.px(5));
    else ImGui::GetWindowDrawList()->AddRect(at, at + size, tone::kRim, ui.px(5));
    if (buttonAt(ui, "compare", at, size).clicked) ui.out.stage.compareDate = on ? "" : bar.input.stage.date;
    tooltip(ui, on ? "End the comparison with " + layers::dayGroup(bar.input.stage.compareDate)
                   : "Compare: mark what changes from this date on");
    drawText(ui.faces.text,
             {at.x + (size.x - textSize(ui.faces.text, "Compare").x) / 2, middleTop(ui.faces.text, at.y, size.y)},
             on ? tone::kWhite : tone::kInk, "Compare");
}

void drawSpeed(const Bar& bar, ImVec2 at) {
    std::vector<std::string> words;
    std::string now;
    for (const Speed& speed : kSpeeds) {
        words.emplace_back(speed.words);
        if (speed.daysPerS == bar.input.time.daysPerS) now = speed.words;
    }
    if (const auto picked = dropDown(bar.ui, {"speed", at, bar.ui.px(kSpeedWidth)}, now, words))
        bar.ui.out.daysPerS = kSpeeds[*picked].daysPerS;
}

}  // namespace

float drawTimeBar(TimeBarState& state, const PanelInput& input, Ui& ui, float footY) {
    if (input.time.changeDays.empty() || !layers::isDate(input.stage.date)) return 0;
    const float edge = ui.px(kPanelEdgePx), width = std::min(ui.px(kWidth), ui.size.x - 2 * edge),
                height = ui.px(kHeight);
    const long first = *layers::dayNumber(input.time.changeDays.front()),
               last = *layers::dayNumber(input.time.changeDays.back());
    const Bar bar{ui,
                  input,
                  {std::round((ui.size.x - width) / 2), std::round(footY - height)},
                  {width, height},
                  first,
                  std::max(last, first + 1)};
    beginPanel({"time", bar.at, bar.size});
    const float top = bar.at.y + ui.px(7), control = ui.px(kControlHeightPx);
    float x = drawButtons(bar, top) + ui.px(8);
    const std::string group = layers::dayGroup(input.stage.date);
    drawText(ui.faces.title, {x, middleTop(ui.faces.title, top, control)}, tone::kInk, group);
    x += std::max(textSize(ui.faces.title, group).x, ui.px(104)) + ui.px(10);
    drawDateField(state, bar, {x, top});
    x += ui.px(kDateWidth) + ui.px(8);
    drawCompare(bar, {x, top});
    x += ui.px(kCompareWidth) + ui.px(12);
    const float speedLeft = bar.at.x + width - ui.px(kPadding + kSpeedWidth);
    drawText(ui.faces.small, {x, middleTop(ui.faces.small, top, control)}, tone::kInkSoft,
             cutText(ui.faces.small, lastEvent(input), speedLeft - x - ui.px(10)));
    drawSpeed(bar, {speedLeft, top});
    drawSlider(bar);
    endPanel(ui);
    return height;
}

}  // namespace viewer
