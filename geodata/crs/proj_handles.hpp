// SPDX-License-Identifier: Apache-2.0
#pragma once
// PROJ's handles as owning types. This is the only header that includes <proj.h>; only geodata/crs uses it. One
// thread.

#include <proj.h>

#include <memory>
#include <string>

#include "geodata/result/result.hpp"

namespace geodata::proj {

struct ContextDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct PjDeleter {
    void operator()(PJ* pj) const { proj_destroy(pj); }
};
using Context = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;
using Pj = std::unique_ptr<PJ, PjDeleter>;

// A context that never uses the network and prints nothing.
Context makeContext();

// Opens a CRS definition; refuses what is not a CRS.
Result<Pj> openCrs(PJ_CONTEXT* context, const std::string& definition);

// In degrees; a bound CRS (WKT1 with TOWGS84) is what its source is.
bool isGeographic(PJ_CONTEXT* context, const PJ* crs);

}  // namespace geodata::proj
