#include "geodata/tiles/tile_mesh.hpp"

#include <algorithm>
#include <cstdlib>

#include "geodata/tiles/clip.hpp"
#include "geodata/tiles/fill_mesh.hpp"

namespace geodata {
namespace {

std::vector<MapPoint> verticesAt(std::span<const MapPoint> part, std::span<const float> importance, double toleranceM) {
    std::vector<MapPoint> kept;
    for (std::size_t i = 0; i < importance.size(); ++i)
        if (importance[i] >= toleranceM) kept.push_back(part[i]);
    return kept;
}

constexpr double kSeenTolerances = 2;  // a part shorter than this many tolerances, a pixel at most, is not seen

bool smallerThan(const MapBox& box, double sizeM) { return std::max(box.width(), box.height()) < sizeM; }

// Runs of parts, so that a country of a thousand islands tessellates only those that the tile meets.
class Cutter {
public:
    Cutter(const TileRequest& request)
        : m_request(request), m_toleranceM(tileToleranceM(request.tile.zoom)), m_tile(tileBox(request.tile)),
          m_clip(grown(m_tile, tileSideM(request.tile.zoom) / 16)) {
        m_mesh.tile = request.tile;
    }

    const MapBox& clip() const { return m_clip; }
    double toleranceM() const { return m_toleranceM; }
    TileMesh take() { return std::move(m_mesh); }

    void add(std::uint32_t store, const FeatureRef& feature) {
        switch (feature.kind()) {
            case GeometryKind::none: return;
            case GeometryKind::point: return addPoints(store, feature);
            case GeometryKind::line: return addLines(feature);
            case GeometryKind::polygon: return addPolygon(feature);
        }
    }

private:
    // A point belongs to the one tile it lies in: its marker is drawn beyond the tile's edge, once.
    void addPoints(std::uint32_t store, const FeatureRef& feature) {
        for (std::size_t i = 0; i < feature.partCount(); ++i)
            for (const MapPoint p : feature.part(i))
                if (p.x >= m_tile.min.x && p.x < m_tile.max.x && p.y >= m_tile.min.y && p.y < m_tile.max.y)
                    m_mesh.points.push_back({static_cast<float>(p.x - m_tile.min.x), static_cast<float>(p.y - m_tile.min.y), store, feature.index()});
    }
    void addLines(const FeatureRef& feature) {
        if (!m_request.lines) return;
        for (const auto& part : partsAt(feature, m_toleranceM, m_clip)) addPart(part, false);
    }
    void addPolygon(const FeatureRef& feature) {
        std::vector<std::vector<MapPoint>> rings;
        for (const auto& ring : partsAt(feature, m_toleranceM, m_clip)) {
            if (m_request.lines) addPart(ring, true);
            if (auto clipped = clipRing(ring, m_clip); clipped.size() >= 3) rings.push_back(std::move(clipped));
        }
        if (m_request.fills && !m_mesh.covered) fill(std::move(rings));
    }
    // Where one area is everywhere, no other adds to it: the tile's areas have one colour.
    void fill(std::vector<std::vector<MapPoint>> rings) {
        std::erase_if(rings, [this](const auto& ring) { return turnsAround(ring, m_clip) == 0; });
        if (rings.empty()) return;
        m_mesh.covered = rings.size() == 1 && std::abs(turnsAround(rings.front(), m_clip).value_or(0)) == 1;
        if (m_mesh.covered) {
            m_mesh.fill = {};
            rings = {{m_clip.min, {m_clip.max.x, m_clip.min.y}, m_clip.max, {m_clip.min.x, m_clip.max.y}}};
        }
        addFill(m_mesh.fill, rings, m_tile.min);
    }
    void addPart(std::span<const MapPoint> part, bool closed) {
        for (const LinePiece& piece : clipLine(part, closed, m_clip)) addLine(m_mesh.line, piece, m_request.shape, m_tile.min);
    }

    const TileRequest& m_request;
    double m_toleranceM;
    MapBox m_tile, m_clip;
    TileMesh m_mesh;
};

}  // namespace

std::vector<std::vector<MapPoint>> partsAt(const FeatureRef& feature, double toleranceM, const MapBox& box) {
    const std::size_t least = feature.kind() == GeometryKind::polygon ? 3 : 2, count = feature.partCount();
    std::vector<std::vector<MapPoint>> parts;
    for (std::size_t i = 0; i < count; ++i) {
        // The importances first: of a part that is not seen, they alone are read.
        auto kept = verticesAt(feature.part(i), feature.importance(i), toleranceM);
        if (kept.size() < least) continue;
        const MapBox keptBox = boxOf(kept);
        if (!keptBox.intersects(box) || (smallerThan(keptBox, kSeenTolerances * toleranceM) && smallerThan(boxOf(feature.part(i)), kSeenTolerances * toleranceM))) continue;
        parts.push_back(std::move(kept));
    }
    return parts;
}

TileMesh cutTile(const TileRequest& request, std::stop_token stop) {
    Cutter cutter(request);
    for (std::uint32_t i = 0; i < request.stores.size() && !stop.stop_requested(); ++i)
        request.stores[i]->query(cutter.clip(), cutter.toleranceM(), [&](FeatureRef feature) {
            if (!stop.stop_requested()) cutter.add(i, feature);
        });
    return cutter.take();
}

}  // namespace geodata
