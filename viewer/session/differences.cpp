// SPDX-License-Identifier: Apache-2.0
#include "viewer/session/differences.hpp"

#include <algorithm>

namespace viewer {
namespace {

using layers::Document;
using layers::LayerSpec;

std::vector<std::string> orderOf(const Document& document) {
    std::vector<std::string> ids;
    for (const LayerSpec& layer : document.layers) ids.push_back(layer.id);
    return ids;
}

template <class Value>
std::optional<ValueChange<Value>> changeOf(const Value& from, const Value& to) {
    return from == to ? std::nullopt : std::optional(ValueChange<Value>{from, to});
}

template <class Value>
void apply(const std::optional<ValueChange<Value>>& change, Value& to) {
    if (change && change->from == to) to = change->to;
}

std::map<std::string, std::optional<layers::UnitOffset>> offsetsOf(const Document& area, const Document& now) {
    std::map<std::string, std::optional<layers::UnitOffset>> offsets;
    for (const auto& [unit, offset] : now.unitOffsets) {
        const auto before = area.unitOffsets.find(unit);
        if (before == area.unitOffsets.end() || !(before->second == offset)) offsets[unit] = offset;
    }
    for (const auto& [unit, offset] : area.unitOffsets)
        if (!now.unitOffsets.contains(unit)) offsets[unit] = std::nullopt;
    return offsets;
}

void sortBy(const std::vector<std::string>& order, std::vector<LayerSpec>& layers) {
    const auto place = [&](const LayerSpec& layer) { return std::ranges::find(order, layer.id) - order.begin(); };
    std::ranges::stable_sort(layers, {}, place);
}

}  // namespace

Differences differencesOf(const Document& area, const Document& now) {
    Differences differences;
    for (const LayerSpec& layer : now.layers) {
        const LayerSpec* before = area.layer(layer.id);
        if (before == nullptr) continue;
        const LayerDifference difference{changeOf(before->visible, layer.visible),
                                         changeOf(before->opacity, layer.opacity)};
        if (!(difference == LayerDifference{})) differences.layers[layer.id] = difference;
    }
    differences.order = changeOf(orderOf(area), orderOf(now));
    differences.offsets = offsetsOf(area, now);
    return differences;
}

Document withDifferences(Document area, const Differences& differences) {
    if (differences.order && differences.order->from == orderOf(area)) sortBy(differences.order->to, area.layers);
    for (LayerSpec& layer : area.layers) {
        const auto found = differences.layers.find(layer.id);
        if (found == differences.layers.end()) continue;
        apply(found->second.visible, layer.visible);
        apply(found->second.opacity, layer.opacity);
    }
    for (const auto& [unit, offset] : differences.offsets)
        if (offset) area.unitOffsets[unit] = *offset;
        else area.unitOffsets.erase(unit);
    return area;
}

}  // namespace viewer
