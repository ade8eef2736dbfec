#pragma once
// What is seen at the moment and saved with the session but never undone: view, date, switches. A value; any thread.

#include <cstdint>
#include <string>

#include "layers/model/map_view.hpp"

namespace layers {

enum class LabelLanguage : std::uint8_t { latin, arabic, both };

struct Stage {
    MapView view;
    double userFactor = 1;   // Ctrl+plus/minus
    std::string date;        // YYYY-MM-DD
    LabelLanguage language = LabelLanguage::latin;
    bool labels = true, grid = true, legend = false;

    bool operator==(const Stage&) const = default;
    double factor() const { return scaleFactorOf(view.size, userFactor); }
    double px(double pt) const { return pt * kPxPerPt * factor(); }
};

}  // namespace layers
