// SPDX-License-Identifier: Apache-2.0
// The bundled orders of battle at their scales: how many units stand as symbols of their own.
#include <doctest/doctest.h>

#include <algorithm>

#include "layers/scene/units/unit_roster.hpp"
#include "layers/scene/units/unit_zoom_placement.hpp"
#include "tests/areas/opened_area.hpp"

using namespace layers;

namespace {

struct Shown {
    std::size_t units = 0, own = 0;
};

Shown shownAt(const std::string& area, const std::string& date, double denominator) {
    const areas::OpenedArea opened = areas::openBundled(area);
    Contents contents;
    for (const auto& [layer, store] : opened.stores) contents[layer] = {1, {store}};
    Stage stage;
    stage.date = date;
    stage.view.size = {3840, 2160};
    const double mPerNominalPx = denominator * kNominalPixelMm / 1000;
    stage.view.mPerPx = mPerNominalPx / stage.factor();
    SymbolFactory symbols({OPSMAP_MILSYMBOL, {}, [] {}});
    UnitRoster roster;
    const auto document = std::make_shared<const Document>(opened.document);
    roster.update(document, stage, contents, symbols);
    symbols.waitUntilIdle();
    symbols.poll();
    roster.update(document, stage, contents, symbols);
    const auto zoomed = UnitZoomPlacement().at(mPerNominalPx, roster.units());
    return {zoomed.size(), static_cast<std::size_t>(std::ranges::count(zoomed, true, &ZoomedUnit::own))};
}

}  // namespace

TEST_CASE("UNIFIL on 6 November 2018 at 1:250 000: nine of ten units stand as symbols of their own") {
    const Shown shown = shownAt("unifil", "2018-11-06", 250'000);
    CHECK(shown.units >= 14);
    CHECK(shown.own * 10 >= shown.units * 9);
}
