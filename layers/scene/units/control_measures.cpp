// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/units/control_measures.hpp"

#include <cmath>
#include <utility>

#include "geodata/tiles/clip.hpp"
#include "geodata/tiles/tile_mesh.hpp"
#include "layers/orbat/symbol_meaning.hpp"
#include "layers/orbat/unit_filter.hpp"

namespace layers {
namespace {

constexpr double kStrokePt = 1.8, kCasingPt = 1.1;  // the pale line is so much wider on each side
constexpr Rgba kCasing{255, 255, 255, 200};
constexpr double kPriority = 4e8;  // after the units' captions, before the names of places

Rgba colorOf(std::string_view sidc) {
    const std::string_view side = affiliationOf(sidc);
    if (side == "friend") return {0, 84, 160, 255};
    if (side == "hostile") return {190, 30, 45, 255};
    if (side == "neutral") return {0, 110, 55, 255};
    return {120, 90, 0, 255};
}

LinePaint paintOf(const Unit& unit, const Stage& stage) {
    const auto dash = static_cast<float>(stage.px(5));
    return {colorOf(unit.sidc), stage.px(kStrokePt),
            statusOf(unit) == "planned" ? std::vector<float>{dash, dash * 0.6F} : std::vector<float>{}};
}

// What is seen of it: lines in map coordinates, cut at a box that is a little larger than the picture.
std::vector<std::vector<MapPoint>> seenOf(const ControlMeasure& measure, const Stage& stage) {
    constexpr double kAirPx = 40;
    geodata::MapBox box = stage.view.box();
    const double air = kAirPx * stage.factor() * stage.view.mPerPx;
    box = {{box.min.x - air, box.min.y - air}, {box.max.x + air, box.max.y + air}};
    const geodata::FeatureRef feature = measure.store->feature(static_cast<std::uint32_t>(measure.unit));
    const bool closed = feature.kind() == geodata::GeometryKind::polygon;
    std::vector<std::vector<MapPoint>> seen;
    for (const auto& part : geodata::partsAt(feature, stage.view.mPerPx / 2, box))
        for (const auto& inside : geodata::clipLine(part, closed, box))
            seen.emplace_back(inside.points.begin(), inside.points.end());
    return seen;
}

std::vector<ScreenPoint> onScreen(const std::vector<MapPoint>& points, const MapView& view) {
    std::vector<ScreenPoint> line;
    line.reserve(points.size());
    for (const MapPoint p : points) line.push_back(view.toScreen(p));
    return line;
}

double lengthOf(const std::vector<ScreenPoint>& line) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return length;
}

ScreenPoint halfWay(const std::vector<ScreenPoint>& line) {
    double left = lengthOf(line) / 2;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const ScreenPoint a = line[i - 1], b = line[i];
        const double step = std::hypot(b.x - a.x, b.y - a.y);
        if (step >= left && step > 0) return {a.x + (b.x - a.x) * left / step, a.y + (b.y - a.y) * left / step};
        left -= step;
    }
    return line.front();
}

}  // namespace

void addControlMeasures(DrawList& list, std::span<const ControlMeasure> measures, const Stage& stage) {
    for (const ControlMeasure& measure : measures) {
        const LinePaint paint = paintOf(measure.data(), stage);
        const LinePaint casing{kCasing, paint.widthPx + 2 * stage.px(kCasingPt), {}};
        std::vector<std::vector<ScreenPoint>> lines;
        for (const auto& part : seenOf(measure, stage)) lines.push_back(onScreen(part, stage.view));
        for (const auto& line : lines) list.items.push_back(draw::Polyline{line, casing, false, true});
        for (auto& line : lines) list.items.push_back(draw::Polyline{std::move(line), paint, false, true});
        list.endSection(measure.layer);
    }
}

std::vector<SymbolLabel> namesOf(std::span<const ControlMeasure> measures, const Stage& stage) {
    const ScreenRect picture{0, 0, static_cast<double>(stage.view.size.width),
                             static_cast<double>(stage.view.size.height)};
    std::vector<SymbolLabel> names;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const Unit& unit = measures[i].data();
        if (unit.name.empty() || !stage.labels) continue;
        std::vector<ScreenPoint> longest;
        for (const auto& part : seenOf(measures[i], stage))
            if (auto line = onScreen(part, stage.view); lengthOf(line) > lengthOf(longest)) longest = std::move(line);
        if (longest.size() < 2) continue;
        const ScreenPoint middle = halfWay(longest);
        if (!picture.contains(middle)) continue;
        names.push_back(
            {(std::uint64_t{1} << 61) | i, unit.name, middle, stage.px(kStrokePt + 2), kPriority, measures[i].layer});
    }
    return names;
}

}  // namespace layers
