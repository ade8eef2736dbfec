// SPDX-License-Identifier: Apache-2.0
#pragma once
// The pixels of symbols, rendered on a thread of its own and kept on disk, one file per drawing and scale. A second
// start therefore needs no SVG renderer. A damaged or foreign file counts as absent. Called from one thread.

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "layers/symbols/late_writer.hpp"
#include "layers/symbols/symbols.hpp"

namespace layers {

class RasterCache {
public:
    using DrawingPtr = std::shared_ptr<const SymbolDrawing>;
    using ImagePtr = std::shared_ptr<const SymbolImage>;

    // `folder` empty: nothing is kept on disk. `wake` is called on the worker's thread when poll() has something new.
    explicit RasterCache(std::filesystem::path folder, std::function<void()> wake = {})
        : m_folder(std::move(folder)), m_wake(std::move(wake)) {}
    ~RasterCache();

    // Null where the pixels are on their way, and where they cannot be made: such a symbol is larger than any screen.
    // Rendering is the worker's; of files only so many are read here between two polls that a frame does not feel it.
    ImagePtr find(const DrawingPtr& drawing, double scalePx);
    bool poll();  // takes what the worker finished; true: something new can be found
    bool busy() const;
    void waitUntilIdle();

private:
    using Key = std::pair<const SymbolDrawing*, int>;  // 1/1024 px per unit
    struct Entry {
        DrawingPtr drawing;
        ImagePtr image;
        std::uint64_t lastAsked = 0;  // at which round
    };
    struct Order {
        Key key;
        DrawingPtr drawing;
        double scalePx = 1;
    };
    void work(const std::stop_token& stop);
    ImagePtr made(const Order& order);
    void forgetOld();

    std::filesystem::path m_folder;
    std::function<void()> m_wake;
    std::map<Key, Entry> m_known;
    std::size_t m_bytes = 0;    // of their pixels
    std::uint64_t m_round = 0;  // polls until now
    int m_readsLeft = 0;        // files, up to the next poll; none before the first

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Order> m_orders;
    std::vector<std::pair<Key, ImagePtr>> m_finished;
    bool m_working = false;
    LateWriter m_writer;    // goes after the worker
    std::jthread m_worker;  // started at the first order
};

}  // namespace layers
