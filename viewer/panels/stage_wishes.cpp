#include "viewer/panels/stage_wishes.hpp"

namespace viewer {
namespace {

template <class T>
void take(const std::optional<T>& wish, T& to) {
    if (wish) to = *wish;
}

}  // namespace

void fulfil(const StageWishes& wishes, layers::Stage& stage) {
    take(wishes.units, stage.units);
    take(wishes.date, stage.date);
    take(wishes.compareDate, stage.compareDate);
    take(wishes.selectedUnit, stage.selectedUnit);
    take(wishes.hoveredUnit, stage.hoveredUnit);
    take(wishes.amplifiers, stage.amplifiers);
    take(wishes.symbolColors, stage.symbolColors);
    take(wishes.language, stage.language);
    take(wishes.userFactor, stage.userFactor);
}

layers::UnitFilter withBranch(layers::UnitFilter filter, const std::string& id, bool hidden) {
    if (hidden) filter.hidden.insert(id);
    else filter.hidden.erase(id);
    return filter;
}

}  // namespace viewer
