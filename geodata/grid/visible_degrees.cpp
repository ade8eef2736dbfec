// SPDX-License-Identifier: Apache-2.0
#include "geodata/grid/visible_degrees.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace geodata {
namespace {

bool isPosition(LonLat p) { return std::isfinite(p.lon) && std::isfinite(p.lat) && std::abs(p.lat) <= 90; }

// The shortest interval that holds all longitudes: what is left when the widest gap around the globe is taken out.
DegreeInterval lonInterval(std::vector<double> lons) {
    std::sort(lons.begin(), lons.end());
    DegreeInterval best{lons.front(), lons.back()};
    for (std::size_t i = 1; i < lons.size(); ++i)
        if (lons[i - 1] + 360 - lons[i] < best.to - best.from) best = {lons[i], lons[i - 1] + 360};
    return best;
}

DegreeInterval grownBy(DegreeInterval interval, double share) {
    const double margin = (interval.to - interval.from) * share;
    return {interval.from - margin, interval.to + margin};
}

class VisibleRange {
public:
    VisibleRange(const MapBox& box, const MapMath& math) : m_box(box), m_math(math) {}

    std::optional<VisibleDegrees> find() {
        sample();
        if (m_lons.empty()) return std::nullopt;
        VisibleDegrees seen{grownBy(lonInterval(m_lons), 1.0 / kSamples), grownBy({m_south, m_north}, 1.0 / kSamples)};
        // The edge of the domain, or the globe's, lies somewhere between two samples: ask for all of it.
        if (m_lost) seen = {{-180, 180}, {-90, 90}};
        if (seen.lon.to - seen.lon.from >= 360) seen.lon = {-180, 180};
        seen.lat = {std::max(seen.lat.from, -90.0), std::min(seen.lat.to, 90.0)};
        return seen;
    }

private:
    static constexpr int kSamples = 32;

    void sample() {
        for (int row = 0; row <= kSamples; ++row)
            for (int column = 0; column <= kSamples; ++column)
                add(m_math.toLonLat(
                    {m_box.min.x + m_box.width() * column / kSamples, m_box.min.y + m_box.height() * row / kSamples}));
    }
    void add(LonLat p) {
        if (!isPosition(p)) {
            m_lost = true;
            return;
        }
        m_lost = m_lost || std::abs(p.lon) > 180;
        m_lons.push_back(normalLon(p.lon));
        m_south = std::min(m_south, p.lat);
        m_north = std::max(m_north, p.lat);
    }

    const MapBox& m_box;
    const MapMath& m_math;
    std::vector<double> m_lons;
    double m_south = 90, m_north = -90;
    bool m_lost = false;
};

}  // namespace

std::optional<VisibleDegrees> visibleDegrees(const MapBox& box, const MapMath& math) {
    return VisibleRange(box, math).find();
}

double normalLon(double lon) {
    const double r = std::remainder(lon, 360.0);
    return r <= -180 ? r + 360 : r;
}

}  // namespace geodata
