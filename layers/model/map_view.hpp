// SPDX-License-Identifier: Apache-2.0
#pragma once
// The view: which part of the map is shown on how many pixels. North is up. Any thread.

#include <algorithm>

#include "geodata/geometry/geometry.hpp"
#include "layers/model/screen_rect.hpp"

namespace layers {

using geodata::MapBox;
using geodata::MapPoint;

struct ScreenSize {
    int width = 0, height = 0;

    bool operator==(const ScreenSize&) const = default;
};

inline constexpr double kNominalPixelMm = 0.28;  // OGC's standard pixel, at scale factor 1
inline constexpr double kMetresPerInch = 0.0254;
inline constexpr double kNominalDpi = 96;      // of paper at scale factor 1, where 1 pt is 1/72 inch
inline constexpr double kPxPerPt = 4.0 / 3.0;  // at scale factor 1

// Pixels of the picture per nominal pixel: how text and symbols grow with the screen.
inline double scaleFactorOf(ScreenSize size, double userFactor = 1) {
    return std::min(size.width / 1920.0, size.height / 1080.0) * userFactor;
}

struct MapView {
    MapPoint center;
    double mPerPx = 1;
    ScreenSize size;

    bool operator==(const MapView&) const = default;
    ScreenPoint toScreen(MapPoint p) const {
        return {size.width / 2.0 + (p.x - center.x) / mPerPx, size.height / 2.0 - (p.y - center.y) / mPerPx};
    }
    MapPoint toMap(ScreenPoint p) const {
        return {center.x + (p.x - size.width / 2.0) * mPerPx, center.y - (p.y - size.height / 2.0) * mPerPx};
    }
    MapBox box() const {
        const double halfW = size.width / 2.0 * mPerPx, halfH = size.height / 2.0 * mPerPx;
        return {{center.x - halfW, center.y - halfH}, {center.x + halfW, center.y + halfH}};
    }
};

// n of 1:n, the nominal pixel being 0.28 mm; `factor` as scaleFactorOf gives it.
inline double scaleDenominator(const MapView& view, double factor) {
    return view.mPerPx * factor / (kNominalPixelMm / 1000);
}

// The view of this size that shows all of `box`, centred.
MapView viewOf(const MapBox& box, ScreenSize size);
// Zoomed by `factor` (> 1: closer) so that the map point under `fixed` stays there.
MapView zoomedAt(const MapView& view, ScreenPoint fixed, double factor);

}  // namespace layers
