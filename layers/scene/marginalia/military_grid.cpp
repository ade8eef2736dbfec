// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/military_grid.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "geodata/grid/metric_grid.hpp"
#include "layers/scene/marginalia/grid_labels.hpp"

namespace layers {
namespace {

constexpr Rgba kLineColor{20, 60, 130, 95}, kTenthColor{20, 60, 130, 150}, kBorderColor{20, 60, 130, 210};
// At 1:100 000 the lines of a kilometre stand a centimetre apart, which sheets of that scale bear.
constexpr double kLeastSpacingPt = 25;

std::vector<ScreenPoint> onScreen(const Stage& stage, const std::vector<MapPoint>& points) {
    std::vector<ScreenPoint> path;
    for (const MapPoint p : points) path.push_back(stage.view.toScreen(p));
    return path;
}

std::string utmName(geodata::UtmZone zone) {
    return (zone.number == 0 ? "UPS " : std::to_string(zone.number)) + (zone.north ? "N" : "S");
}

class MilitaryGrid {
public:
    MilitaryGrid(PlacedMarginalia& out, const MarginaliaInput& in) : m_out(out), m_in(in), m_stage(in.stage) {}

    void add() {
        const geodata::MetricGrid& grid =
            m_in.grids.metric(militaryGridRequest(m_stage), *m_in.math, m_in.document.crs);
        for (const geodata::MetricGridLine& line : grid.lines) addLine(line, grid.stepM);
        for (const auto& border : grid.zoneBorders) addPath(onScreen(m_stage, border), kBorderColor, 1.4);
        addNames(grid.names);
    }

private:
    // Names of zones or squares; where plates stand in the middle of all, one square at least is named elsewhere.
    void addNames(const std::vector<geodata::GridName>& names) {
        std::vector<std::vector<MapPoint>> places;
        bool any = false;
        for (const geodata::GridName& name : names) {
            places.push_back(geodata::placesIn(name, m_stage.view.box()));
            any = (!places.back().empty() && addName(name, places.back().front())) || any;
        }
        for (std::size_t i = 0; i < names.size() && !any; ++i)
            any = std::ranges::any_of(places[i], [&](MapPoint p) { return addName(names[i], p); });
    }

    void addPath(std::vector<ScreenPoint> path, Rgba color, double widthPt) {
        m_out.under.push_back(draw::Polyline{std::move(path), {color, std::max(1.0, m_stage.px(widthPt)), {}}, false});
    }

    void addLine(const geodata::MetricGridLine& line, int stepM) {
        std::vector<ScreenPoint> path = onScreen(m_stage, line.points);
        for (const PictureEdge edge : line.isEasting ? std::array{PictureEdge::top, PictureEdge::bottom}
                                                     : std::array{PictureEdge::left, PictureEdge::right})
            if (const auto at = crossingOf(path, edge, m_stage.view.size)) addLabel(line, stepM, *at, edge);
        const bool isTenth = line.metres % (stepM * 10) == 0;
        addPath(std::move(path), isTenth ? kTenthColor : kLineColor, isTenth ? 0.9 : 0.6);
    }

    // In full once on each edge, as sheets do at their corner: 7|12|000 m E; after it the principal figures with those
    // before.
    void addLabel(const geodata::MetricGridLine& line, int stepM, ScreenPoint at, PictureEdge edge) {
        const geodata::MetricLabel label = geodata::metricLabel(line.metres, stepM);
        const std::pair key{edge, line.zone.number};
        std::vector<LabelPart> parts{{label.before, 7.5, FontFace::regular, 3}, {label.principal, 11, FontFace::bold}};
        if (!m_inFull.contains(key))
            parts.push_back({label.after + (line.isEasting ? " m E" : " m N"), 7.5, FontFace::regular, 3, true});
        if (addEdgeLabel(m_out, m_in, parts, at, edge)) m_inFull.insert(key);
    }

    // The zone's own name stands once in each, in front of a square's letters.
    bool addName(const geodata::GridName& name, MapPoint at) {
        const bool isUtm = m_stage.gridKind == GridKind::utm;
        const std::string zone = isUtm ? utmName(name.utm) : name.zone;
        const bool isNew = !m_zonesNamed.contains(zone);
        std::vector<LabelPart> parts;
        if (isUtm && !isNew) return false;
        if (isNew) parts.push_back({zone, 12, FontFace::bold});
        if (!isUtm && !name.square.empty()) parts.push_back({(isNew ? " " : "") + name.square, 13, FontFace::bold});
        if (parts.empty() || !addMiddleLabel(m_out, m_in, parts, m_stage.view.toScreen(at))) return false;
        m_zonesNamed.insert(zone);
        return true;
    }

    PlacedMarginalia& m_out;
    const MarginaliaInput& m_in;
    const Stage& m_stage;
    std::set<std::pair<PictureEdge, int>> m_inFull;
    std::set<std::string> m_zonesNamed;
};

}  // namespace

geodata::GridRequest militaryGridRequest(const Stage& stage) {
    return {stage.view.box(), stage.view.mPerPx, stage.px(kLeastSpacingPt)};
}

void addMilitaryGrid(PlacedMarginalia& out, const MarginaliaInput& in) { MilitaryGrid(out, in).add(); }

}  // namespace layers
