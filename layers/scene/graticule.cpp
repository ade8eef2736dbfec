#include <algorithm>
#include <optional>

#include "layers/scene/decoration.hpp"

namespace layers {
namespace {

constexpr Rgba kLineColor{30, 60, 90, 80};
constexpr Rgba kLabelColor{30, 50, 75, 255}, kLabelHalo{255, 255, 255, 220};
constexpr double kLabelPt = 8, kInsetPt = 3;


// Where a line first crosses the row y (meridians) or the column x (parallels).
std::optional<ScreenPoint> crossing(const std::vector<ScreenPoint>& line, bool vertical, double at) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double a = vertical ? line[i - 1].y : line[i - 1].x, b = vertical ? line[i].y : line[i].x;
        if (a == b || (a < at) == (b < at)) continue;
        const double t = (at - a) / (b - a);
        return ScreenPoint{line[i - 1].x + (line[i].x - line[i - 1].x) * t, line[i - 1].y + (line[i].y - line[i - 1].y) * t};
    }
    return {};
}

bool touches(const ScreenRect& rect, const std::vector<ScreenRect>& others) {
    for (const ScreenRect& other : others)
        if (rect.intersects(other)) return true;
    return false;
}

void addLabel(Decoration& out, const DecorationInput& in, const std::string& text, ScreenPoint edge, bool meridian, bool far) {
    const Stage& stage = in.stage;
    TextRun run = in.fonts.shape(text, {FontFace::regular, static_cast<float>(stage.px(kLabelPt)), 0});
    const double inset = stage.px(kInsetPt);
    ScreenPoint origin;
    if (meridian) origin = {edge.x - run.widthPx / 2.0, far ? edge.y - inset - run.descentPx : edge.y + inset + run.ascentPx};
    else origin = {far ? edge.x - inset - run.widthPx : edge.x + inset, edge.y - stage.px(2)};
    const ScreenRect rect{origin.x, origin.y - run.ascentPx, origin.x + run.widthPx, origin.y + run.descentPx};
    const ScreenSize size = stage.view.size;
    if (rect.left < 0 || rect.top < 0 || rect.right > size.width || rect.bottom > size.height || touches(rect, out.keepOut)) return;
    out.keepOut.push_back(rect);
    out.gridLabels.push_back({std::move(run), origin, {}, kLabelColor, kLabelHalo, stage.px(1.4)});
}

}  // namespace

void addGraticule(Decoration& out, const DecorationInput& in) {
    const Stage& stage = in.stage;
    const ScreenSize size = stage.view.size;
    for (const geodata::GridLine& line : geodata::graticule({stage.view.box(), stage.view.mPerPx, stage.px(150)}, *in.math)) {
        std::vector<ScreenPoint> path;
        for (const MapPoint p : line.points) path.push_back(stage.view.toScreen(p));
        const bool meridian = line.axis == geodata::GridAxis::meridian;
        const double nearEdge = 0, farEdge = meridian ? size.height : size.width;
        if (const auto at = crossing(path, meridian, nearEdge + 0.5)) addLabel(out, in, line.label, *at, meridian, false);
        if (const auto at = crossing(path, meridian, farEdge - 0.5)) addLabel(out, in, line.label, *at, meridian, true);
        out.under.push_back(draw::Polyline{std::move(path), {kLineColor, std::max(1.0, stage.px(0.6)), {}}, false});
    }
}

}  // namespace layers
