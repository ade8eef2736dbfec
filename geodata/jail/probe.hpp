// SPDX-License-Identifier: Apache-2.0
#pragma once
// A child that attempts what a reader must never do, so that a machine's protection is observed and not assumed. One
// thread.

#include <filesystem>

#include "geodata/jail/jail.hpp"

namespace geodata {

// What succeeded.
struct ProbeResult {
    bool ran = false;  // the child reported at all
    bool opened = false, connected = false, executed = false, unlinked = false;
};

// Forks a child that opens and unlinks `victim`, connects to a socket of ours and runs /bin/true. Without rules it is
// free.
ProbeResult probeJail(const std::filesystem::path& victim, const JailRules* rules, const JailStrength& strength);

}  // namespace geodata
