// SPDX-License-Identifier: Apache-2.0
#include "geodata/grid/metric_grid.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "geodata/crs/position_text.hpp"
#include "geodata/grid/curve.hpp"
#include "geodata/grid/visible_degrees.hpp"

namespace geodata {
namespace {

constexpr int kSquareM = 100'000;
constexpr MapPoint kNowhere{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};

bool isPlaced(MapPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); }
double between(double from, double to, double share) { return from + (to - from) * share; }
bool isPosition(LonLat p) { return std::isfinite(p.lon) && std::isfinite(p.lat) && std::abs(p.lat) <= 90; }

bool isUsable(const GridRequest& request) {
    return isPlaced(request.box.min) && isPlaced(request.box.max) && !request.box.empty() && request.mPerPx > 0;
}

// Pixels that a kilometre has where the map shows it smallest; 0 where nothing can be measured.
double narrowestKmPx(const GridRequest& request, const MapMath& math) {
    double least = HUGE_VAL;
    const MapBox& box = request.box;
    for (const double shareY : {0.0, 0.5, 1.0})
        for (const double shareX : {0.0, 0.5, 1.0}) {
            const MapPoint p{box.min.x + box.width() * shareX, box.min.y + box.height() * shareY};
            const LonLat west = math.toLonLat({p.x - request.mPerPx, p.y}),
                         east = math.toLonLat({p.x + request.mPerPx, p.y});
            if (!isPosition(west) || !isPosition(east)) continue;
            if (const double groundM = geodesicDistanceM(west, east); groundM > 0)
                least = std::min(least, 2000 / groundM);
        }
    return std::isfinite(least) ? least : 0;
}

int stepFor(const GridRequest& request, const MapMath& math) {
    constexpr double kLeastSpacingPx = 10;  // closer lines would be a grey area, and take forever
    const double kmPx = narrowestKmPx(request, math), wantedPx = std::max(request.minSpacingPx, kLeastSpacingPx);
    if (kmPx >= wantedPx) return 1'000;
    if (kmPx * 10 >= wantedPx) return 10'000;
    return kmPx * 100 >= wantedPx * 2 ? kSquareM : 0;
}

// What is seen of a zone: its degrees and their reach in its own metres.
struct SeenZone {
    const GridZone* zone = nullptr;
    double west = 0, south = 0, east = 0, north = 0;
    double eastingFrom = HUGE_VAL, eastingTo = -HUGE_VAL, northingFrom = HUGE_VAL, northingTo = -HUGE_VAL;

    bool contains(LonLat p) const { return p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north; }
};

// Along the border of the part that is seen: its extremes in metres lie there.
void measure(SeenZone& seen) {
    constexpr int kSteps = 16;
    for (int i = 0; i <= kSteps; ++i) {
        const double lon = seen.west + (seen.east - seen.west) * i / kSteps,
                     lat = seen.south + (seen.north - seen.south) * i / kSteps;
        for (const LonLat p :
             {LonLat{lon, seen.south}, LonLat{lon, seen.north}, LonLat{seen.west, lat}, LonLat{seen.east, lat}}) {
            const GridMetres at = utmOf(p, seen.zone->zone);
            seen.eastingFrom = std::min(seen.eastingFrom, at.easting),
            seen.eastingTo = std::max(seen.eastingTo, at.easting);
            seen.northingFrom = std::min(seen.northingFrom, at.northing),
            seen.northingTo = std::max(seen.northingTo, at.northing);
        }
    }
}

// The zones that meet what is seen; a view over the antimeridian counts its longitudes past 180.
std::vector<SeenZone> seenZones(const VisibleDegrees& view) {
    std::vector<SeenZone> all;
    for (const GridZone& zone : gridZones())
        for (const double turn : {-360.0, 0.0, 360.0}) {
            SeenZone seen{&zone, std::max(zone.west, view.lon.from - turn), std::max(zone.south, view.lat.from),
                          std::min(zone.east, view.lon.to - turn), std::min(zone.north, view.lat.to)};
            if (seen.west >= seen.east || seen.south >= seen.north) continue;
            measure(seen);
            all.push_back(seen);
        }
    return all;
}

class MetricGridMaker {
public:
    MetricGridMaker(const GridRequest& request, const MapMath& math, int stepM) : m_request(request), m_math(math) {
        m_grid.stepM = stepM;
    }

    MetricGrid run(const VisibleDegrees& view) {
        for (const SeenZone& seen : seenZones(view)) {
            addBorders(seen);
            if (m_grid.stepM > 0) addLines(seen), addSquares(seen);
            else
                addName({.utm = seen.zone->zone, .zone = seen.zone->name, .square = {}, .middle = {}},
                        [&](double u, double v) {
                            return m_math.toMap({between(seen.west, seen.east, u), between(seen.south, seen.north, v)});
                        });
        }
        return std::move(m_grid);
    }

private:
    std::vector<std::vector<MapPoint>> traced(const std::function<MapPoint(double)>& at, double from, double to) const {
        // Zones are narrow and their lines gentle: few pieces, each still checked at its middle.
        constexpr int kFirstPieces = 8;
        std::vector<std::vector<MapPoint>> pieces;
        for (const auto& line : tracedCurve({at, from, to, 0.25 * m_request.mPerPx, kFirstPieces}))
            for (auto& piece : piecesMeeting(m_request.box, line)) pieces.push_back(std::move(piece));
        return pieces;
    }

    // West and south: the other two are the neighbours' own.
    void addBorders(const SeenZone& seen) {
        const GridZone& zone = *seen.zone;
        const auto add = [this](auto at, double from, double to) {
            for (auto& piece : traced(at, from, to)) m_grid.zoneBorders.push_back(std::move(piece));
        };
        if (seen.west == zone.west)
            add([&](double lat) { return m_math.toMap({zone.west, lat}); }, seen.south, seen.north);
        if (seen.south == zone.south && zone.south > -90)
            add([&](double lon) { return m_math.toMap({lon, zone.south}); }, seen.west, seen.east);
    }

    MapPoint placed(const SeenZone& seen, GridMetres at) const {
        const LonLat p = lonLatOf(at, seen.zone->zone);
        return seen.contains(p) ? m_math.toMap(p) : kNowhere;
    }

    void addLines(const SeenZone& seen) {
        const int step = m_grid.stepM;
        for (int e = firstMultiple(seen.eastingFrom, step); e <= seen.eastingTo; e += step)
            addLine(
                {true, e, seen.zone->zone, {}}, [&, e](double n) { return placed(seen, {static_cast<double>(e), n}); },
                seen.northingFrom, seen.northingTo);
        for (int n = firstMultiple(seen.northingFrom, step); n <= seen.northingTo; n += step)
            addLine(
                {false, n, seen.zone->zone, {}}, [&, n](double e) { return placed(seen, {e, static_cast<double>(n)}); },
                seen.eastingFrom, seen.eastingTo);
    }

    static int firstMultiple(double from, int step) { return static_cast<int>(std::ceil(from / step)) * step; }

    void addLine(const MetricGridLine& named, const std::function<MapPoint(double)>& at, double from, double to) {
        for (auto& piece : traced(at, from, to)) {
            m_grid.lines.push_back(named);
            m_grid.lines.back().points = std::move(piece);
        }
    }

    void addSquares(const SeenZone& seen) {
        for (int e = firstMultiple(seen.eastingFrom - kSquareM, kSquareM); e <= seen.eastingTo; e += kSquareM)
            for (int n = firstMultiple(seen.northingFrom - kSquareM, kSquareM); n <= seen.northingTo; n += kSquareM) {
                const GridName name{seen.zone->zone,
                                    seen.zone->name,
                                    squareLetters({e + kSquareM / 2.0, n + kSquareM / 2.0}, *seen.zone),
                                    {}};
                // Of the square only what the view may show: a close view lies between a whole square's samples.
                const double west = std::max<double>(e, seen.eastingFrom),
                             east = std::min<double>(e + kSquareM, seen.eastingTo);
                const double south = std::max<double>(n, seen.northingFrom),
                             north = std::min<double>(n + kSquareM, seen.northingTo);
                const bool isSliver =
                    !(std::min(east - west, north - south) > m_request.mPerPx);  // or lies on the zone's border
                if (!name.square.empty() && !isSliver)
                    addName(name, [&](double u, double v) {
                        return placed(seen, {between(west, east, u), between(south, north, v)});
                    });
            }
    }

    // As near as may be to the middle of what the view shows of the patch that `at` maps the unit square to; nothing
    // where it shows none of it. One of the samples, because the middle of a wedge's box may lie outside the wedge.
    void addName(GridName name, const std::function<MapPoint(double, double)>& at) {
        constexpr int kSamples = 9;
        std::vector<MapPoint> seen;
        for (int row = 0; row < kSamples; ++row)
            for (int column = 0; column < kSamples; ++column) {
                const MapPoint p = at((column + 0.5) / kSamples, (row + 0.5) / kSamples);
                if (isPlaced(p) && m_request.box.contains(p)) seen.push_back(p);
            }
        name.places = std::move(seen);
        const std::vector<MapPoint> places = placesIn(name, m_request.box);
        if (places.empty()) return;
        name.middle = places.front();
        m_grid.names.push_back(std::move(name));
    }

    const GridRequest& m_request;
    const MapMath& m_math;
    MetricGrid m_grid;
};

}  // namespace

int metricStepM(const GridRequest& request, const MapMath& math) {
    return isUsable(request) ? stepFor(request, math) : 0;
}

MetricGrid metricGrid(const GridRequest& request, const MapMath& math) {
    return metricGrid(request, math, metricStepM(request, math));
}

MetricGrid metricGrid(const GridRequest& request, const MapMath& math, int stepM) {
    if (!isUsable(request)) return {};
    const auto view = visibleDegrees(request.box, math);
    return view ? MetricGridMaker(request, math, stepM).run(*view) : MetricGrid{};
}

std::vector<MapPoint> placesIn(const GridName& name, const MapBox& seen) {
    std::vector<MapPoint> places;
    for (const MapPoint p : name.places)
        if (seen.contains(p)) places.push_back(p);
    const MapPoint middle = boxOf(places).center();
    std::ranges::stable_sort(places, {}, [&](MapPoint p) { return std::hypot(p.x - middle.x, p.y - middle.y); });
    return places;
}

MetricLabel metricLabel(int metres, int stepM) {
    const std::string digits = std::to_string(metres);
    const std::size_t tail = stepM >= kSquareM ? 5 : stepM >= 10'000 ? 4 : 3;
    // Of a square's own figures all that the step leaves; 100 km lines bear the square's.
    const std::size_t principal =
        std::min(stepM >= kSquareM ? 1 : 5 - tail, digits.size() > tail ? digits.size() - tail : 0);
    if (principal == 0) return {"", digits, ""};
    const std::size_t before = digits.size() - tail - principal;
    return {digits.substr(0, before), digits.substr(before, principal), digits.substr(before + principal)};
}

}  // namespace geodata
