// SPDX-License-Identifier: Apache-2.0
#pragma once
// The layout of the plates around the map. Each plate grows inwards from a corner or side of the picture into the
// first free stretch, so that none overlaps another, whatever the picture's shape. A value; any thread.

#include <optional>
#include <vector>

#include "layers/model/map_view.hpp"

namespace layers {

enum class PlateSide : std::uint8_t { topLeft, top, topRight, bottomLeft, bottom, bottomRight };

struct PlateSize {
    double widthPx = 0, heightPx = 0;
};

class MarginaliaLayout {
public:
    // `edgePx` from the picture's edge, `gapPx` between plates.
    MarginaliaLayout(ScreenSize picture, double edgePx, double gapPx)
        : m_picture(picture), m_edgePx(edgePx), m_gapPx(gapPx) {}

    // Taken from then on, on whole pixels. None where it fits nowhere along its side.
    std::optional<ScreenRect> put(PlateSide side, PlateSize size);
    // Where put() would put it.
    std::optional<ScreenRect> placeFor(PlateSide side, PlateSize size) const;
    // The first of two sides while that leaves the plate at the picture's edge; of places farther in, the one that
    // covers less of its middle.
    PlateSide better(PlateSide first, PlateSide second, PlateSize size) const;
    // The tallest plate of that width that side still has room for; 0 where it is too wide.
    double tallestPx(PlateSide side, double widthPx) const;
    double widestPx() const { return m_picture.width - 2 * m_edgePx; }

private:
    struct FreeSpan {
        double top = 0, bottom = 0;
    };
    ScreenRect column(PlateSide side, double widthPx) const;
    std::vector<FreeSpan> freeSpans(const ScreenRect& column) const;

    ScreenSize m_picture;
    double m_edgePx, m_gapPx;
    std::vector<ScreenRect> m_taken;
};

}  // namespace layers
