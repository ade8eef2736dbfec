#pragma once
// Counts what is painted while it lives, each pixel as often as it is painted. Counting costs time of its own, and a
// software renderer then paints what it would leave out. Needs a current GL context; main thread.

#include <cstdint>

namespace layers {

class PixelCounter {
public:
    PixelCounter();
    PixelCounter(const PixelCounter&) = delete;
    PixelCounter& operator=(const PixelCounter&) = delete;
    ~PixelCounter();

    std::uint64_t finish();  // waits for the GPU

private:
    unsigned m_query = 0;
};

}  // namespace layers
