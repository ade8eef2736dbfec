// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/orbat/unit_absence.hpp"

#include <algorithm>

#include "layers/model/date.hpp"
#include "layers/orbat/unit_filter.hpp"
#include "viewer/panels/kit/panel_text.hpp"

namespace viewer {
namespace {

bool isInSight(const layers::Stage& stage, geodata::MapPoint position) {
    const layers::ScreenRect picture{0, 0, static_cast<double>(stage.view.size.width),
                                     static_cast<double>(stage.view.size.height)};
    return picture.contains(stage.view.toScreen(position));
}

bool holds(const LoadedOrbat& table, const std::string& id) {
    return std::ranges::any_of(table.orbat->units, [&](const layers::Unit& unit) { return unit.id == id; });
}

}  // namespace

std::optional<UnitAbsence> absenceOf(const AbsenceAsk& ask) {
    const layers::Unit& unit = ask.orbat.units[ask.unit];
    if (!unit.position || !isInSight(ask.stage, *unit.position)) return {};
    if (!layers::validOn(unit, ask.stage.date))
        return UnitAbsence{"Not here on " + layers::dayGroup(ask.stage.date) + ".", {}};
    if (!layers::passes(unit, ask.stage.units) || layers::hiddenUnits(ask.orbat, ask.stage.units)[ask.unit])
        return UnitAbsence{"Hidden by the order-of-battle filters.", {}};
    const layers::LayerSpec *off = nullptr, *outOfScale = nullptr;
    for (const LoadedOrbat& table : ask.perLayer) {
        const layers::LayerSpec* layer = ask.document.layer(table.layer);
        if (layer == nullptr || !holds(table, unit.id)) continue;
        if (ask.isDrawn(*layer) && unit.accuracy.isGeometry) return UnitAbsence{"Drawn as a line or an area.", {}};
        if (ask.isDrawn(*layer)) return UnitAbsence{"Grouped with a nearby symbol.", {}};
        (layer->visible ? outOfScale : off) = layer;
    }
    if (off != nullptr) return UnitAbsence{"The layer \"" + shownText(off->title, 120) + "\" is off.", off->id};
    if (outOfScale != nullptr)
        return UnitAbsence{"The layer \"" + shownText(outOfScale->title, 120) + "\" is not drawn at this scale.", {}};
    return {};
}

}  // namespace viewer
