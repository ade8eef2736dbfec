// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/marginalia_content.hpp"

#include "layers/model/date.hpp"
#include "layers/scene/marginalia/layer_sight.hpp"
#include "layers/scene/marginalia/north.hpp"

namespace layers {

void MarginaliaGatherer::gatherLayers(const MarginaliaSources& s) {
    Sight sight{s.document, s.contents, s.stage.view, s.stage.scale(), s.stage.date};
    if (sight == m_sight) return;
    m_content.layersInSight = layersInSight(*s.document, s.stage, s.contents);
    m_sight = std::move(sight);
}

void MarginaliaGatherer::gatherUnits(const MarginaliaSources& s) {
    UnitsShown shown{{}, 0, s.stage.date, s.stage.symbolColors, s.stage.legend, s.stage.marginalia.unitTable};
    const bool compares = !s.stage.compareDate.empty();
    if (shown.classes || shown.table || compares) {
        shown.units = s.units.seen({s.document, s.stage, s.contents, s.zooming, s.panning}, s.symbols);
        shown.revision = s.units.revision();
    }
    m_content.changes = compares ? s.changes.kindsIn(shown.units, s.stage) : std::set<ChangeKind>();
    if (shown != m_shown) {
        m_content.unitClasses = shown.classes ? unitClassesOf(shown.units, shown.colors) : std::vector<UnitClass>();
        m_content.unitTable = shown.table ? orbatTableOf(shown.units, shown.date) : std::vector<OrbatTableRow>();
        m_shown = std::move(shown);
    }
    for (UnitClass& units : m_content.unitClasses)
        if (!units.drawing) units.drawing = s.symbols.find(units.request);
}

const MarginaliaContent& MarginaliaGatherer::of(const MarginaliaSources& s) {
    if (s.stage.legend) gatherLayers(s);
    gatherUnits(s);
    m_content.locator = s.stage.marginalia.locator ? m_locator.mapFor(s.document, s.stage, s.contents) : nullptr;
    m_content.declination.reset();
    if (s.stage.marginalia.north && s.math != nullptr)
        if (const auto middle = middleOf(s.stage.view, *s.math))
            if (const auto year = decimalYear(s.stage.date))
                m_content.declination = m_magnetism.declinationAt(*middle, *year);
    return m_content;
}

}  // namespace layers
