// SPDX-License-Identifier: Apache-2.0
#include "geodata/tiles/clip.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>

namespace geodata {
namespace {

enum class Side : std::uint8_t { left, right, bottom, top };

bool inside(MapPoint p, const MapBox& box, Side side) {
    switch (side) {
        case Side::left: return p.x >= box.min.x;
        case Side::right: return p.x <= box.max.x;
        case Side::bottom: return p.y >= box.min.y;
        case Side::top: return p.y <= box.max.y;
    }
    return false;
}

// Where the edge crosses the side's line; the same point for a→b and b→a.
MapPoint crossing(MapPoint a, MapPoint b, const MapBox& box, Side side) {
    if (std::tie(b.x, b.y) < std::tie(a.x, a.y)) std::swap(a, b);
    if (side == Side::left || side == Side::right) {
        const double x = side == Side::left ? box.min.x : box.max.x;
        return {x, a.y + (b.y - a.y) * ((x - a.x) / (b.x - a.x))};
    }
    const double y = side == Side::bottom ? box.min.y : box.max.y;
    return {a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)), y};
}

std::vector<MapPoint> clippedAt(const std::vector<MapPoint>& ring, const MapBox& box, Side side) {
    std::vector<MapPoint> kept;
    kept.reserve(ring.size() + 4);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const MapPoint from = ring[i == 0 ? ring.size() - 1 : i - 1], to = ring[i];
        const bool fromIn = inside(from, box, side), toIn = inside(to, box, side);
        if (fromIn != toIn) kept.push_back(crossing(from, to, box, side));
        if (toIn) kept.push_back(to);
    }
    return kept;
}

struct Span01 {  // the part of a segment inside, as fractions of its length
    double from = 0, to = 1;
};

bool narrowed(Span01& span, double direction, double distance) {
    if (direction == 0) return distance >= 0;
    const double at = distance / direction;
    if (direction < 0) span.from = std::max(span.from, at);
    else span.to = std::min(span.to, at);
    return span.from <= span.to;
}

std::optional<Span01> insideSpan(MapPoint a, MapPoint b, const MapBox& box) {
    Span01 span;
    const double dx = b.x - a.x, dy = b.y - a.y;
    const bool meets = narrowed(span, -dx, a.x - box.min.x) && narrowed(span, dx, box.max.x - a.x) &&
                       narrowed(span, -dy, a.y - box.min.y) && narrowed(span, dy, box.max.y - a.y);
    if (!meets) return {};
    return span;
}

MapPoint between(MapPoint a, MapPoint b, double t) {
    if (t == 0) return a;
    if (t == 1) return b;
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

bool wholly(std::span<const MapPoint> points, const MapBox& box) {
    return std::all_of(points.begin(), points.end(), [&](MapPoint p) { return box.contains(p); });
}

bool alongSide(MapPoint a, MapPoint b, const MapBox& box) {
    return (a.x == b.x && (a.x == box.min.x || a.x == box.max.x)) ||
           (a.y == b.y && (a.y == box.min.y || a.y == box.max.y));
}

// A ring's start is no end of its line: the piece that runs out there goes on with the piece that began there.
void joinAtRingStart(std::vector<LinePiece>& pieces) {
    if (pieces.size() < 2 || pieces.front().alongM.front() != 0) return;
    LinePiece& last = pieces.back();
    const LinePiece& first = pieces.front();
    const double lapM = last.alongM.back();
    last.points.insert(last.points.end(), first.points.begin() + 1, first.points.end());
    for (std::size_t i = 1; i < first.alongM.size(); ++i) last.alongM.push_back(lapM + first.alongM[i]);
    pieces.erase(pieces.begin());
}

}  // namespace

std::vector<MapPoint> clipRing(std::span<const MapPoint> ring, const MapBox& box) {
    std::vector<MapPoint> kept(ring.begin(), ring.end());
    if (wholly(ring, box)) return kept;
    for (const Side side : {Side::left, Side::right, Side::bottom, Side::top}) kept = clippedAt(kept, box, side);
    return kept;
}

std::optional<int> turnsAround(std::span<const MapPoint> clippedRing, const MapBox& box) {
    for (std::size_t i = 0; i < clippedRing.size(); ++i)
        if (!alongSide(clippedRing[i == 0 ? clippedRing.size() - 1 : i - 1], clippedRing[i], box)) return {};
    return static_cast<int>(std::lround(signedDoubleArea(clippedRing) / (2 * box.width() * box.height())));
}

std::vector<LinePiece> clipLine(std::span<const MapPoint> line, bool closed, const MapBox& box) {
    std::vector<LinePiece> pieces;
    bool open = false;  // the last piece goes on
    double along = 0;
    const std::size_t segments = line.size() < 2 ? 0 : line.size() - (closed ? 0 : 1);
    for (std::size_t i = 0; i < segments; ++i) {
        const MapPoint a = line[i], b = line[(i + 1) % line.size()];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        const auto span = insideSpan(a, b, box);
        if (span && length > 0) {
            if (!open || span->from > 0)
                pieces.push_back({{between(a, b, span->from)},
                                  {along + length * span->from},
                                  !closed && i == 0 && span->from == 0,
                                  false});
            pieces.back().points.push_back(between(a, b, span->to));
            pieces.back().alongM.push_back(along + length * span->to);
            open = span->to == 1;
        } else if (length > 0) {
            open = false;
        }
        along += length;
    }
    if (open && !closed) pieces.back().endsLine = true;
    if (open && closed) joinAtRingStart(pieces);
    return pieces;
}

}  // namespace geodata
