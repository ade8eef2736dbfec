// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/labels/label_obstacles.hpp"

#include "layers/model/layer_visibility.hpp"

#include <algorithm>
#include <cmath>

#include "geodata/tiles/clip.hpp"
#include "geodata/tiles/tile_mesh.hpp"

namespace layers {
namespace {

constexpr std::size_t kMostOfALayer = 4000;  // rectangles; a map that is full of them has no places beside them
constexpr double kThickFromPt = 1.8;
constexpr double kPiecePx = 12;  // of a line, in its own rectangle

ScreenRect around(ScreenPoint a, ScreenPoint b, double halfPx) {
    return {std::min(a.x, b.x) - halfPx, std::min(a.y, b.y) - halfPx, std::max(a.x, b.x) + halfPx,
            std::max(a.y, b.y) + halfPx};
}

void addStretch(std::vector<ScreenRect>& rects, ScreenPoint a, ScreenPoint b, double halfPx) {
    const int pieces = std::max(1, static_cast<int>(std::ceil(std::hypot(b.x - a.x, b.y - a.y) / kPiecePx)));
    const auto at = [&](int i) { return ScreenPoint{a.x + (b.x - a.x) * i / pieces, a.y + (b.y - a.y) * i / pieces}; };
    for (int i = 0; i < pieces && rects.size() <= kMostOfALayer; ++i) rects.push_back(around(at(i), at(i + 1), halfPx));
}

class LayerObstacles {
public:
    LayerObstacles(const LayerSpec& layer, const LabelInput& input, const MapView& view)
        : m_view(view),
          m_box(input.stage.view.box()),
          m_markerHalfPx(layer.style.markerSizePt * kPxPerPt / 2),
          m_lineHalfPx(layer.style.line.widthPt * kPxPerPt / 2),
          m_isThick(layer.style.line.widthPt >= kThickFromPt) {}

    void add(const geodata::FeatureRef& feature) {
        if (feature.kind() == geodata::GeometryKind::point) addMarkers(feature);
        if (feature.kind() == geodata::GeometryKind::line && m_isThick) addLine(feature);
    }
    void giveTo(LabelObstacles& all) const {
        if (m_markers.size() <= kMostOfALayer)
            all.markers.insert(all.markers.end(), m_markers.begin(), m_markers.end());
        if (m_lines.size() <= kMostOfALayer)
            all.thickLines.insert(all.thickLines.end(), m_lines.begin(), m_lines.end());
    }

private:
    void addMarkers(const geodata::FeatureRef& feature) {
        if (!(m_markerHalfPx > 0)) return;
        for (std::size_t part = 0; part < feature.partCount() && m_markers.size() <= kMostOfALayer; ++part)
            if (const geodata::MapPoint at = feature.part(part)[0]; m_box.contains(at))
                m_markers.push_back(around(m_view.toScreen(at), m_view.toScreen(at), m_markerHalfPx));
    }
    void addLine(const geodata::FeatureRef& feature) {
        if (m_lines.size() > kMostOfALayer) return;
        for (const auto& part : geodata::partsAt(feature, m_view.mPerPx, m_box))
            for (const auto& inside : geodata::clipLine(part, false, m_box))
                for (std::size_t i = 1; i < inside.points.size(); ++i)
                    addStretch(m_lines, m_view.toScreen(inside.points[i - 1]), m_view.toScreen(inside.points[i]),
                               m_lineHalfPx);
    }

    const MapView& m_view;
    geodata::MapBox m_box;
    double m_markerHalfPx, m_lineHalfPx;
    bool m_isThick;
    std::vector<ScreenRect> m_markers, m_lines;
};

}  // namespace

LabelObstacles obstaclesOf(const LabelInput& input, const MapView& nominalView) {
    LabelObstacles all;
    for (const LayerSpec& layer : input.document->layers) {
        const auto content = input.contents.find(layer.id);
        const bool hasSome = layer.style.markerSizePt > 0 || layer.style.line.widthPt >= kThickFromPt;
        if (layer.kind != LayerKind::vector || !hasSome || content == input.contents.end() ||
            !isDrawn(layer, input.stage))
            continue;
        LayerObstacles obstacles(layer, input, nominalView);
        for (const auto& store : content->second.stores)
            store->query(input.stage.view.box(), 0,
                         [&](const geodata::FeatureRef& feature) { obstacles.add(feature); });
        obstacles.giveTo(all);
    }
    return all;
}

}  // namespace layers
