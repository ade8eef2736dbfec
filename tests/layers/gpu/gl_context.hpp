// SPDX-License-Identifier: Apache-2.0
#pragma once
// The GL context of this program's tests, on the display that is there or on a private one. Main thread.

#include "geodata/result/result.hpp"
#include "layers/gpu/offscreen.hpp"

inline layers::Offscreen& glContext() {
    static auto made = layers::Offscreen::create();
    OPSMAP_CHECK(made);
    return **made;
}
