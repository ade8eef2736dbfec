// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/stage_requests.hpp"

namespace viewer {
namespace {

template <class T>
void take(const std::optional<T>& request, T& to) {
    if (request) to = *request;
}

}  // namespace

void apply(const StageRequests& requests, layers::Stage& stage) {
    take(requests.units, stage.units);
    take(requests.date, stage.date);
    take(requests.compareDate, stage.compareDate);
    take(requests.selectedUnit, stage.selectedUnit);
    take(requests.hoveredUnit, stage.hoveredUnit);
    take(requests.amplifiers, stage.amplifiers);
    take(requests.symbolColors, stage.symbolColors);
    take(requests.language, stage.language);
    take(requests.userFactor, stage.userFactor);
}

layers::UnitFilter withBranch(layers::UnitFilter filter, const std::string& id, bool hidden) {
    if (hidden) filter.hidden.insert(id);
    else filter.hidden.erase(id);
    return filter;
}

}  // namespace viewer
