// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the link reports about a load: progress, previews, finished stores, its end or its failure. Values; any thread.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>

#include "geodata/result/result.hpp"
#include "geodata/store/store.hpp"

namespace geodata {

using LoadId = std::uint64_t;

// Why a source was not read, or not to its end.
enum class LoadFailure : std::uint8_t { refused, crashed, tooSlow, outOfMemory, cancelled };

namespace load_event {
struct Progress {  // features read of those there are; total 0: unknown
    std::string layer;
    std::uint64_t done = 0, total = 0;
};
struct Preview {  // features as they come; replaced by Finished
    std::string layer;
    std::shared_ptr<const Store> store;
};
struct Finished {  // one per layer
    std::string layer;
    std::shared_ptr<const Store> store;
    bool fromCache = false;
};
struct Done {  // the source has no more layers
    std::size_t layers = 0;
};
struct Failed {  // ends the source; previews that came stay valid ("stopped after N features: …")
    LoadFailure cause = LoadFailure::refused;
    Error error;
};
}  // namespace load_event

struct LoadEvent {
    LoadId id = 0;
    std::variant<load_event::Progress, load_event::Preview, load_event::Finished, load_event::Done, load_event::Failed>
        what;
};

}  // namespace geodata
