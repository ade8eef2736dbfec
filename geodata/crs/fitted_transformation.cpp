// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/fitted_transformation.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace geodata {
namespace {

constexpr double kBaseCellDegrees = 4, kBaseCellM = 1 << 18;
// Where PROJ chooses among operations, the edge of one's area of use is a jump that the check must see: closer points.
constexpr double kSeveralOperations = 0.25;
constexpr int kMostLevels = 4;      // quartered down to a quarter of a degree, or 16 km
constexpr double kAgreeM = 0.0025;  // at the checked points, so that what lies between stays well inside a centimetre
constexpr int kCheckSteps = 6;      // 7 × 7 points, none of them a node of the fit
constexpr double kFarthestCell = 1 << 20;

template <std::size_t kCount>
std::array<double, kCount> chebyshevNodes() {
    std::array<double, kCount> nodes{};
    for (std::size_t k = 0; k < kCount; ++k)
        nodes[k] = std::cos((2.0 * static_cast<double>(k) + 1) * std::numbers::pi / (2.0 * kCount));
    return nodes;
}

// Coefficients of the powers of t of the polynomial that is 1 at node k and 0 at the others, for every k (Lagrange).
template <std::size_t kCount>
std::array<std::array<double, kCount>, kCount> lagrangePowers(const std::array<double, kCount>& nodes) {
    std::array<std::array<double, kCount>, kCount> all{};
    for (std::size_t k = 0; k < kCount; ++k) {
        std::array<double, kCount>& powers = all[k];
        powers[0] = 1;
        std::size_t degree = 0;
        for (std::size_t other = 0; other < kCount; ++other) {
            if (other == k) continue;
            const double scale = 1 / (nodes[k] - nodes[other]);
            for (std::size_t i = ++degree; i-- > 0;) {
                powers[i + 1] += powers[i] * scale;
                powers[i] *= -nodes[other] * scale;
            }
        }
    }
    return all;
}

MapPoint middleOf(const MapBox& box) { return {(box.min.x + box.max.x) / 2, (box.min.y + box.max.y) / 2}; }

MapPoint inBox(const MapBox& box, double u, double v) {
    const MapPoint middle = middleOf(box);
    return {middle.x + u * box.width() / 2, middle.y + v * box.height() / 2};
}

}  // namespace

FittedTransformation::FittedTransformation(Transformation exact)
    : m_exact(std::move(exact)),
      m_cellSide((m_exact.fromDegrees() ? kBaseCellDegrees : kBaseCellM) *
                 (m_exact.isOneOperation() ? 1 : kSeveralOperations)) {}

// Several points at a time, so that the compiler can keep them side by side in registers; each gets the same operations
// in the same order, whoever stands beside it.
template <std::size_t kLanes>
void FittedTransformation::Polynomial::apply(MapPoint* points) const {
    std::array<double, kLanes> u, v, x{}, y{};
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        u[lane] = (points[lane].x - middle.x) * perUnitX;
        v[lane] = (points[lane].y - middle.y) * perUnitY;
    }
    for (std::size_t power = kTerms; power-- > 0;) {
        std::array<double, kLanes> rowX, rowY;
        rowX.fill(byU[power].x[kDegree]);
        rowY.fill(byU[power].y[kDegree]);
        for (std::size_t vPower = kDegree; vPower-- > 0;)
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                rowX[lane] = rowX[lane] * v[lane] + byU[power].x[vPower];
                rowY[lane] = rowY[lane] * v[lane] + byU[power].y[vPower];
            }
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            x[lane] = x[lane] * u[lane] + rowX[lane];
            y[lane] = y[lane] * u[lane] + rowY[lane];
        }
    }
    for (std::size_t lane = 0; lane < kLanes; ++lane) points[lane] = {x[lane], y[lane]};
}

MapPoint FittedTransformation::Polynomial::at(MapPoint p) const {
    apply<1>(&p);
    return p;
}

void FittedTransformation::Polynomial::applyTo(std::span<MapPoint> points) const {
    constexpr std::size_t kLanes = 8;
    for (; points.size() >= kLanes; points = points.subspan(kLanes)) apply<kLanes>(points.data());
    for (MapPoint& p : points) apply<1>(&p);
}

bool FittedTransformation::isInGrid(MapPoint p) const {
    return std::abs(p.x) < kFarthestCell * m_cellSide && std::abs(p.y) < kFarthestCell * m_cellSide;  // false for NaN
}

MapPoint FittedTransformation::forward(MapPoint p) {
    ++m_points;
    if (m_last >= m_cells.size() || !m_cells[m_last].contains(p)) {
        if (!isInGrid(p)) return m_exact.forward(p);
        m_last = leafFor(p);
    }
    const Cell& cell = m_cells[m_last];
    if (cell.kind == Cell::Kind::exact) return m_exact.forward(p);
    ++m_fittedPoints;
    return m_polynomials[cell.polynomial].at(p);
}

bool FittedTransformation::isSurelyStraight(MapPoint a, MapPoint b, double toleranceM) {
    if (m_last >= m_cells.size() || !m_cells[m_last].contains(a)) {
        if (!isInGrid(a)) return false;
        m_last = leafFor(a);
    }
    const Cell& cell = m_cells[m_last];
    if (cell.kind != Cell::Kind::fitted || !cell.contains(b)) return false;
    const Polynomial& polynomial = m_polynomials[cell.polynomial];
    const double du = std::abs(b.x - a.x) * polynomial.perUnitX, dv = std::abs(b.y - a.y) * polynomial.perUnitY;
    const auto& bend = polynomial.mostBend;
    return bend.uu * du * du + 2 * bend.uv * du * dv + bend.vv * dv * dv <= toleranceM;
}

// The first points that lie in the cell of the last one, where a polynomial answers.
std::size_t FittedTransformation::runInLastCell(std::span<const MapPoint> points) const {
    if (m_last >= m_cells.size() || m_cells[m_last].kind != Cell::Kind::fitted) return 0;
    const auto outside = std::find_if_not(points.begin(), points.end(),
                                          [&cell = m_cells[m_last]](MapPoint p) { return cell.contains(p); });
    return static_cast<std::size_t>(outside - points.begin());
}

std::size_t FittedTransformation::forward(std::span<MapPoint> points) {
    std::size_t lost = 0;
    while (!points.empty()) {
        if (const std::size_t run = runInLastCell(points); run > 0) {
            m_polynomials[m_cells[m_last].polynomial].applyTo(points.first(run));
            m_points += run;
            m_fittedPoints += run;
            points = points.subspan(run);
            continue;
        }
        points.front() = forward(points.front());
        lost += std::isnan(points.front().x);
        points = points.subspan(1);
    }
    return lost;
}

std::size_t FittedTransformation::leafFor(MapPoint p) {
    std::size_t cell = baseCellFor(p);
    for (;;) {
        if (!m_cells[cell].tried) settle(cell);
        if (m_cells[cell].kind != Cell::Kind::quartered) return cell;
        const MapPoint middle = middleOf(m_cells[cell].box);
        const bool east = p.x >= middle.x, north = p.y >= middle.y;
        cell = m_cells[cell].firstChild + (east ? 1 : 0) + (north ? 2 : 0);
    }
}

std::size_t FittedTransformation::baseCellFor(MapPoint p) {
    const double column = std::floor(p.x / m_cellSide), row = std::floor(p.y / m_cellSide);
    const auto key = (static_cast<std::uint64_t>(static_cast<std::int64_t>(column)) << 32) ^
                     (static_cast<std::uint64_t>(static_cast<std::int64_t>(row)) & 0xffffffffU);
    const auto [found, isNew] = m_baseCells.try_emplace(key, m_cells.size());
    if (isNew)
        m_cells.push_back(
            {.box = {{column * m_cellSide, row * m_cellSide}, {(column + 1) * m_cellSide, (row + 1) * m_cellSide}}});
    return found->second;
}

// Decides what answers for a cell: a polynomial, its quarters, or PROJ.
void FittedTransformation::settle(std::size_t index) {
    m_cells[index].tried = true;
    const MapBox box = m_cells[index].box;
    Polynomial polynomial{middleOf(box), 2 / box.width(), 2 / box.height()};
    if (fit(polynomial, box) && agrees(polynomial, box)) {
        m_cells[index].kind = Cell::Kind::fitted;
        m_cells[index].polynomial = m_polynomials.size();
        polynomial.mostBend = mostBendOf(polynomial);
        m_polynomials.push_back(polynomial);
        return;
    }
    const int level = m_cells[index].level;
    if (level == kMostLevels) return;
    m_cells[index].kind = Cell::Kind::quartered;
    m_cells[index].firstChild = m_cells.size();
    const MapPoint middle = middleOf(box);
    for (const MapBox& quarter : {MapBox{box.min, middle}, MapBox{{middle.x, box.min.y}, {box.max.x, middle.y}},
                                  MapBox{{box.min.x, middle.y}, {middle.x, box.max.y}}, MapBox{middle, box.max}})
        m_cells.push_back({.box = quarter, .level = level + 1});
}

// Interpolates PROJ at Chebyshev nodes. False where PROJ has no answer for one.
bool FittedTransformation::fit(Polynomial& polynomial, const MapBox& box) const {
    static const auto nodes = chebyshevNodes<kTerms>();
    static const auto powers = lagrangePowers<kTerms>(nodes);
    for (std::size_t i = 0; i < kTerms; ++i)
        for (std::size_t j = 0; j < kTerms; ++j) {
            const MapPoint value = m_exact.forward(inBox(box, nodes[i], nodes[j]));
            if (!std::isfinite(value.x) || !std::isfinite(value.y)) return false;
            for (std::size_t v = 0; v < kTerms; ++v)
                for (std::size_t u = 0; u < kTerms; ++u) {
                    polynomial.byU[u].x[v] += value.x * powers[i][u] * powers[j][v];
                    polynomial.byU[u].y[v] += value.y * powers[i][u] * powers[j][v];
                }
        }
    return true;
}

// A chord of length d leaves its curve by at most the second derivative times d² / 8; within the cell |u| and |v| are
// at most 1, so that the coefficients' sizes bound every second derivative.
FittedTransformation::Polynomial::Bend FittedTransformation::mostBendOf(const Polynomial& polynomial) {
    Polynomial::Bend bend{};
    for (std::size_t u = 0; u < kTerms; ++u)
        for (std::size_t v = 0; v < kTerms; ++v) {
            const double size = std::hypot(polynomial.byU[u].x[v], polynomial.byU[u].y[v]);
            const auto i = static_cast<double>(u), j = static_cast<double>(v);
            bend.uu += size * i * (i - 1) / 8;
            bend.uv += size * i * j / 8;
            bend.vv += size * j * (j - 1) / 8;
        }
    return bend;
}

bool FittedTransformation::agrees(const Polynomial& polynomial, const MapBox& box) const {
    for (int row = 0; row <= kCheckSteps; ++row)
        for (int column = 0; column <= kCheckSteps; ++column) {
            const double u = 2.0 * column / kCheckSteps - 1, v = 2.0 * row / kCheckSteps - 1;
            const MapPoint place = inBox(box, u, v), wanted = m_exact.forward(place), got = polynomial.at(place);
            if (!(std::hypot(got.x - wanted.x, got.y - wanted.y) <= kAgreeM)) return false;
        }
    return true;
}

}  // namespace geodata
