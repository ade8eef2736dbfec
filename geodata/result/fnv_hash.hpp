// SPDX-License-Identifier: Apache-2.0
#pragma once
// 64 bits over any bytes (FNV-1a): finds damage and names files, keeps no secret. Any thread.

#include <cstdint>
#include <string_view>

namespace geodata {

inline constexpr std::uint64_t kFnvSeed = 0xcbf29ce484222325ULL;

constexpr std::uint64_t fnvHash(std::string_view bytes, std::uint64_t seed = kFnvSeed) {
    for (const char c : bytes) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return seed;
}

}  // namespace geodata
