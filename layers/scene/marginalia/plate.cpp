// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/plate.hpp"

#include <algorithm>

namespace layers {
namespace {

constexpr Rgba kPaper{255, 255, 255, 238}, kRim{24, 32, 44, 90};
constexpr double kReadablePx = 10, kMostGrowth = 1.5;

}  // namespace

std::vector<ScreenPoint> cornersOf(const ScreenRect& r) {
    return {{r.left, r.top}, {r.right, r.top}, {r.right, r.bottom}, {r.left, r.bottom}};
}

std::optional<ScreenRect> addPlate(PlacedMarginalia& out, const MarginaliaInput& in, PlateSide side, PlateSize size) {
    const auto plate = out.layout.put(side, size);
    if (!plate) return {};
    out.over.push_back(draw::Area{cornersOf(*plate), kPaper});
    out.over.push_back(draw::Polyline{cornersOf(*plate), {kRim, std::max(1.0, in.stage.px(0.6)), {}}, true});
    out.keepOut.push_back(*plate);
    return plate;
}

double sizePx(const Stage& stage, const PlateText& look) {
    const double own = stage.px(look.sizePt), least = std::min(look.sizePt * kPxPerPt, kReadablePx) * stage.shrunk;
    return stage.dpi > 0 ? own : std::max(own, std::min(kMostGrowth * own, least));
}

Stage grownWith(Stage stage, const PlateText& look) {
    stage.userFactor *= sizePx(stage, look) / stage.px(look.sizePt);
    stage.shrunk = 0;  // no text grows twice
    return stage;
}

double textWidth(const MarginaliaInput& in, std::string_view text, const PlateText& look) {
    return in.fonts.shape(text, {look.face, static_cast<float>(sizePx(in.stage, look)), 0}).widthPx;
}

double addText(std::vector<DrawItem>& items, const MarginaliaInput& in, std::string_view text, ScreenPoint origin,
               const PlateText& look) {
    TextRun run = in.fonts.shape(text, {look.face, static_cast<float>(sizePx(in.stage, look)), 0});
    const double width = run.widthPx;
    items.push_back(draw::Text{std::move(run), origin, {}, look.color, {}, 0});
    return width;
}

std::vector<std::string> wrapped(const MarginaliaInput& in, std::string_view text, const PlateText& look,
                                 double widthPx) {
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        const std::string word(text.substr(0, space));
        text.remove_prefix(std::min(space + 1, text.size()));
        std::string longer = line.empty() ? word : line + " " + word;
        if (!line.empty() && textWidth(in, longer, look) > widthPx) {
            lines.push_back(std::move(line));
            longer = word;
        }
        line = std::move(longer);
    }
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

std::string shortened(const MarginaliaInput& in, std::string_view text, const PlateText& look, double widthPx) {
    widthPx += 0.01;  // what was measured for this very text is room enough for it
    if (textWidth(in, text, look) <= widthPx) return std::string(text);
    std::string less(text);
    do {
        bool isHalf = true;  // a character's bytes go together
        while (isHalf && !less.empty()) {
            isHalf = (static_cast<unsigned char>(less.back()) & 0xC0) == 0x80;
            less.pop_back();
        }
    } while (!less.empty() && textWidth(in, less + "…", look) > widthPx);
    while (!less.empty() && less.back() == ' ') less.pop_back();
    return less + "…";
}

}  // namespace layers
