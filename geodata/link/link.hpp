#pragma once
// The viewer's side of the loader: starts opsmap-loader, asks it for sources, checks what comes back, keeps the cache.
// All work is done on the link's own thread; events cross through one queue and are taken by poll(). GDAL is never
// linked here. start, cancel and poll are for one thread (the viewer's main one).

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
