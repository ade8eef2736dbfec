// SPDX-License-Identifier: Apache-2.0
#pragma once
// The user's changes to an area as differences from the area file, saved with the session and applied again at the
// next start. A difference applies only where the area still has the old value; a newer area file wins, value by
// value. Pure; any thread.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "layers/model/document.hpp"

namespace viewer {

template <class Value>
struct ValueChange {
    Value from, to;

    bool operator==(const ValueChange&) const = default;
};

struct LayerDifference {
    std::optional<ValueChange<bool>> visible;
    std::optional<ValueChange<double>> opacity;

    bool operator==(const LayerDifference&) const = default;
};

struct Differences {
    std::map<std::string, LayerDifference> layers;               // by layer id
    std::optional<ValueChange<std::vector<std::string>>> order;  // ids, the lowest first
    std::map<std::string, std::optional<layers::UnitOffset>>
        offsets;  // by unit id; none: one of the area that was taken back

    bool operator==(const Differences&) const = default;
};

Differences differencesOf(const layers::Document& area, const layers::Document& now);
layers::Document withDifferences(layers::Document area, const Differences& differences);

}  // namespace viewer
