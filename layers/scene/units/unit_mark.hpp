// SPDX-License-Identifier: Apache-2.0
#pragma once
// A unit as it is drawn in one picture: whose it is, where its symbol was put, and what it keeps free. A value; any
// thread.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "layers/model/screen_rect.hpp"
#include "layers/orbat/orbat.hpp"
#include "layers/symbols/symbols.hpp"

namespace layers {

struct UnitMark {
    std::string layer;
    std::shared_ptr<const Orbat> orbat;
    std::size_t unit = 0;
    std::string caption;  // what is written beside it; may be empty
    std::shared_ptr<const SymbolRequest> request;
    std::shared_ptr<const SymbolDrawing> drawing;  // null while milsymbol works on it
    ScreenPoint position;                          // where it is
    ScreenPoint anchor;                            // where its symbol's anchor was put
    ScreenRect rect;                               // of its frame
    double scalePx = 1;
    double uncertaintyPx = 0;
    ScreenRect room;                 // around all that is drawn of it; no other symbol and no label covers it
    std::uint64_t key = 0;           // stable while the view moves
    double priority = 0;             // larger formations first
    std::vector<std::size_t> stack;  // of the roster: units that fan out of this one when it is Stage.openStack
    std::size_t collapsed = 0;       // units beyond these that are counted here
    bool fanned = false;             // belongs to the stack that is fanned out, the one that it came from included
};

}  // namespace layers
