// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads ahead: GDAL runs on a thread of its own, at most a few batches before the processing. The loader's child
// starts that thread after it has entered its jail.

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "geodata/source/source.hpp"

namespace geodata {

class ReadAhead {
public:
    // Nobody else may use `source` until the last batch was taken: the one without more, or with brokenOff.
    ReadAhead(Source& source, std::size_t batch, const DegreeWindow& window);
    SourceFeatures next();  // waits; throws what the reading threw

private:
    void read(const std::stop_token& stop);
    bool put(SourceFeatures batch, const std::stop_token& stop);

    Source& m_source;
    std::size_t m_batch;
    DegreeWindow m_window;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<SourceFeatures> m_ready;
    std::exception_ptr m_thrown;
    std::jthread m_thread;  // last: it uses all the others
};

}  // namespace geodata
