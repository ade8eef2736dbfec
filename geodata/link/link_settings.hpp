// SPDX-License-Identifier: Apache-2.0
#pragma once
// How a link works: its loader, its cache and the limits of a source. A value; any thread.

#include <filesystem>
#include <functional>

#include "geodata/link/limits.hpp"

namespace geodata {

struct LinkSettings {
    std::filesystem::path loaderProgram;  // empty: opsmap-loader beside this executable
    std::filesystem::path cacheFolder;    // empty or not writable: nothing is kept
    LinkLimits limits;
    std::function<void(const std::filesystem::path&)> beforeLook{};  // tests: one that hangs is a share that went away
    std::function<void()> wake;  // called on the link's thread when poll() has something new; may be empty
};

}  // namespace geodata
