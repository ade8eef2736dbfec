// SPDX-License-Identifier: Apache-2.0
#include "layers/gpu/display_closer.hpp"

#include <X11/Xlib.h>

namespace layers {

void DisplayCloser::operator()(_XDisplay* display) const {
    if (display != nullptr) XCloseDisplay(display);
}

}  // namespace layers
