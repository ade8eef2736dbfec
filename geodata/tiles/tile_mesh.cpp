// SPDX-License-Identifier: Apache-2.0
#include "geodata/tiles/tile_mesh.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>

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

constexpr std::size_t kMostPoints = 4096, kThinCells = 64, kNobody = SIZE_MAX;
constexpr double kSeenTolerances = 2;  // a part shorter than this many tolerances, a pixel at most, is not seen

bool smallerThan(const MapBox& box, double sizeM) { return std::max(box.width(), box.height()) < sizeM; }

constexpr double kWideMargin = 1.0 / 16, kThinMargin = 1.0 / 64;  // of a tile's side
// What a tile holds beyond its edge is drawn for nothing; only wide lines need much of it.
MapBox clipOf(const TileRequest& request, TileId tile) {
    const bool wide = request.lines && !request.shape.hairline;
    return grown(tileBox(tile), tileSideM(tile.zoom) * (wide ? kWideMargin : kThinMargin));
}

// What a feature shows at a zoom: its points, or those of its parts that matter, each with its box.
struct SeenFeature {
    std::uint32_t store = 0, feature = 0;
    GeometryKind kind = GeometryKind::none;
    std::vector<std::vector<MapPoint>> parts;
    std::vector<MapBox> boxes;
    std::vector<std::size_t> polygonEnds = {};  // in the parts
};

// A tile of more vertices is a hash of lines, of which twice the tolerance shows the same.
constexpr std::size_t kManyVertices = 4096;

SeenFeature seenAt(std::uint32_t store, const FeatureRef& feature, double toleranceM, const MapBox& box) {
    SeenFeature seen{.store = store, .feature = feature.index(), .kind = feature.kind(), .parts = {}, .boxes = {}};
    if (seen.kind == GeometryKind::line || seen.kind == GeometryKind::polygon)
        seen.parts = partsAt(feature, toleranceM, box);
    for (std::size_t i = 0; seen.kind == GeometryKind::point && i < feature.partCount(); ++i)
        seen.parts.emplace_back(feature.part(i).begin(), feature.part(i).end());
    for (const auto& part : seen.parts) seen.boxes.push_back(boxOf(part));
    if (seen.kind == GeometryKind::polygon) seen.polygonEnds = polygonEnds(seen.parts, toleranceM);
    return seen;
}

// So many markers in one tile lie on each other: of those in one cell, some pixels wide, the first stays and stands for
// all.
void thin(std::vector<TilePoint>& points, double sideM) {
    if (points.size() <= kMostPoints) return;
    std::vector<std::size_t> takenBy(kThinCells * kThinCells, kNobody);
    const auto cell = [sideM](float m) {
        return std::clamp(static_cast<std::size_t>(m / sideM * kThinCells), std::size_t{0}, kThinCells - 1);
    };
    std::size_t kept = 0;
    for (const TilePoint& point : points) {
        std::size_t& first = takenBy[cell(point.y) * kThinCells + cell(point.x)];
        if (first != kNobody) {
            ++points[first].count;
            continue;
        }
        first = kept;
        points[kept++] = point;
    }
    points.resize(kept);
}

std::vector<SeenFeature> seenIn(const TileRequest& request, const MapBox& box, double toleranceM,
                                const std::stop_token& stop) {
    std::vector<SeenFeature> features;
    for (std::uint32_t i = 0; i < request.stores.size() && !stop.stop_requested(); ++i)
        request.stores[i]->query(box, toleranceM, [&](FeatureRef feature) {
            if (!stop.stop_requested()) features.push_back(seenAt(i, feature, toleranceM, box));
        });
    return features;
}

bool hasMany(std::span<const SeenFeature> features, const MapBox& box) {
    std::size_t count = 0;
    for (const SeenFeature& feature : features)
        for (std::size_t i = 0; feature.kind != GeometryKind::point && i < feature.parts.size(); ++i) {
            if (!feature.boxes[i].intersects(box)) continue;
            count += std::ranges::count_if(feature.parts[i], [&](MapPoint p) { return box.contains(p); });
            if (count > kManyVertices) return true;
        }
    return false;
}

// Runs of parts, so that a country of a thousand islands tessellates only those that the tile meets.
class Cutter {
public:
    Cutter(const TileRequest& request, TileId tile)
        : m_request(request), m_tile(tileBox(tile)), m_clip(clipOf(request, tile)) {
        m_mesh.tile = tile;
    }

    TileMesh take() {
        thin(m_mesh.points, m_tile.width());
        return std::move(m_mesh);
    }

    void add(const SeenFeature& feature) {
        switch (feature.kind) {
            case GeometryKind::none: return;
            case GeometryKind::point: return addPoints(feature);
            case GeometryKind::line: return addLines(feature);
            case GeometryKind::polygon: return addPolygon(feature);
        }
    }

private:
    // A point belongs to the one tile it lies in: its marker is drawn beyond the tile's edge, once.
    void addPoints(const SeenFeature& feature) {
        for (const auto& part : feature.parts)
            for (const MapPoint p : part)
                if (p.x >= m_tile.min.x && p.x < m_tile.max.x && p.y >= m_tile.min.y && p.y < m_tile.max.y)
                    m_mesh.points.push_back({static_cast<float>(p.x - m_tile.min.x),
                                             static_cast<float>(p.y - m_tile.min.y), feature.store, feature.feature});
    }
    void addLines(const SeenFeature& feature) {
        for (std::size_t i = 0; m_request.lines && i < feature.parts.size(); ++i)
            if (feature.boxes[i].intersects(m_clip)) addPart(feature.parts[i], false);
    }
    void addPolygon(const SeenFeature& feature) {
        std::size_t i = 0;
        for (const std::size_t end : feature.polygonEnds) {
            std::vector<std::vector<MapPoint>> rings;
            for (; i < end; ++i) {
                if (!feature.boxes[i].intersects(m_clip)) continue;
                if (m_request.lines) addPart(feature.parts[i], true);
                if (auto clipped = clipRing(feature.parts[i], m_clip); clipped.size() >= 3)
                    rings.push_back(std::move(clipped));
            }
            if (m_request.fills && !m_mesh.covered) fill(std::move(rings));
        }
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
        for (const LinePiece& piece : clipLine(part, closed, m_clip))
            addLine(m_mesh.line, piece, m_request.shape, m_tile.min);
    }

    const TileRequest& m_request;
    MapBox m_tile, m_clip;
    TileMesh m_mesh;
};

}  // namespace

std::vector<std::vector<MapPoint>> partsAt(const FeatureRef& feature, double toleranceM, const MapBox& box) {
    const std::size_t least = feature.kind() == GeometryKind::polygon ? 3 : 2;
    const FeatureParts all = feature.partsFor(toleranceM);
    std::vector<std::vector<MapPoint>> parts;
    for (std::size_t i = 0; i < all.count(); ++i) {
        // The boxes first: of a part that is not seen, they alone are read.
        if (!all.boxes[i].intersects(box) || smallerThan(all.boxes[i], kSeenTolerances * toleranceM)) continue;
        const std::size_t begin = all.beginOf(i), size = all.ends[i] - begin;
        auto kept = verticesAt(all.vertices.subspan(begin, size), all.importance.subspan(begin, size), toleranceM);
        if (kept.size() >= least && boxOf(kept).intersects(box)) parts.push_back(std::move(kept));
    }
    return parts;
}

void cutTiles(const TileRequest& request, std::span<const TileId> tiles, const std::function<void(TileMesh)>& take,
              const std::stop_token& stop) {
    if (tiles.empty()) return;
    MapBox box;
    for (const TileId tile : tiles) box = united(box, clipOf(request, tile));
    const double toleranceM = tileToleranceM(tiles.front().zoom);
    const std::vector<SeenFeature> fine = seenIn(request, box, toleranceM, stop);
    std::optional<std::vector<SeenFeature>> coarse;
    for (const TileId tile : tiles) {
        const bool many = hasMany(fine, tileBox(tile));
        if (many && !coarse) coarse = seenIn(request, box, 2 * toleranceM, stop);
        Cutter cutter(request, tile);
        for (const SeenFeature& feature : many ? *coarse : fine) {
            if (stop.stop_requested()) return;
            cutter.add(feature);
        }
        if (stop.stop_requested()) return;
        take(cutter.take());
    }
}

TileMesh cutTile(const TileRequest& request, const std::stop_token& stop) {
    TileMesh cut{.tile = request.tile, .fill = {}, .line = {}, .points = {}};
    cutTiles(request, std::span(&request.tile, 1), [&](TileMesh mesh) { cut = std::move(mesh); }, std::move(stop));
    return cut;
}

}  // namespace geodata
