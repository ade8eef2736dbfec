// SPDX-License-Identifier: Apache-2.0
#pragma once
// Opens what the command line asks for, or else what the last session had open, and applies the session to it. Main
// thread.

#include "viewer/session/restore.hpp"

namespace viewer {

// A session whose files cannot be opened any more is left out with a remark; what `request` names must open.
geodata::Result<Opened> openLast(const OpenRequest& request, const Paths& paths, const std::optional<Session>& last);

}  // namespace viewer
