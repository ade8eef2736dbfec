// SPDX-License-Identifier: Apache-2.0
#pragma once
// The limits of a source, in one table for the viewer, which kills, and the reader, which stops by itself. The
// settings file uses the name before each colon, and error messages name the limit in the same way. Any thread.

#include <cstdint>
#include <string>

namespace geodata {

struct LinkLimits {
    std::uint64_t memoryBytes = 4ULL << 30;  // memory_mb: of a child's address space, and of one store
    double noProgressS = 60;                 // no_progress_s: killed after this long without a message
    double totalS = 600;                     // total_s: of reading, and of processor time
    std::uint64_t features = 20'000'000;     // features: of one source; reading stops there, what came stays
    std::uint64_t textBytes = 1ULL << 20;    // text_kb: of one value; a longer one is cut there
    double zipRatio = 200;                   // zip_ratio: how many times its own size an archive may unpack to
    std::uint64_t cacheBytes =
        8ULL << 30;  // cache_mb: of the cache folder; what was not used for the longest goes first
};

inline std::string raiseLimit(const char* name) { return std::string("Raise ") + name + " in the settings ([limits])"; }

}  // namespace geodata
