// SPDX-License-Identifier: Apache-2.0
#pragma once
// A display for drawing: the existing one, otherwise a private Xvfb that ends with this object. Create it before any
// other X or GL call. Main thread.

#include <sys/types.h>

#include <memory>
#include <string>

#include "geodata/result/result.hpp"
#include "layers/model/map_view.hpp"

namespace layers {

// $DISPLAY answers and knows GLX: held open, because a server that resets with its last client must not do so before
// SFML has connected. Otherwise why not, as a sentence (SFML would abort or crash instead of saying so).
using OpenDisplay = std::shared_ptr<void>;
geodata::Result<OpenDisplay> probeDisplay();

// Likewise for the driver behind a context that was made there: `offered` is its OpenGL version.
struct GlVersion {
    unsigned major = 0, minor = 0;
};
geodata::Status probeDriver(GlVersion offered);

class VirtualDisplay {
public:
    // Starts Xvfb on a number of its own choice and points $DISPLAY to it. The size is that of its screen.
    static geodata::Result<std::unique_ptr<VirtualDisplay>> start(ScreenSize size = {640, 480});
    ~VirtualDisplay();

private:
    explicit VirtualDisplay(pid_t process) : m_process(process) {}
    pid_t m_process;
};

}  // namespace layers
