// SPDX-License-Identifier: Apache-2.0
#pragma once
// One load as the link's thread follows it, from the request to its end. Link's thread.

#include <chrono>
#include <optional>
#include <stop_token>
#include <vector>

#include "geodata/link/cache.hpp"
#include "geodata/link/channel.hpp"
#include "geodata/link/event_queue.hpp"
#include "geodata/link/link_settings.hpp"

namespace geodata {

class LoadJob {
public:
    LoadJob(LoadId id, LoadRequest request) : m_id(id), m_request(std::move(request)) {}

    LoadId id() const { return m_id; }
    const LoadRequest& request() const { return m_request; }
    bool ended() const { return m_ended; }
    // From begin() until the fork server says that the child is gone: its socket may close before that.
    bool running() const { return m_running; }
    int socket() const { return m_channel.number(); }

    // From the cache, or refused at once; false: a reader is needed.
    bool answerAtOnce(const LinkSettings& settings, EventQueue& queue, const std::stop_token& stop);
    void begin(Channel channel);
    // Takes what the child sent. False: it sent what no child of ours sends, and is to be killed.
    bool takeMessages(const LinkLimits& limits, const std::filesystem::path& cacheFolder, EventQueue& queue);
    void childEnded(const message::Ended& how, EventQueue& queue);
    // The deadline that has passed.
    std::optional<std::string> overdue(const LinkLimits& limits) const;
    void fail(LoadFailure cause, const std::string& reason, EventQueue& queue);

private:
    using Clock = std::chrono::steady_clock;
    bool take(message::Progress& progress, Descriptor& descriptor, const LinkLimits& limits, EventQueue& queue);
    bool take(message::Chunk& chunk, Descriptor& descriptor, const LinkLimits& limits, EventQueue& queue);
    bool take(message::Done& done, Descriptor& descriptor, const LinkLimits& limits, EventQueue& queue);
    bool take(message::Refused& refused, Descriptor& descriptor, const LinkLimits& limits, EventQueue& queue);
    bool take(message::OutOfMemory& oom, Descriptor& descriptor, const LinkLimits& limits, EventQueue& queue);
    template <class Other>
    bool take(Other&, Descriptor&, const LinkLimits&, EventQueue&) {
        return false;  // what only the viewer and the fork server say
    }
    void end(EventQueue& queue, Error error, LoadFailure cause);

    LoadId m_id;
    LoadRequest m_request;
    std::optional<SourceKey> m_key;
    Channel m_channel;
    Clock::time_point m_begun, m_heard;
    std::vector<CachedLayer> m_layers;  // final ones, for the cache
    std::uint64_t m_shown = 0;          // features of previews
    bool m_running = false, m_ended = false, m_whole = false;
};

}  // namespace geodata
