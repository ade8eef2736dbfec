// SPDX-License-Identifier: Apache-2.0
#pragma once
// The key of a cached store: equal keys mean equal stores. Any thread.

#include <optional>
#include <string>

#include "geodata/link/load_request.hpp"

namespace geodata {

struct SourceKey {
    std::string content;  // everything, so that a found entry is compared and not only its hash
    std::string name;     // 32 hexadecimal digits: how its files in the cache begin

    bool operator==(const SourceKey&) const = default;
};

// Of the files as they are at this moment; none where the source is not there.
std::optional<SourceKey> sourceKey(const LoadRequest& request);

}  // namespace geodata
