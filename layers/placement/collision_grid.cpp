// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/collision_grid.hpp"

#include <algorithm>
#include <cmath>

namespace layers {

namespace {

constexpr double kCellPx = 64;     // about a label's length
constexpr double kMaxCells = 256;  // along either side, so that no picture size costs memory without end

}  // namespace

CollisionGrid::CollisionGrid(const ScreenRect& bounds) : m_bounds(bounds) {
    if (!isFinite(bounds) || bounds.width() <= 0 || bounds.height() <= 0) return;  // no cells: nothing is free
    m_cellPx = std::max(kCellPx, std::max(bounds.width(), bounds.height()) / kMaxCells);
    m_columns = static_cast<int>(bounds.width() / m_cellPx) + 1;
    m_rows = static_cast<int>(bounds.height() / m_cellPx) + 1;
    m_cells.resize(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
}

CollisionGrid::CellBlock CollisionGrid::cellsOf(const ScreenRect& rect) const {
    const auto cell = [this](double distancePx, int count) {
        return static_cast<int>(std::clamp(std::floor(distancePx / m_cellPx), 0.0, static_cast<double>(count - 1)));
    };
    return {cell(rect.left - m_bounds.left, m_columns), cell(rect.right - m_bounds.left, m_columns),
            cell(rect.top - m_bounds.top, m_rows), cell(rect.bottom - m_bounds.top, m_rows)};
}

void CollisionGrid::add(const Occupied& occupied) {
    if (m_cells.empty() || !isFinite(occupied.rect) || !occupied.rect.intersects(m_bounds)) return;
    const auto index = static_cast<std::uint32_t>(m_occupied.size());
    m_occupied.push_back(occupied);
    const CellBlock range = cellsOf(occupied.rect);
    for (int row = range.firstRow; row <= range.lastRow; ++row)
        for (int column = range.firstColumn; column <= range.lastColumn; ++column)
            m_cells[cellIndex(column, row)].push_back(index);
}

bool CollisionGrid::isFree(const TextBox& box, const ScreenPoint* anchor) const {
    const ScreenRect& body = box.body;
    if (m_cells.empty() || !isFinite(body) || body.left < m_bounds.left || body.right > m_bounds.right ||
        body.top < m_bounds.top || body.bottom > m_bounds.bottom)
        return false;
    const auto blocks = [&](std::uint32_t index) {
        const Occupied& other = m_occupied[index];
        const bool ownMarker = other.keepOut && anchor != nullptr && other.rect.contains(*anchor);
        return other.rect.intersects(ownMarker ? body : box.withMargin);
    };
    const CellBlock range = cellsOf(box.withMargin);
    for (int row = range.firstRow; row <= range.lastRow; ++row)
        for (int column = range.firstColumn; column <= range.lastColumn; ++column) {
            const auto& cell = m_cells[cellIndex(column, row)];
            if (std::any_of(cell.begin(), cell.end(), blocks)) return false;
        }
    return true;
}

}  // namespace layers
