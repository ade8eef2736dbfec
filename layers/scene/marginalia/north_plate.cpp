// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/north_plate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "layers/model/date.hpp"
#include "layers/scene/marginalia/north.hpp"

namespace layers {
namespace {

constexpr Rgba kInk{24, 32, 44, 255};
constexpr PlateText kName{6.5, FontFace::bold, kInk}, kLine{8.5, FontFace::regular, kInk};
constexpr double kPaddingPt = 5, kLengthPt = 30, kLineHeightPt = 11.5, kDiagramWidthPt = 46;
constexpr double kNameBaseline = 2.4 / 6.5;  // of its size, below its middle
constexpr double kLeastTurnDeg = 27,
                 kMostTurnDeg = 54;  // of the diagram, which is not to scale: names are beside each other

bool isSame(double degrees) { return std::abs(degrees) < 0.05; }  // at one decimal

double turned(double degrees) { return std::remainder(degrees, 360.0); }

// "3.2° E of grid"; nothing after 0.0°, which is on neither side.
std::string angleText(double degrees, const char* of) {
    return isSame(degrees) ? fmt::format("same as {}", of)
                           : fmt::format("{:.1f}° {} of {}", std::abs(degrees), degrees < 0 ? "W" : "E", of);
}

std::string magneticText(const MarginaliaInput& in, const Norths& norths) {
    const std::string day = dayGroup(in.stage.date);
    if (!norths.magneticDeg) return "Magnetic north not available" + (day.empty() ? std::string() : " for " + day);
    return "Magnetic north " + angleText(turned(*norths.magneticDeg - norths.gridDeg), "grid north");
}

std::vector<std::string> wordsOf(const MarginaliaInput& in, const Norths& norths) {
    std::vector<std::string> lines{"True north " + angleText(turned(norths.trueDeg - norths.gridDeg), "grid north"),
                                   magneticText(in, norths)};
    if (const auto& declination = in.content.declination)
        lines.push_back(fmt::format("Declination {} ({}, {})", angleText(declination->degrees, "true north"),
                                    dayGroup(in.stage.date), declination->model));
    return lines;
}

struct Needle {
    double drawnDeg = 0;
    const char* name = nullptr;  // none: the star of true north
    double outPt = 0;            // its name stands so much farther out: another needle lies on this one
};

// Right in order and side, apart enough to be read.
std::vector<Needle> needlesOf(const Norths& norths) {
    struct Turn {
        double degrees;
        const char* name;
    };
    std::vector<Turn> turns{{turned(norths.trueDeg - norths.gridDeg), nullptr}};
    if (norths.magneticDeg) turns.push_back({turned(*norths.magneticDeg - norths.gridDeg), "MN"});
    std::ranges::sort(turns, {}, [](const Turn& turn) { return std::abs(turn.degrees); });
    const double up = std::clamp(norths.gridDeg, -20.0, 20.0);
    std::vector<Needle> needles{{up, "GN"}};
    std::array<double, 2> farthest{0, 0};  // to the left, to the right
    for (const Turn& turn : turns) {
        if (isSame(turn.degrees)) {
            needles.push_back({up, turn.name});
            needles.front().outPt += 8;
            continue;
        }
        const bool right = turn.degrees > 0;
        double& side = farthest[right];
        side = std::min(kMostTurnDeg, std::max(side + kLeastTurnDeg, std::abs(turn.degrees)));
        needles.push_back({up + (right ? side : -side), turn.name});
    }
    return needles;
}

ScreenPoint along(ScreenPoint foot, double degrees, double px) {
    const double turn = degrees * std::numbers::pi / 180;
    return {foot.x + std::sin(turn) * px, foot.y - std::cos(turn) * px};
}

void addStar(std::vector<DrawItem>& items, ScreenPoint middle, double radiusPx) {
    std::vector<ScreenPoint> ring;
    for (int i = 0; i < 10; ++i) ring.push_back(along(middle, i * 36.0, i % 2 == 0 ? radiusPx : radiusPx * 0.4));
    items.push_back(draw::Area{std::move(ring), kInk});
}

// The place of its name or star.
ScreenPoint beyond(const Stage& stage, const Needle& needle, ScreenPoint foot) {
    return along(foot, needle.drawnDeg, stage.px(kLengthPt + 4.5 + needle.outPt));
}

// Grid north is a line, magnetic north half an arrow, true north bears the star, as on sheets.
void addNeedle(PlacedMarginalia& out, const Stage& stage, const Needle& needle, ScreenPoint foot) {
    const ScreenPoint tip = along(foot, needle.drawnDeg, stage.px(kLengthPt));
    out.over.push_back(draw::Polyline{{foot, tip}, {kInk, std::max(1.0, stage.px(0.9)), {}}, false});
    if (needle.name == nullptr) return addStar(out.over, beyond(stage, needle, foot), stage.px(3.6));
    if (std::string_view(needle.name) == "MN") {
        const ScreenPoint back = along(tip, needle.drawnDeg + 180, stage.px(8));
        out.over.push_back(draw::Area{{tip, along(back, needle.drawnDeg + 90, stage.px(3)), back}, kInk});
    }
}

void addName(PlacedMarginalia& out, const MarginaliaInput& in, const char* name, ScreenPoint middle) {
    addText(out.over, in, name,
            {middle.x - textWidth(in, name, kName) / 2, middle.y + sizePx(in.stage, kName) * kNameBaseline}, kName);
}

}  // namespace

void addNorth(PlacedMarginalia& out, const MarginaliaInput& map) {
    const auto norths = northsAt(map.stage.view, *map.math, map.content.declination);
    if (!norths) return;
    const Stage stage = grownWith(map.stage, kLine);
    const MarginaliaInput in = map.on(stage);
    const std::vector<std::string> words = wordsOf(in, *norths);
    double widest = 0;
    for (const std::string& line : words) widest = std::max(widest, textWidth(in, line, kLine));
    const double pad = stage.px(kPaddingPt), diagramPx = stage.px(kDiagramWidthPt);
    const auto plate =
        addPlate(out, in, PlateSide::bottomRight, {diagramPx + widest + 3 * pad, stage.px(kLengthPt + 12) + 2 * pad});
    if (!plate) return;
    const std::vector<Needle> needles = needlesOf(*norths);
    // The foot stands so that the needles are in the middle of their room.
    const auto [left, right] = std::ranges::minmax(needles, {}, &Needle::drawnDeg);
    const double lean =
        (along({}, left.drawnDeg, stage.px(kLengthPt)).x + along({}, right.drawnDeg, stage.px(kLengthPt)).x) / 2;
    const ScreenPoint foot{plate->left + pad + diagramPx / 2 - lean, plate->bottom - pad};
    for (const Needle& needle : needles) {
        addNeedle(out, stage, needle, foot);
        if (needle.name != nullptr) addName(out, map, needle.name, beyond(stage, needle, foot));
    }
    const double linePx = stage.px(kLineHeightPt);
    double y = (plate->top + plate->bottom - linePx * static_cast<double>(words.size())) / 2 + stage.px(8.5);
    for (const std::string& line : words) {
        addText(out.over, in, line, {plate->left + 2 * pad + diagramPx, y}, kLine);
        y += linePx;
    }
}

}  // namespace layers
