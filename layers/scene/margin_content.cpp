#include "layers/scene/margin_content.hpp"

#include "layers/model/date.hpp"
#include "layers/scene/layer_sight.hpp"
#include "layers/scene/north.hpp"

namespace layers {

void MarginContents::gatherLayers(const MarginSources& s) {
    Sight sight{s.document, s.contents, s.stage.view, s.stage.scale(), s.stage.date};
    if (sight == m_sight) return;
    m_content.layersInSight = layersInSight(*s.document, s.stage, s.contents);
    m_sight = std::move(sight);
}

void MarginContents::gatherUnits(const MarginSources& s) {
    m_content.unitClasses.clear();
    m_content.unitTable.clear();
    if (!s.stage.legend && !s.stage.marginalia.unitTable) return;
    const std::vector<const RosterUnit*> seen = s.units.seen(s.document, s.stage, s.contents, s.zooming, s.symbols);
    if (s.stage.legend) m_content.unitClasses = unitClassesOf(seen, s.stage.symbolColors);
    for (UnitClass& units : m_content.unitClasses) units.drawing = s.symbols.find(units.request);
    if (s.stage.marginalia.unitTable) m_content.unitTable = unitTableOf(seen, s.stage.date);
}

const MarginContent& MarginContents::of(const MarginSources& s) {
    if (s.stage.legend) gatherLayers(s);
    gatherUnits(s);
    m_content.locator = s.stage.marginalia.locator ? m_locator.mapFor(s.document, s.stage, s.contents) : nullptr;
    m_content.declination.reset();
    if (s.stage.marginalia.north && s.math != nullptr)
        if (const auto middle = middleOf(s.stage.view, *s.math))
            if (const auto year = decimalYear(s.stage.date)) m_content.declination = m_magnetism.declinationAt(*middle, *year);
    return m_content;
}

}  // namespace layers
