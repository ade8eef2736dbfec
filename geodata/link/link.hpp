// SPDX-License-Identifier: Apache-2.0
#pragma once
// The viewer's side of the loader: it starts opsmap-loader, requests sources, checks what comes back and keeps the
// cache. The work is done on the link's own thread, and poll() takes its events from one queue. GDAL is never linked
// here. Call start, cancel and poll from one thread, the viewer's main one.

#include <memory>
#include <vector>

#include "geodata/link/link_settings.hpp"
#include "geodata/link/load_event.hpp"
#include "geodata/link/load_request.hpp"

namespace geodata {

class Link {
public:
    explicit Link(LinkSettings settings);
    ~Link();  // kills what still runs

    LoadId start(LoadRequest request);
    void cancel(LoadId id);
    std::vector<LoadEvent> poll();  // never blocks
    // Blocks until an event is there or `timeoutS` passed; for check, export and tests.
    std::vector<LoadEvent> wait(double timeoutS);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace geodata
