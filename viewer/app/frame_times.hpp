#pragma once
// How long the window's frames took, apart for those while files were being read: from their events to the picture's being
// handed over. For --verbose. Main thread.

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
