// SPDX-License-Identifier: Apache-2.0
#pragma once
// The locator: a small map of the land and borders around the view, from the same stores as the map, with the view as
// a frame. Its region moves in steps, so that panning reads nothing. Main thread.

#include <memory>
#include <optional>
#include <vector>

#include "layers/model/content.hpp"
#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"

namespace layers {

inline constexpr double kLocatorWidthPt = 124, kLocatorHeightPt = 93;

struct LocatorMap {
    struct Shape {
        std::vector<MapPoint> points;
        Rgba color;
        bool area = false;  // otherwise a line
    };
    geodata::MapBox region;
    std::vector<Shape> shapes;  // in drawing order, inside the region
};

// None where the view itself shows a continent.
std::optional<geodata::MapBox> locatorRegion(const MapView& view);

class Locator {
public:
    // The same value until region, layers or their contents change; null where there is none.
    std::shared_ptr<const LocatorMap> mapFor(const DocumentPtr& document, const Stage& stage, const Contents& contents);

private:
    DocumentPtr m_document;
    Contents m_contents;
    std::string m_date;
    std::shared_ptr<const LocatorMap> m_map;
};

}  // namespace layers
