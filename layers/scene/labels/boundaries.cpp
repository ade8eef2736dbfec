// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/labels/boundaries.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "geodata/tiles/clip.hpp"
#include "geodata/tiles/tile_mesh.hpp"
#include "layers/model/echelon.hpp"
#include "layers/placement/boundary_marks.hpp"
#include "layers/placement/zoom_step.hpp"
#include "layers/scene/labels/echelon_mark.hpp"

namespace layers {
namespace {

constexpr double kTolerancePx = 0.5;  // as of tiles at their largest
constexpr double kMarkRoomPt = 2.5;   // between the mark and the line's ends
constexpr double kNameRoomPt = 1.5;   // between a mark and the names beside it

Rgba faded(Rgba color, double opacity) {
    color.a = static_cast<std::uint8_t>(std::lround(color.a * opacity));
    return color;
}

std::string_view valueOf(const geodata::Store& store, const geodata::FeatureRef& feature, const char* name) {
    const auto column = store.column(name);
    return column ? feature.value(*column) : std::string_view{};
}

// What one feature says of itself, or else the layer's style.
BoundaryStyle saidBy(const geodata::Store& store, const geodata::FeatureRef& feature, BoundaryStyle said) {
    if (const auto own = valueOf(store, feature, "echelon"); markOf(own).count > 0) said.echelon = own;
    if (const auto own = valueOf(store, feature, "left"); !own.empty()) said.left = own;
    if (const auto own = valueOf(store, feature, "right"); !own.empty()) said.right = own;
    if (const auto own = valueOf(store, feature, "approximate"); !own.empty())
        said.approximate = own == "1" || own == "true" || own == "yes";
    return said;
}

struct PiecePaint {
    LinePaint casing, line;
};

PiecePaint paintOf(const LayerSpec& layer, const Stage& stage, bool approximate) {
    const LineStyle& line = layer.style.line;
    PiecePaint paint{{faded(line.casing, layer.opacity), 0, {}},
                     {faded(line.color, layer.opacity), stage.px(line.widthPt), {}}};
    if (line.casingPt > 0) paint.casing.widthPx = stage.px(line.widthPt + 2 * line.casingPt);
    for (const double pt : boundaryDashesPt(layer.style, approximate))
        paint.line.dashPx.push_back(static_cast<float>(stage.px(pt)));
    if (paint.line.dashPx.size() > 8) paint.line.dashPx.resize(8);  // what the shader takes
    return paint;
}

MarkStyle lookOf(const LayerSpec& layer, const Stage& stage, double haloPt) {
    return {faded(layer.style.line.color, layer.opacity), faded(layer.style.line.casing, layer.opacity),
            stage.px(markStrokePt(layer.style)), stage.px(haloPt)};
}

class BoundaryDrawer {
public:
    explicit BoundaryDrawer(const BoundaryInput& in)
        : m_in(in),
          m_step(zoomStepOf(in.stage.view.mPerPx * in.stage.factor())),
          m_spacingPx(in.stage.px(in.layer.style.boundary.spacingPt) * m_step.closer),
          m_toleranceM(kTolerancePx * mPerPxOf(m_step.step) / in.stage.factor()) {
        // A spacing beyond the picture, so that what stands at its edge stood there before it came into sight.
        m_box = geodata::grown(in.stage.view.box(), m_spacingPx * in.stage.view.mPerPx);
    }

    BoundaryDrawing take() {
        m_drawing.items = std::move(m_casings);
        for (auto* items : {&m_lines, &m_marks})
            m_drawing.items.insert(m_drawing.items.end(), std::make_move_iterator(items->begin()),
                                   std::make_move_iterator(items->end()));
        return std::move(m_drawing);
    }

    void add(const geodata::Store& store, std::uint64_t storeKey) {
        store.query(m_box, m_toleranceM, [&](const geodata::FeatureRef& feature) {
            if (feature.kind() == geodata::GeometryKind::none || feature.kind() == geodata::GeometryKind::point) return;
            m_boundary = saidBy(store, feature, m_in.layer.style.boundary);
            m_ring = feature.kind() == geodata::GeometryKind::polygon;
            m_key = storeKey ^ (static_cast<std::uint64_t>(feature.index()) << 14);
            for (const auto& part : geodata::partsAt(feature, m_toleranceM, m_box)) addPart(part);
        });
    }

private:
    void addPart(const std::vector<MapPoint>& part) {
        const MapView& view = m_in.stage.view;
        double wholeM = 0;
        for (std::size_t i = m_ring ? 0 : 1; i < part.size(); ++i) {
            const MapPoint from = part[i == 0 ? part.size() - 1 : i - 1];
            wholeM += std::hypot(part[i].x - from.x, part[i].y - from.y);
        }
        for (const geodata::LinePiece& piece : geodata::clipLine(part, m_ring, m_box)) {
            std::vector<ScreenPoint> points;
            for (const MapPoint p : piece.points) points.push_back(view.toScreen(p));
            addPiece({Stretch(std::move(points)), piece.alongM.front() / view.mPerPx, wholeM / view.mPerPx});
        }
    }

    void addPiece(const BoundaryPiece& piece) {
        const Stage& stage = m_in.stage;
        const double gapPx =
            echelonWidthPx(m_boundary.echelon, stage.px(m_boundary.markSizePt)) + 2 * stage.px(kMarkRoomPt);
        const std::vector<BoundaryMark> marks =
            marksAlong(piece, {m_spacingPx, gapPx}, [&](ScreenPoint middle) { return isFree(middle, gapPx / 2); });
        const PiecePaint paint = paintOf(m_in.layer, stage, m_boundary.approximate);
        for (const std::vector<ScreenPoint>& part : withoutGaps(piece.stretch, marks, gapPx)) {
            if (paint.casing.widthPx > 0) m_casings.push_back(draw::Polyline{part, paint.casing, false, true});
            m_lines.push_back(draw::Polyline{part, paint.line, false, true});
        }
        for (const BoundaryMark& mark : marks) addMark(piece, mark, gapPx);
    }

    bool isFree(ScreenPoint middle, double aroundPx) const {
        const ScreenRect room{middle.x - aroundPx, middle.y - aroundPx, middle.x + aroundPx, middle.y + aroundPx};
        return std::ranges::none_of(m_in.symbols, [&](const ScreenRect& symbol) { return symbol.intersects(room); });
    }

    void addMark(const BoundaryPiece& piece, const BoundaryMark& mark, double gapPx) {
        const Stage& stage = m_in.stage;
        const double heightPx = stage.px(m_boundary.markSizePt);
        addEchelonMark(m_marks, m_boundary.echelon, {mark.middle, mark.turnRad, heightPx},
                       lookOf(m_in.layer, stage, m_in.layer.style.line.casingPt));
        const double halfX =
            (std::abs(std::cos(mark.turnRad)) * gapPx + std::abs(std::sin(mark.turnRad)) * heightPx) / 2;
        const double halfY =
            (std::abs(std::sin(mark.turnRad)) * gapPx + std::abs(std::cos(mark.turnRad)) * heightPx) / 2;
        m_drawing.marks.push_back(
            {mark.middle.x - halfX, mark.middle.y - halfY, mark.middle.x + halfX, mark.middle.y + halfY});
        // An area's rings may turn either way: which side is left would not be known.
        if (!m_ring) addNames(piece, mark);
    }

    void addNames(const BoundaryPiece& piece, const BoundaryMark& mark) {
        const double fromPx = std::max(0.0, mark.alongPx - m_spacingPx * 0.8),
                     toPx = std::min(piece.stretch.lengthPx(), mark.alongPx + m_spacingPx * 0.8);
        const auto number = static_cast<std::uint64_t>((piece.startPx + mark.alongPx) / (m_spacingPx / 2)) & 0xfff;
        const auto addName = [&](const std::string& text, LineSide side) {
            if (text.empty()) return;
            m_drawing.names.push_back({m_key ^ (number << 1) ^ (side == LineSide::left ? 1U : 0U), m_in.layer.id, text,
                                       side, piece.stretch.cut(fromPx, toPx), mark.alongPx - fromPx,
                                       m_in.stage.px(m_boundary.markSizePt / 2 + kNameRoomPt)});
        };
        addName(m_boundary.left, LineSide::left);
        addName(m_boundary.right, LineSide::right);
    }

    const BoundaryInput& m_in;
    ZoomStep m_step;
    double m_spacingPx;
    double m_toleranceM;
    geodata::MapBox m_box;
    BoundaryStyle m_boundary;  // of the feature in work
    bool m_ring = false;
    std::uint64_t m_key = 0;
    std::vector<DrawItem> m_casings, m_lines, m_marks;
    BoundaryDrawing m_drawing;
};

}  // namespace

bool isBoundary(const LayerSpec& layer) {
    return layer.kind == LayerKind::vector && !layer.style.boundary.echelon.empty() && layer.style.line.widthPt > 0;
}

BoundaryDrawing drawnBoundary(const BoundaryInput& input) {
    BoundaryDrawer drawer(input);
    for (std::size_t i = 0; i < input.stores.size(); ++i)
        drawer.add(*input.stores[i], static_cast<std::uint64_t>(i) << 46);
    return drawer.take();
}

void addBoundarySample(std::vector<DrawItem>& items, const LayerSpec& layer, const Stage& stage,
                       const ScreenRect& box) {
    const BoundaryStyle& boundary = layer.style.boundary;
    const double middleX = (box.left + box.right) / 2, middleY = (box.top + box.bottom) / 2,
                 heightPx = std::min(stage.px(boundary.markSizePt), box.height() * 0.8);
    const double besidePx = echelonWidthPx(boundary.echelon, heightPx) / 2 + stage.px(1.5);
    const LinePaint paint = paintOf(layer, stage, boundary.approximate).line;
    if (middleX - besidePx > box.left) {
        items.push_back(draw::Polyline{{{middleX - besidePx, middleY}, {box.left, middleY}}, paint, false});
        items.push_back(draw::Polyline{{{middleX + besidePx, middleY}, {box.right, middleY}}, paint, false});
    }
    addEchelonMark(items, boundary.echelon, {{middleX, middleY}, 0, heightPx}, lookOf(layer, stage, 0));
}

std::vector<double> boundaryDashesPt(const Style& style, bool approximate) {
    if (!approximate || !style.line.dashPt.empty()) return style.line.dashPt;
    return {std::max(4.0, 3 * style.line.widthPt), std::max(2.5, 1.6 * style.line.widthPt)};
}

double markStrokePt(const Style& style) { return std::clamp(style.line.widthPt * 0.75, 1.0, 2.4); }

}  // namespace layers
