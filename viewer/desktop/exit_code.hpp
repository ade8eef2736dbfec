// SPDX-License-Identifier: Apache-2.0
#pragma once
// The exit codes of all commands; the highest of several counts. Codes 3 to 5 are for `opsmap check` alone. Any thread.

namespace viewer::exit_code {

inline constexpr int kDone = 0, kLeftOut = 1, kRefused = 2, kCrashed = 3, kTooSlow = 4, kOutOfMemory = 5;

}  // namespace viewer::exit_code
