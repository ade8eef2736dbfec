// SPDX-License-Identifier: Apache-2.0
#pragma once
// The content of the files, per layer, as far as it has been read. Frozen values; any thread.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "geodata/store/store.hpp"

namespace layers {

struct LayerContent {
    std::uint64_t revision = 0;                                 // grows with every change of `stores`
    std::vector<std::shared_ptr<const geodata::Store>> stores;  // previews, or the final one

    bool operator==(const LayerContent&) const = default;
};
using Contents = std::map<std::string, LayerContent>;  // by layer id

}  // namespace layers
