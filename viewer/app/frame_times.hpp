// SPDX-License-Identifier: Apache-2.0
#pragma once
// Measures the window's frames for --verbose, from their events until the picture is handed over. Frames drawn while
// files were being read are counted apart. Main thread.

#include <string>
#include <vector>

namespace viewer {

class FrameTimes {
public:
    void add(double ms, bool reading) { (reading ? m_reading : m_others).push_back(static_cast<float>(ms)); }
    // Two lines: how many, median, 99 of 100, the longest.
    std::string text() const;

private:
    std::vector<float> m_reading, m_others;
};

}  // namespace viewer
