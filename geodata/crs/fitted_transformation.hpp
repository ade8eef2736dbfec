// SPDX-License-Identifier: Apache-2.0
#pragma once
// The step "reproject" for bulk vertices. A polynomial per cell of the source's coordinates replaces PROJ's call per
// vertex; it is fitted to PROJ and checked against PROJ at other points. A cell that fails the check is quartered,
// and in the end PROJ itself is used. The result depends on the coordinates alone, so borders that share vertices
// keep sharing them. Each object belongs to the job that made it, on one thread.

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "geodata/crs/transformation.hpp"

namespace geodata {

class FittedTransformation {
public:
    static constexpr double kMostErrorM = 0.01;  // against PROJ

    explicit FittedTransformation(Transformation exact);

    // As Transformation's, within kMostErrorM of it.
    MapPoint forward(MapPoint sourcePoint);
    std::size_t forward(std::span<MapPoint> points);

    // Whether the map's image of the edge stays within `toleranceM` of the straight line between its ends, by a bound
    // that never says so wrongly; false where the two ends lie in different cells, or PROJ itself answers.
    bool isSurelyStraight(MapPoint a, MapPoint b, double toleranceM);

    // Of all points so far, those that a polynomial answered.
    std::uint64_t fittedPoints() const { return m_fittedPoints; }
    std::uint64_t points() const { return m_points; }

private:
    static constexpr int kDegree = 5, kTerms = kDegree + 1;

    // x and y of the map as polynomials of the place in the cell, -1 to 1 in both directions.
    struct Polynomial {
        MapPoint middle;
        double perUnitX = 1, perUnitY = 1;
        struct Row {
            std::array<double, kTerms> x{}, y{};  // by power of v
        };
        std::array<Row, kTerms> byU{};
        struct Bend {
            double uu, uv, vv;
        } mostBend{};  // bounds of the second derivatives over the cell, an eighth of each
        MapPoint at(MapPoint p) const;
        void applyTo(std::span<MapPoint> points) const;
        template <std::size_t kLanes>
        void apply(MapPoint* points) const;
    };
    struct Cell {
        MapBox box;
        int level = 0;
        enum class Kind : std::uint8_t { fitted, quartered, exact } kind = Kind::exact;
        std::size_t firstChild = 0;  // of quartered ones; the four follow each other
        std::size_t polynomial = 0;
        bool tried = false;
        bool contains(MapPoint p) const {
            return p.x >= box.min.x && p.x < box.max.x && p.y >= box.min.y && p.y < box.max.y;
        }
    };

    static Polynomial::Bend mostBendOf(const Polynomial& polynomial);
    bool isInGrid(MapPoint p) const;
    std::size_t runInLastCell(std::span<const MapPoint> points) const;
    std::size_t leafFor(MapPoint p);
    std::size_t baseCellFor(MapPoint p);
    void settle(std::size_t cell);
    bool agrees(const Polynomial& polynomial, const MapBox& box) const;
    bool fit(Polynomial& polynomial, const MapBox& box) const;

    Transformation m_exact;
    double m_cellSide;  // of the base cells, source units
    std::unordered_map<std::uint64_t, std::size_t> m_baseCells;
    std::vector<Cell> m_cells;
    std::vector<Polynomial> m_polynomials;
    std::size_t m_last = 0;  // neighbouring vertices mostly share a cell
    std::uint64_t m_points = 0, m_fittedPoints = 0;
};

}  // namespace geodata
