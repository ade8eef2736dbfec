// SPDX-License-Identifier: Apache-2.0
#pragma once
// The history of views, as in a browser. Window sizes are not part of it. Main thread.

#include <optional>
#include <vector>

#include "layers/model/map_view.hpp"

namespace viewer {

class ViewHistory {
public:
    // The view came to rest here. What lay ahead is forgotten, unless it is the place that stands there already.
    void remember(const layers::MapView& view);
    // The previous and next place, for a window of this size; nothing where there is none.
    std::optional<layers::MapView> back(layers::ScreenSize size);
    std::optional<layers::MapView> forward(layers::ScreenSize size);

private:
    struct Place {
        layers::MapPoint center;
        double mPerPx = 1;
        bool operator==(const Place&) const = default;
    };
    std::vector<Place> m_places;
    std::size_t m_at = 0;  // the present one, where there are any
};

}  // namespace viewer
