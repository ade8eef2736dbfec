// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/frame_times.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace viewer {
namespace {

std::string line(const char* what, std::vector<float> times) {
    if (times.empty()) return fmt::format("no frames {}\n", what);
    std::ranges::sort(times);
    const auto within = [&](std::size_t percent) { return times[(times.size() * percent + 99) / 100 - 1]; };
    return fmt::format("{} frames {}: median {:.1f} ms, 99 of 100 within {:.1f} ms, longest {:.1f} ms\n", times.size(),
                       what, within(50), within(99), times.back());
}

}  // namespace

std::string FrameTimes::text() const { return line("while files were read", m_reading) + line("otherwise", m_others); }

}  // namespace viewer
