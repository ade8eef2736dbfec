// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/frame_times.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace viewer {
namespace {

std::string line(const char* what, std::vector<float> times) {
    if (times.empty()) return fmt::format("no frames {}\n", what);
    std::ranges::sort(times);
    return fmt::format("{} frames {}: median {:.1f} ms, 99 of 100 within {:.1f} ms, longest {:.1f} ms\n", times.size(),
                       what, times[times.size() / 2], times[(times.size() - 1) * 99 / 100], times.back());
}

}  // namespace

std::string FrameTimes::text() const { return line("while files were read", m_reading) + line("otherwise", m_others); }

}  // namespace viewer
