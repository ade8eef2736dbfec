// SPDX-License-Identifier: Apache-2.0
#pragma once
// Lines and areas that have a symbol code (boundaries, phase lines, areas of operations) as lines and areas in the
// colour of their side, with their names; signs that APP-6 puts on them are not drawn. Main thread.

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "geodata/store/store.hpp"
#include "layers/model/stage.hpp"
#include "layers/orbat/orbat.hpp"
#include "layers/scene/draw/draw_list.hpp"
#include "layers/scene/labels/label_input.hpp"

namespace layers {

struct ControlMeasure {
    std::string layer;
    std::shared_ptr<const Orbat> orbat;
    std::size_t unit = 0;  // of the order of battle, and of the store
    std::shared_ptr<const geodata::Store> store;

    const Unit& data() const { return orbat->units[unit]; }
};

// Kind by kind with a pale line under each, dashed where it is planned.
void addControlMeasures(DrawList& list, std::span<const ControlMeasure> measures, const Stage& stage);
// Their names, at the middle of what is seen of each.
std::vector<SymbolLabel> namesOf(std::span<const ControlMeasure> measures, const Stage& stage);

}  // namespace layers
