// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "geodata/grid/curve.hpp"
#include "geodata/grid/grid.hpp"
#include "geodata/grid/visible_degrees.hpp"

namespace geodata {
namespace {

// In seconds of arc: whole numbers, so that lines of one step lie exactly on those of the next.
constexpr int kStepsSec[] = {90 * 3600, 60 * 3600, 30 * 3600, 15 * 3600, 10 * 3600, 5 * 3600, 2 * 3600, 3600,
                             30 * 60,   20 * 60,   15 * 60,   10 * 60,   5 * 60,    2 * 60,   60,       30,
                             20,        15,        10,        5,         2,         1};

bool isPosition(LonLat p) { return std::isfinite(p.lon) && std::isfinite(p.lat) && std::abs(p.lat) <= 90; }
bool isPlaced(MapPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); }

MapPoint pointIn(const MapBox& box, double shareX, double shareY) {
    return {box.min.x + box.width() * shareX, box.min.y + box.height() * shareY};
}

// Pixels between two lines `stepDeg` apart at this place; none where it cannot be told.
std::optional<double> spacingPx(MapPoint place, GridAxis axis, double stepDeg, const GridRequest& request,
                                const MapMath& math) {
    constexpr double kProbeDeg = 1e-4;
    const LonLat here = math.toLonLat(place);
    if (!isPosition(here)) return std::nullopt;
    const double inward = here.lat > 0 ? -kProbeDeg : kProbeDeg;
    const LonLat there = axis == GridAxis::meridian ? LonLat{normalLon(here.lon + kProbeDeg), here.lat}
                                                    : LonLat{here.lon, here.lat + inward};
    const MapPoint a = math.toMap({normalLon(here.lon), here.lat}), b = math.toMap(there);
    if (!isPlaced(a) || !isPlaced(b)) return std::nullopt;
    return std::hypot(a.x - b.x, a.y - b.y) / kProbeDeg * stepDeg / request.mPerPx;
}

// The narrowest spacing of lines one degree apart over the box; polar places count only where there are no others.
double narrowestPx(GridAxis axis, const GridRequest& request, const MapMath& math) {
    constexpr double kPolarLat = 80;
    double narrowest = HUGE_VAL, polar = HUGE_VAL;
    for (const double shareY : {0.0, 0.5, 1.0})
        for (const double shareX : {0.0, 0.5, 1.0}) {
            const MapPoint place = pointIn(request.box, shareX, shareY);
            const auto px = spacingPx(place, axis, 1, request, math);
            if (!px) continue;
            double& least = std::abs(math.toLonLat(place).lat) > kPolarLat ? polar : narrowest;
            least = std::min(least, *px);
        }
    return std::isfinite(narrowest) ? narrowest : polar;
}

int stepSec(GridAxis axis, const GridRequest& request, const MapMath& math) {
    constexpr double kLeastSpacingPx = 10;  // a map of nothing but lines helps nobody, and would take forever
    const double perDegreePx = narrowestPx(axis, request, math),
                 wantedPx = std::max(request.minSpacingPx, kLeastSpacingPx);
    int best = kStepsSec[0];
    for (const int step : kStepsSec)
        if (std::isfinite(perDegreePx) && perDegreePx * step / 3600 >= wantedPx) best = step;
    return best;
}

bool isUsable(const GridRequest& request) {
    return isPlaced(request.box.min) && isPlaced(request.box.max) && !request.box.empty() && request.mPerPx > 0;
}

std::string angleText(int seconds, int step) {
    const int degrees = seconds / 3600, minutes = seconds / 60 % 60;
    if (step % 3600 == 0) return fmt::format("{}°", degrees);
    if (step % 60 == 0) return fmt::format("{}° {:02}′", degrees, minutes);
    return fmt::format("{}° {:02}′ {:02}″", degrees, minutes, seconds % 60);
}

std::string lineLabel(GridAxis axis, int seconds, int step) {
    if (seconds == 0) return "0°";
    if (axis == GridAxis::meridian && std::abs(seconds) == 180 * 3600) return "180°";
    const char* hemisphere = axis == GridAxis::meridian ? (seconds < 0 ? "W" : "E") : (seconds < 0 ? "S" : "N");
    return fmt::format("{} {}", angleText(std::abs(seconds), step), hemisphere);
}

class Graticule {
public:
    Graticule(const GridRequest& request, const MapMath& math, const VisibleDegrees& seen)
        : m_request(request), m_math(math), m_seen(seen) {}

    std::vector<GridLine> run(const GraticuleSteps& steps) {
        addMeridians(steps.meridianSec);
        addParallels(steps.parallelSec);
        return std::move(m_lines);
    }

private:
    static std::pair<int, int> multiples(DegreeInterval interval, int step) {
        return {static_cast<int>(std::ceil(interval.from * 3600 / step)),
                static_cast<int>(std::floor(interval.to * 3600 / step))};
    }

    void addMeridians(int step) {
        const auto [first, last] = multiples(m_seen.lon, step);
        for (int i = first; i <= last; ++i) {
            const double lon = static_cast<double>(i) * step / 3600;
            const bool again = lon == -180 && m_seen.lon.to == 180;  // comes as +180 too
            if (!again) addMeridian(static_cast<int>(std::lround(normalLon(lon) * 3600)), step);
        }
    }

    void addMeridian(int seconds, int step) {
        const double lon = seconds / 3600.0;
        const GridLine line{GridAxis::meridian, lon, lineLabel(GridAxis::meridian, seconds, step), {}};
        const auto along = [this](double degrees) {
            return [this, degrees](double lat) { return m_math.toMap({degrees, lat}); };
        };
        add(line, along(lon), m_seen.lat);
        if (lon == 180 && isTwoLines()) add(line, along(-180), m_seen.lat);
    }

    // On a cylindrical map the antimeridian is both the right and the left edge.
    bool isTwoLines() const {
        const double lat = (m_seen.lat.from + m_seen.lat.to) / 2;
        const MapPoint east = m_math.toMap({180, lat}), west = m_math.toMap({-180, lat});
        return isPlaced(west) && !(std::hypot(east.x - west.x, east.y - west.y) <= m_request.mPerPx);
    }

    void addParallels(int step) {
        const auto [first, last] = multiples(m_seen.lat, step);
        for (int i = first; i <= last; ++i) {
            const int seconds = i * step;
            if (std::abs(seconds) == 90 * 3600) continue;  // a pole is no line
            const double lat = seconds / 3600.0;
            const GridLine line{GridAxis::parallel, lat, lineLabel(GridAxis::parallel, seconds, step), {}};
            const auto along = [this, lat](double lon) {
                return m_math.toMap({lon == -180 ? lon : normalLon(lon), lat});
            };
            add(line, along, m_seen.lon);
        }
    }

    void add(const GridLine& named, const std::function<MapPoint(double)>& at, DegreeInterval interval) {
        const CurveRequest curve{at, interval.from, interval.to, 0.25 * m_request.mPerPx};
        for (const auto& traced : tracedCurve(curve))
            for (auto& piece : piecesMeeting(m_request.box, traced)) {
                m_lines.push_back(named);
                m_lines.back().points = std::move(piece);
            }
    }

    const GridRequest& m_request;
    const MapMath& m_math;
    const VisibleDegrees m_seen;
    std::vector<GridLine> m_lines;
};

}  // namespace

GraticuleSteps graticuleSteps(const GridRequest& request, const MapMath& math) {
    if (!isUsable(request)) return {};
    return {stepSec(GridAxis::meridian, request, math), stepSec(GridAxis::parallel, request, math)};
}

std::vector<GridLine> graticule(const GridRequest& request, const MapMath& math) {
    return graticule(request, math, graticuleSteps(request, math));
}

std::vector<GridLine> graticule(const GridRequest& request, const MapMath& math, const GraticuleSteps& steps) {
    if (!isUsable(request) || steps.meridianSec <= 0 || steps.parallelSec <= 0) return {};
    const auto seen = visibleDegrees(request.box, math);
    if (!seen) return {};
    return Graticule(request, math, *seen).run(steps);
}

}  // namespace geodata
