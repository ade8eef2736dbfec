// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/locator.hpp"

#include <algorithm>
#include <cmath>

#include "geodata/tiles/clip.hpp"
#include "geodata/tiles/tile_mesh.hpp"

namespace layers {
namespace {

constexpr double kLeastReachM = 250e3, kMostReachM = 4e6;  // from the region's middle to its nearer edges
constexpr double kTolerancePt = 0.5;                       // finer detail could not be seen

bool isValid(const LayerSpec& layer, const std::string& date) {
    return date.empty() || (date >= layer.validFrom && (layer.validTo.empty() || date < layer.validTo));
}
// What a map of that scale, 1:n, shows.
bool isShownAt(double n, const LayerSpec& layer, const std::string& date) {
    return layer.kind == LayerKind::vector && layer.visible && layer.opacity > 0 && n >= layer.scales.least &&
           (layer.scales.most == 0 || n <= layer.scales.most) && isValid(layer, date);
}
bool isArea(const LayerSpec& layer) { return layer.style.fill && layer.style.fill->a * layer.opacity > 250; }
bool isLine(const LayerSpec& layer) { return !layer.style.fill && layer.style.line.widthPt > 0; }

void addShapes(LocatorMap& map, const LayerSpec& layer, const geodata::Store& store, double toleranceM) {
    store.query(map.region, 2 * toleranceM, [&](const geodata::FeatureRef& feature) {
        const bool ring = feature.kind() == geodata::GeometryKind::polygon;
        if (feature.kind() == geodata::GeometryKind::point || feature.kind() == geodata::GeometryKind::none) return;
        for (const auto& part : geodata::partsAt(feature, toleranceM, map.region)) {
            if (isArea(layer) && ring)
                if (auto clipped = geodata::clipRing(part, map.region); clipped.size() >= 3)
                    map.shapes.push_back({std::move(clipped), *layer.style.fill, true});
            if (isLine(layer))
                for (auto& piece : geodata::clipLine(part, ring, map.region))
                    map.shapes.push_back({std::move(piece.points), layer.style.line.color, false});
        }
    });
}

}  // namespace

std::optional<geodata::MapBox> locatorRegion(const MapView& view) {
    const double halfM = std::max(view.size.width, view.size.height) * view.mPerPx / 2;
    double reachM = kLeastReachM;
    while (reachM < 4 * halfM) reachM *= 2;
    if (reachM > kMostReachM || !std::isfinite(view.center.x) || !std::isfinite(view.center.y)) return {};
    const double stepM = reachM / 4, wideM = reachM * kLocatorWidthPt / kLocatorHeightPt;
    const MapPoint middle{std::round(view.center.x / stepM) * stepM, std::round(view.center.y / stepM) * stepM};
    return geodata::MapBox{{middle.x - wideM, middle.y - reachM}, {middle.x + wideM, middle.y + reachM}};
}

std::shared_ptr<const LocatorMap> Locator::mapFor(const DocumentPtr& document, const Stage& stage,
                                                  const Contents& contents) {
    const auto region = locatorRegion(stage.view);
    if (!region) return nullptr;
    if (m_map && m_map->region == *region && m_document == document && m_contents == contents && m_date == stage.date)
        return m_map;
    auto map = std::make_shared<LocatorMap>(LocatorMap{*region, {}});
    const double toleranceM = region->height() / kLocatorHeightPt * kTolerancePt;
    const double n = region->height() / (kLocatorHeightPt * kPxPerPt * kNominalPixelMm / 1000);
    for (const LayerSpec& layer : document->layers)
        if (const auto content = contents.find(layer.id);
            content != contents.end() && isShownAt(n, layer, stage.date) && (isArea(layer) || isLine(layer)))
            for (const auto& store : content->second.stores) addShapes(*map, layer, *store, toleranceM);
    m_document = document, m_contents = contents, m_date = stage.date;
    return m_map = std::move(map);
}

}  // namespace layers
