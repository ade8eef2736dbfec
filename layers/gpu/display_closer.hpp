// SPDX-License-Identifier: Apache-2.0
#pragma once
// Closes a connection to the X server with its owner. Needs no Xlib of who includes it. Any thread.

struct _XDisplay;  // Xlib's Display  NOLINT(bugprone-reserved-identifier): Xlib's own name

namespace layers {

struct DisplayCloser {
    void operator()(_XDisplay* display) const;  // null: there was none
};

}  // namespace layers
