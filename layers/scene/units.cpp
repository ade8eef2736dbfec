#include "layers/scene/units.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "layers/placement/spread.hpp"
#include "layers/scene/unit_text.hpp"

namespace layers {
namespace {

constexpr double kUnitsPerFrame = 100;         // milsymbol's units in a land unit's frame height, at size 100
constexpr double kUnitPriority = 1e9;          // captions of units win over every label of the map
constexpr Rgba kLeaderColor{20, 30, 50, 255};
constexpr Rgba kUncertaintyColor{20, 30, 50, 110};

// Larger formations keep their place; an echelon the table does not know comes last.
double echelonRank(const std::string& echelon) {
    constexpr std::array<std::string_view, 8> kRising{"squad", "section", "platoon", "company", "battalion", "regiment", "brigade", "division"};
    return static_cast<double>(std::find(kRising.begin(), kRising.end(), echelon) - kRising.begin()) - (std::find(kRising.begin(), kRising.end(), echelon) == kRising.end() ? 9 : 0);
}

// While the drawing is not there: the room a land unit's frame will need.
ScreenRect frameOf(const UnitMark& mark) {
    const SymbolDrawing plain{.svg = {}, .width = 150, .height = kUnitsPerFrame, .anchorX = 75, .anchorY = 50, .frameLeft = 0, .frameTop = 0, .frameRight = 150, .frameBottom = 100};
    const SymbolDrawing& d = mark.drawing ? *mark.drawing : plain;
    const double left = mark.position.x - d.anchorX * mark.scalePx, top = mark.position.y - d.anchorY * mark.scalePx;
    return {left + d.frameLeft * mark.scalePx, top + d.frameTop * mark.scalePx, left + d.frameRight * mark.scalePx, top + d.frameBottom * mark.scalePx};
}

bool near(const ScreenPoint p, ScreenSize size, double byPx) {
    return p.x > -byPx && p.y > -byPx && p.x < size.width + byPx && p.y < size.height + byPx;
}

std::vector<ScreenPoint> circle(ScreenPoint center, double radiusPx) {
    std::vector<ScreenPoint> points;
    for (int i = 0; i < 72; ++i) {
        const double turn = std::numbers::pi * 2 * i / 72;
        points.push_back({center.x + std::cos(turn) * radiusPx, center.y + std::sin(turn) * radiusPx});
    }
    return points;
}

void spread(std::vector<UnitMark>& marks, const Stage& stage) {
    std::vector<SpreadItem> items;
    for (std::size_t i = 0; i < marks.size(); ++i)
        items.push_back({i, echelonRank(marks[i].orbat->units[marks[i].unit].echelon), marks[i].rect, stage.px(2)});
    const auto moves = spreadApart(items);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const ScreenPoint by = moves[i];
        marks[i].anchor = {marks[i].anchor.x + by.x, marks[i].anchor.y + by.y};
        marks[i].rect = {marks[i].rect.left + by.x, marks[i].rect.top + by.y, marks[i].rect.right + by.x, marks[i].rect.bottom + by.y};
    }
}

}  // namespace

std::shared_ptr<const Orbat> Units::orbatOf(const Table& table) {
    auto& orbat = m_orbats[table];
    if (!orbat) orbat = std::make_shared<const Orbat>(buildOrbat(*table.first, table.second));
    return orbat;
}

std::vector<UnitMark> Units::marksFor(const DocumentPtr& document, const Stage& stage, const Contents& contents, SymbolFactory& symbols) {
    std::vector<UnitMark> marks;
    for (const LayerSpec& layer : document->layers) {
        const auto content = contents.find(layer.id);
        if (layer.kind != LayerKind::units || content == contents.end() || !isDrawn(layer, stage)) continue;
        const double framePx = stage.px(layer.style.symbolSizePt);
        const UnitTexts texts{stage.amplifiers, stage.symbolColors, layer.style.label.field};
        for (const auto& store : content->second.stores) {
            const auto orbat = orbatOf({store, layer.columns});
            for (std::size_t i = 0; i < orbat->units.size(); ++i) {
                const Unit& unit = orbat->units[i];
                if (!unit.position || !validOn(unit, stage.date)) continue;
                UnitMark mark{layer.id, orbat, i, captionOf(*orbat, i, texts), requestOf(*orbat, i, texts), nullptr, stage.view.toScreen(*unit.position), {}, {}, framePx / kUnitsPerFrame, unit.uncertaintyM / stage.view.mPerPx};
                if (!near(mark.position, stage.view.size, framePx * 2)) continue;
                mark.drawing = symbols.find(mark.request);
                mark.anchor = mark.position;
                mark.rect = frameOf(mark);
                marks.push_back(std::move(mark));
            }
        }
    }
    spread(marks, stage);
    return marks;
}

std::vector<SymbolLabel> captionsOf(const std::vector<UnitMark>& marks, const Stage& stage) {
    std::vector<SymbolLabel> captions;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const UnitMark& mark = marks[i];
        if (mark.caption.empty()) continue;
        const ScreenPoint middle{(mark.rect.left + mark.rect.right) / 2, (mark.rect.top + mark.rect.bottom) / 2};
        captions.push_back({(std::uint64_t{1} << 63) | i, mark.caption, middle, mark.rect.width() / 2 + stage.px(1.5), kUnitPriority + echelonRank(mark.orbat->units[mark.unit].echelon)});
    }
    return captions;
}

void addMarks(DrawList& list, const std::vector<UnitMark>& marks, const Stage& stage) {
    for (const UnitMark& mark : marks) {
        const std::string& id = mark.orbat->units[mark.unit].id;
        const bool asked = !id.empty() && (id == stage.selectedUnit || id == stage.hoveredUnit);
        if (asked && mark.uncertaintyPx > mark.rect.height() / 2)
            list.items.push_back(draw::Polyline{circle(mark.position, mark.uncertaintyPx), {kUncertaintyColor, stage.px(0.8), {static_cast<float>(stage.px(3)), static_cast<float>(stage.px(3))}}, true});
        const double movedPx = std::hypot(mark.anchor.x - mark.position.x, mark.anchor.y - mark.position.y);
        if (movedPx < stage.px(1)) continue;
        const ScreenPoint middle{(mark.rect.left + mark.rect.right) / 2, (mark.rect.top + mark.rect.bottom) / 2};
        list.items.push_back(draw::Polyline{{mark.position, middle}, {kLeaderColor, stage.px(0.9), {}}, false});
        list.items.push_back(draw::Area{circle(mark.position, stage.px(1.8)), kLeaderColor});
    }
    for (const UnitMark& mark : marks)
        if (mark.drawing) list.items.push_back(draw::Symbol{mark.drawing, mark.request, mark.anchor, mark.scalePx});
}

}  // namespace layers
