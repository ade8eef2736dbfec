// SPDX-License-Identifier: Apache-2.0
#include "layers/paper/layer_shapes.hpp"

#include "geodata/tiles/clip.hpp"
#include "geodata/tiles/tile_mesh.hpp"

namespace layers {
namespace {

constexpr double kTolerancePx = 0.5;  // as of tiles at their largest

class Cutter {
public:
    Cutter(const MapView& view, double aroundPx)
        : m_view(view),
          m_box(geodata::grown(view.box(), aroundPx * view.mPerPx)),
          m_toleranceM(kTolerancePx * view.mPerPx) {}

    void add(const geodata::Store& store) {
        store.query(m_box, m_toleranceM, [this](const geodata::FeatureRef& feature) {
            switch (feature.kind()) {
                case geodata::GeometryKind::none: return;
                case geodata::GeometryKind::point: return addPoints(feature);
                case geodata::GeometryKind::line: return addLines(feature);
                case geodata::GeometryKind::polygon: return addArea(feature);
            }
        });
    }
    LayerShapes take() { return std::move(m_shapes); }

private:
    std::vector<ScreenPoint> onPicture(const std::vector<MapPoint>& points) const {
        std::vector<ScreenPoint> moved;
        moved.reserve(points.size());
        for (const MapPoint p : points) moved.push_back(m_view.toScreen(p));
        return moved;
    }
    void addPoints(const geodata::FeatureRef& feature) {
        for (std::size_t i = 0; i < feature.partCount(); ++i)
            for (const MapPoint p : feature.part(i))
                if (m_box.contains(p)) m_shapes.points.push_back(m_view.toScreen(p));
    }
    void addLines(const geodata::FeatureRef& feature) {
        for (const auto& part : geodata::partsAt(feature, m_toleranceM, m_box)) addLine(part, false);
    }
    void addArea(const geodata::FeatureRef& feature) {
        const auto parts = geodata::partsAt(feature, m_toleranceM, m_box);
        std::size_t i = 0;
        for (const std::size_t end : geodata::polygonEnds(parts, m_toleranceM)) {
            std::vector<std::vector<ScreenPoint>> rings;
            for (; i < end; ++i) {
                addLine(parts[i], true);
                if (const auto clipped = geodata::clipRing(parts[i], m_box); clipped.size() >= 3)
                    rings.push_back(onPicture(clipped));
            }
            if (!rings.empty()) m_shapes.areas.push_back(std::move(rings));
        }
    }
    void addLine(const std::vector<MapPoint>& part, bool ring) {
        for (const geodata::LinePiece& piece : geodata::clipLine(part, ring, m_box)) {
            ShapeLine line{onPicture(piece.points), piece.alongM.front() / m_view.mPerPx,
                           ring && piece.points.size() > 2 && piece.points.front() == piece.points.back()};
            if (line.closed) line.points.pop_back();
            m_shapes.lines.push_back(std::move(line));
        }
    }

    const MapView& m_view;
    geodata::MapBox m_box;
    double m_toleranceM;
    LayerShapes m_shapes;
};

}  // namespace

LayerShapes shapesOf(const std::vector<std::shared_ptr<const geodata::Store>>& stores, const MapView& view,
                     double aroundPx) {
    Cutter cutter(view, aroundPx);
    for (const auto& store : stores) cutter.add(*store);
    return cutter.take();
}

}  // namespace layers
