// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/layer_sight.hpp"

#include <algorithm>

#include "geodata/tiles/clip.hpp"
#include "geodata/tiles/tile_mesh.hpp"
#include "layers/model/layer_visibility.hpp"

namespace layers {
namespace {

constexpr double kTolerancePx = 0.5;  // as of tiles at their largest

class Sight {
public:
    Sight(const LayerSpec& layer, const MapView& view)
        : m_layer(layer), m_box(view.box()), m_toleranceM(kTolerancePx * view.mPerPx) {}

    bool of(const geodata::Store& store) {
        bool found = false;
        store.query(m_box, m_toleranceM, [&](const geodata::FeatureRef& feature) { found = found || sees(feature); });
        return found;
    }

private:
    bool sees(const geodata::FeatureRef& feature) const {
        const Style& style = m_layer.style;
        switch (feature.kind()) {
            case geodata::GeometryKind::none: return false;
            case geodata::GeometryKind::point: return style.markerSizePt > 0 && seesPoint(feature);
            case geodata::GeometryKind::line: return style.line.widthPt > 0 && seesLine(feature, false);
            case geodata::GeometryKind::polygon:
                return (isFilled() && seesArea(feature)) || (style.line.widthPt > 0 && seesLine(feature, true));
        }
        return false;
    }
    bool isFilled() const {
        return (m_layer.style.fill && m_layer.style.fill->a > 0) || m_layer.style.hatch != Hatch::none;
    }

    bool seesPoint(const geodata::FeatureRef& feature) const {
        for (std::size_t i = 0; i < feature.partCount(); ++i)
            if (std::ranges::any_of(feature.part(i), [&](const MapPoint p) { return m_box.contains(p); })) return true;
        return false;
    }
    bool seesLine(const geodata::FeatureRef& feature, bool closed) const {
        return std::ranges::any_of(geodata::partsAt(feature, m_toleranceM, m_box),
                                   [&](const auto& part) { return !geodata::clipLine(part, closed, m_box).empty(); });
    }
    // By the even-odd rule: an edge runs through the view, or an odd number of one polygon's rings goes around all of
    // it.
    bool seesArea(const geodata::FeatureRef& feature) const {
        const auto rings = geodata::partsAt(feature, m_toleranceM, m_box);
        std::size_t i = 0;
        for (const std::size_t end : geodata::polygonEnds(rings, m_toleranceM)) {
            int around = 0;
            for (; i < end; ++i) {
                const auto clipped = geodata::clipRing(rings[i], m_box);
                if (clipped.size() < 3) continue;
                const auto turns = geodata::turnsAround(clipped, m_box);
                if (!turns) return true;
                around += *turns;
            }
            if (around % 2 != 0) return true;
        }
        return false;
    }

    const LayerSpec& m_layer;
    geodata::MapBox m_box;
    double m_toleranceM;
};

}  // namespace

std::vector<std::string> layersInSight(const Document& document, const Stage& stage, const Contents& contents) {
    std::vector<std::string> seen;
    for (const LayerSpec& layer : document.layers) {
        const auto content = contents.find(layer.id);
        if (layer.kind != LayerKind::vector || content == contents.end() || !isDrawn(layer, stage)) continue;
        Sight sight(layer, stage.view);
        if (std::ranges::any_of(content->second.stores, [&](const auto& store) { return sight.of(*store); }))
            seen.push_back(layer.id);
    }
    return seen;
}

}  // namespace layers
