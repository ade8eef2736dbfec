// SPDX-License-Identifier: Apache-2.0
#pragma once
// Counts the painted pixels while it exists, each as often as it is painted. Counting costs time, and a software
// renderer then paints pixels that it would otherwise skip. Needs a current GL context; main thread.

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
