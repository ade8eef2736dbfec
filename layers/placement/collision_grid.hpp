// SPDX-License-Identifier: Apache-2.0
#pragma once
// Keeps the occupied rectangles in square cells, so that a query costs only what is nearby. Used by placeLabels; any
// thread, one at a time.

#include <cstdint>
#include <vector>

#include "layers/model/map_view.hpp"

namespace layers {

// A text's own box, and the box with the margin that it keeps to others.
struct TextBox {
    ScreenRect body, withMargin;
};

class CollisionGrid {
public:
    explicit CollisionGrid(const ScreenRect& bounds);

    void addKeepOut(const ScreenRect& rect) { add({rect, true}); }
    void addText(const TextBox& box) { add({box.body, false}); }

    // Inside the bounds, and its margin clear of texts and keep-outs. To a keep-out around its own anchor, that is its
    // own marker, only the text itself keeps clear, because offsetPx already says how near that one may come.
    bool isFree(const TextBox& box, const ScreenPoint* anchor) const;

private:
    struct Occupied {
        ScreenRect rect;
        bool keepOut = false;
    };
    struct CellBlock {
        int firstColumn = 0, lastColumn = -1, firstRow = 0, lastRow = -1;
    };

    void add(const Occupied& occupied);
    CellBlock cellsOf(const ScreenRect& rect) const;
    std::size_t cellIndex(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
    }

    ScreenRect m_bounds;
    double m_cellPx = 1;
    int m_columns = 0, m_rows = 0;
    std::vector<Occupied> m_occupied;
    std::vector<std::vector<std::uint32_t>> m_cells;  // indices into m_occupied
};

}  // namespace layers
