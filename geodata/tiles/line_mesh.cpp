// SPDX-License-Identifier: Apache-2.0
#include "geodata/tiles/line_mesh.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace geodata {
namespace {

constexpr double kMitreLimit = 4;                           // SVG's default: longer spikes become bevels
const double kSmoothTurn = std::cos(std::numbers::pi / 6);  // below 30° a mitre cannot be told from a round join
constexpr double kFanStepRad = std::numbers::pi / 8;
constexpr std::size_t kMostPerPoint = 24;  // vertices that one point of a line can need

struct Direction {
    double x = 0, y = 0;
};

struct Station {  // one point of the line
    float x = 0, y = 0, along = 0;
};

class Strip {
public:
    Strip(LineMesh& mesh, LineShape shape) : m_mesh(mesh), m_shape(shape) {}

    void begin(const Station& at, Direction dir) { put(at, normal(dir), 1); }

    // Goes on to `at`, where the line turns from `in` to `out`.
    void turn(const Station& at, Direction in, Direction out) {
        const double cosTurn = in.x * out.x + in.y * out.y;
        const double mitre = mitreLength(cosTurn);
        if (cosTurn >= (m_shape.hairline ? 0 : kSmoothTurn) || (m_shape.mitreJoins && mitre <= kMitreLimit)) {
            const Direction a = normal(in), b = normal(out);
            const double length = std::hypot(a.x + b.x, a.y + b.y);
            reach(at, {(a.x + b.x) / length, (a.y + b.y) / length}, mitre);
            return;
        }
        reach(at, normal(in), 1);
        if (m_shape.mitreJoins || m_shape.hairline) fan(at, in, out, 1);
        else fan(at, in, out, 0);
        put(at, normal(out), 1);
    }

    void end(const Station& at, Direction dir) { reach(at, normal(dir), 1); }

    // A half disc around the end, opening away from `outward`.
    void cap(const Station& at, Direction outward) {
        const double facing = std::atan2(outward.y, outward.x);
        arc(at, facing - std::numbers::pi / 2, facing + std::numbers::pi / 2, 8);
    }

private:
    static Direction normal(Direction d) { return {-d.y, d.x}; }
    static double mitreLength(double cosTurn) { return 1 / std::sqrt(std::max((1 + cosTurn) / 2, 1e-9)); }

    // Two vertices, left and right of the line; a following reach() joins them to the next two.
    void put(const Station& at, Direction side, double length) {
        m_mesh.reserveBatch(kMostPerPoint);
        m_last = at;
        m_side = side;
        m_length = length;
        m_left = vertex(at, side, length, 1);
        m_right = vertex(at, side, -length, -1);
    }
    void reach(const Station& at, Direction side, double length) {
        if (m_mesh.reserveBatch(kMostPerPoint))
            put(m_last, m_side, m_length);  // a new batch starts with the last pair again
        const std::uint16_t left = m_left, right = m_right;
        put(at, side, length);
        m_mesh.addTriangle({left, right, m_left});
        m_mesh.addTriangle({m_left, right, m_right});
    }
    std::uint16_t vertex(const Station& at, Direction side, double length, float across) {
        return m_mesh.addVertex(
            {at.x, at.y, static_cast<float>(side.x * length), static_cast<float>(side.y * length), at.along, across});
    }

    // The wedge on the outer side of a turn: one triangle (bevel) or as many as a round join needs.
    void fan(const Station& at, Direction in, Direction out, int steps) {
        const double turned = std::atan2(in.x * out.y - in.y * out.x, in.x * out.x + in.y * out.y);
        const double outer = turned > 0 ? -1 : 1;  // turning left, the wedge opens on the right
        const double from = std::atan2(outer * in.x, -outer * in.y);
        arc(at, from, from + turned, steps > 0 ? steps : static_cast<int>(std::ceil(std::abs(turned) / kFanStepRad)));
    }
    void arc(const Station& at, double fromRad, double toRad, int steps) {
        m_mesh.reserveBatch(kMostPerPoint);
        const std::uint16_t center = vertex(at, {0, 0}, 0, 0);
        std::uint16_t previous = rim(at, fromRad);
        for (int i = 1; i <= steps; ++i) {
            const std::uint16_t next = rim(at, fromRad + (toRad - fromRad) * i / steps);
            m_mesh.addTriangle({center, previous, next});
            previous = next;
        }
    }
    std::uint16_t rim(const Station& at, double angleRad) {
        return vertex(at, {std::cos(angleRad), std::sin(angleRad)}, 1, 1);
    }

    LineMesh& m_mesh;
    LineShape m_shape;
    Station m_last;
    Direction m_side;
    double m_length = 1;
    std::uint16_t m_left = 0, m_right = 0;
};

Direction directionOf(MapPoint a, MapPoint b) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    return {(b.x - a.x) / length, (b.y - a.y) / length};
}

LinePiece withoutRepeats(const LinePiece& piece) {
    LinePiece kept{.points = {}, .alongM = {}, .startsLine = piece.startsLine, .endsLine = piece.endsLine};
    for (std::size_t i = 0; i < piece.points.size(); ++i) {
        if (!kept.points.empty() && kept.points.back() == piece.points[i]) continue;
        kept.points.push_back(piece.points[i]);
        kept.alongM.push_back(piece.alongM[i]);
    }
    return kept;
}

}  // namespace

void addLine(LineMesh& mesh, const LinePiece& given, LineShape shape, MapPoint origin) {
    const LinePiece piece = withoutRepeats(given);
    const auto& points = piece.points;
    if (points.size() < 2) return;
    const auto station = [&](std::size_t i) {
        return Station{static_cast<float>(points[i].x - origin.x), static_cast<float>(points[i].y - origin.y),
                       static_cast<float>(piece.alongM[i])};
    };
    const std::size_t last = points.size() - 1;
    const Direction first = directionOf(points[0], points[1]), final = directionOf(points[last - 1], points[last]);
    const bool closed = points[0] == points[last] && points.size() > 3;

    Strip strip(mesh, shape);
    if (piece.startsLine && shape.roundCaps) strip.cap(station(0), {-first.x, -first.y});
    strip.begin(station(0), first);
    for (std::size_t i = 1; i < last; ++i)
        strip.turn(station(i), directionOf(points[i - 1], points[i]), directionOf(points[i], points[i + 1]));
    if (closed) strip.turn(station(last), final, first);
    else strip.end(station(last), final);
    if (piece.endsLine && shape.roundCaps) strip.cap(station(last), final);
}

}  // namespace geodata
