// SPDX-License-Identifier: Apache-2.0
#include "geodata/grid/curve.hpp"

#include <cmath>

namespace geodata {
namespace {

// 2^16 pieces of a piece: finer than a pixel for any view that has room for a line.
constexpr int kMostHalvings = 16;

bool isPlaced(MapPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); }

double distance(MapPoint a, MapPoint b) { return std::hypot(a.x - b.x, a.y - b.y); }

struct Sample {
    double t = 0;
    MapPoint point;
};

class Tracer {
public:
    explicit Tracer(const CurveRequest& request) : m_request(request) {}

    std::vector<std::vector<MapPoint>> run() {
        Sample before = sample(0);
        begin(before);
        for (int i = 1; i <= m_request.firstPieces; ++i) {
            const Sample next = sample(static_cast<double>(i) / m_request.firstPieces);
            trace(before, next);
            before = next;
        }
        cut();
        return std::move(m_pieces);
    }

private:
    struct Open {
        Sample from, to;
        int halvingsLeft;
    };

    Sample sample(double share) const {
        const double t = m_request.from + (m_request.to - m_request.from) * share;
        return {t, m_request.at(t)};
    }

    void trace(const Sample& from, const Sample& to) {
        m_open.assign(1, {from, to, kMostHalvings});
        while (!m_open.empty()) {
            const Open open = m_open.back();
            m_open.pop_back();
            if (!isPlaced(open.from.point) && !isPlaced(open.to.point)) {
                begin(open.to);
                continue;
            }
            const double middleT = open.from.t + (open.to.t - open.from.t) / 2;
            const Sample middle{middleT, m_request.at(middleT)};
            if (fits(open, middle)) add(open.to);
            else if (open.halvingsLeft == 0)
                begin(open.to);  // the edge of the domain, or a jump such as at the antimeridian
            else {
                m_open.push_back({middle, open.to, open.halvingsLeft - 1});
                m_open.push_back({open.from, middle, open.halvingsLeft - 1});
            }
        }
    }

    // Half the tolerance at the middle leaves room for curves whose largest error is elsewhere.
    bool fits(const Open& open, const Sample& middle) const {
        const MapPoint a = open.from.point, b = open.to.point;
        if (!isPlaced(a) || !isPlaced(b) || !isPlaced(middle.point)) return false;
        return distance({a.x / 2 + b.x / 2, a.y / 2 + b.y / 2}, middle.point) <= m_request.toleranceM / 2 ||
               distance(a, b) <= m_request.toleranceM / 2;
    }

    void add(const Sample& next) { m_line.push_back(next.point); }

    void begin(const Sample& next) {
        cut();
        if (isPlaced(next.point)) m_line.push_back(next.point);
    }

    void cut() {
        if (m_line.size() > 1) m_pieces.push_back(std::move(m_line));
        m_line.clear();
    }

    const CurveRequest& m_request;
    std::vector<Open> m_open;
    std::vector<MapPoint> m_line;
    std::vector<std::vector<MapPoint>> m_pieces;
};

}  // namespace

std::vector<std::vector<MapPoint>> tracedCurve(const CurveRequest& request) { return Tracer(request).run(); }

std::vector<std::vector<MapPoint>> piecesMeeting(const MapBox& box, const std::vector<MapPoint>& line) {
    std::vector<std::vector<MapPoint>> pieces;
    bool open = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const bool meets = extended(extended({}, line[i - 1]), line[i]).intersects(box);
        if (meets && !open) pieces.push_back({line[i - 1]});
        if (meets) pieces.back().push_back(line[i]);
        open = meets;
    }
    return pieces;
}

}  // namespace geodata
