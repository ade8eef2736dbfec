// SPDX-License-Identifier: Apache-2.0
#pragma once
// Cuts tiles on worker threads. The list of wanted tiles is replaced each frame, so that tiles nobody looks at any
// more are not cut. Called from the main thread; workers see only values.

#include <compare>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "geodata/tiles/tile_mesh.hpp"

namespace layers {

struct TileKey {
    std::string layer;
    std::uint64_t revision = 0;  // of the layer's content
    geodata::TileId tile;
    auto operator<=>(const TileKey&) const = default;
};

struct TileJob {
    TileKey key;
    geodata::TileRequest request;
};

struct CutTile {
    TileKey key;
    geodata::TileMesh mesh;
};

class TileJobs {
public:
    TileJobs(unsigned workers, std::function<void()> wake);
    ~TileJobs();

    // Replaces what waits; jobs in work go on. First in the list, first cut.
    void want(std::vector<TileJob> jobs);
    std::vector<CutTile> takeFinished();
    bool busy() const;         // something waits, is in work or was not taken yet
    bool working() const;      // something waits or is in work
    bool hasFinished() const;  // something was not taken yet
    void waitForSome() const;  // until something is finished or nothing is left to do

private:
    void work(const std::stop_token& stop);
    std::vector<TileJob> nextBlock();  // under the lock
    void finish(const TileKey& key, geodata::TileMesh mesh);

    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_changed;
    std::deque<TileJob> m_waiting;
    std::set<TileKey> m_inWork;
    std::vector<CutTile> m_finished;
    std::function<void()> m_wake;
    std::size_t m_workerCount;
    std::vector<std::jthread> m_workers;  // last: they stop before what they use goes
};

}  // namespace layers
