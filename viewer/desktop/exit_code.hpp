#pragma once
// The exit codes of every command; of several the highest. 3 to 5 are those of `opsmap check` alone.

namespace viewer::exit_code {

inline constexpr int kDone = 0, kLeftOut = 1, kRefused = 2, kCrashed = 3, kTooSlow = 4, kOutOfMemory = 5;

}  // namespace viewer::exit_code
