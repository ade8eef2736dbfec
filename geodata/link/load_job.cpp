// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/load_job.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "geodata/link/sealed.hpp"
#include "geodata/link/timed_probe.hpp"

namespace geodata {

namespace {

constexpr std::chrono::milliseconds kPatience{2000};  // a disk that wakes up may take as long

struct Facts {
    std::string fault;  // why it cannot be read at all; empty: nothing
    std::optional<SourceKey> key;
};

Facts factsOf(const LoadRequest& request) {
    struct stat facts{};
    if (::stat(request.path.c_str(), &facts) != 0) return {std::strerror(errno), {}};
    if (S_ISDIR(facts.st_mode)) return {"it is a folder", {}};
    if (!S_ISREG(facts.st_mode)) return {"it is no file but a device or a pipe", {}};
    return {{}, request.useCache ? sourceKey(request) : std::nullopt};
}

}  // namespace

bool LoadJob::answerAtOnce(const LinkSettings& settings, EventQueue& queue, const std::stop_token& stop) {
    TimedProbe<Facts> look([before = settings.beforeLook, request = m_request] {
        if (before) before(request.path);
        return factsOf(request);
    });
    const auto facts = look.within(kPatience, stop);
    if (!facts) return fail(LoadFailure::tooSlow, "the disk or share that it lies on does not answer", queue), true;
    if (!facts->fault.empty()) return fail(LoadFailure::refused, facts->fault, queue), true;
    m_key = facts->key;
    if (!m_key) return false;
    const auto layers = readCache(settings.cacheFolder, *m_key);
    if (!layers) return false;
    for (const CachedLayer& layer : *layers) queue.push({m_id, load_event::Finished{layer.name, layer.store, true}});
    queue.push({m_id, load_event::Done{layers->size()}});
    m_ended = true;
    return true;
}

void LoadJob::begin(Channel channel) {
    m_channel = std::move(channel);
    m_running = true;
    m_begun = m_heard = Clock::now();
}

bool LoadJob::takeMessages(const LinkLimits& limits, const std::filesystem::path& cacheFolder, EventQueue& queue) {
    while (m_channel && !m_ended) {
        Received got = m_channel.receive(false);
        if (std::holds_alternative<received::Nothing>(got)) return true;
        if (std::holds_alternative<received::Closed>(got))
            return m_channel.close(), true;  // how it ended, the fork server says
        auto* whole = std::get_if<received::Whole>(&got);
        m_heard = Clock::now();
        const bool ours =
            whole != nullptr &&
            std::visit([&](auto& message) { return take(message, whole->descriptor, limits, queue); }, whole->message);
        if (!ours) return fail(LoadFailure::crashed, "the reader sent what cannot be trusted", queue), false;
    }
    if (m_whole && m_key) writeCache(cacheFolder, *std::exchange(m_key, std::nullopt), m_layers, limits.cacheBytes);
    return true;
}

bool LoadJob::take(message::Progress& progress, Descriptor&, const LinkLimits&, EventQueue& queue) {
    queue.push({m_id, load_event::Progress{progress.layer, progress.done, progress.total}});
    return true;
}

bool LoadJob::take(message::Chunk& chunk, Descriptor& descriptor, const LinkLimits& limits, EventQueue& queue) {
    auto sealed = openSealed(descriptor, limits.memoryBytes);
    if (!sealed) return false;
    if (chunk.final) {
        if (sealed->store->info().partial) m_key.reset();  // the cache holds whole sources
        m_layers.push_back({chunk.layer, sealed->bytes, sealed->store});
        queue.push({m_id, load_event::Finished{chunk.layer, sealed->store, false}});
    } else {
        m_shown += sealed->store->size();
        queue.push({m_id, load_event::Preview{chunk.layer, sealed->store}});
    }
    return true;
}

bool LoadJob::take(message::Done& done, Descriptor&, const LinkLimits&, EventQueue& queue) {
    queue.push({m_id, load_event::Done{done.layers}});
    m_ended = m_whole = true;
    return true;
}

bool LoadJob::take(message::Refused& refused, Descriptor&, const LinkLimits&, EventQueue& queue) {
    end(queue, {refused.sentence}, LoadFailure::refused);  // it names file and reason already
    return true;
}

bool LoadJob::take(message::OutOfMemory&, Descriptor&, const LinkLimits& limits, EventQueue& queue) {
    fail(LoadFailure::outOfMemory,
         fmt::format("the reader needed more than the {} MB allowed. {}", limits.memoryBytes >> 20,
                     raiseLimit("memory_mb")),
         queue);
    return true;
}

void LoadJob::childEnded(const message::Ended& how, EventQueue& queue) {
    m_channel.close();
    m_running = false;
    if (m_ended) return;
    if (how.signal == SIGXCPU)
        return fail(LoadFailure::tooSlow, "the reader used up its time. " + raiseLimit("total_s"), queue);
    if (how.signal == SIGXFSZ)
        return fail(LoadFailure::outOfMemory, "its store would be larger than allowed. " + raiseLimit("memory_mb"),
                    queue);
    fail(LoadFailure::crashed,
         how.signal != 0 ? fmt::format("the reader crashed (signal {})", how.signal)
                         : fmt::format("the reader ended with code {}", how.exitCode),
         queue);
}

std::optional<std::string> LoadJob::overdue(const LinkLimits& limits) const {
    const auto now = Clock::now();
    if (now - m_begun > std::chrono::duration<double>(limits.totalS))
        return fmt::format("it took longer than {:g} s. {}", limits.totalS, raiseLimit("total_s"));
    if (now - m_heard > std::chrono::duration<double>(limits.noProgressS))
        return fmt::format("nothing came for {:g} s. {}", limits.noProgressS, raiseLimit("no_progress_s"));
    return {};
}

void LoadJob::fail(LoadFailure cause, const std::string& reason, EventQueue& queue) {
    const std::string after = m_shown > 0 ? fmt::format("stopped after {} features: ", m_shown) : std::string();
    end(queue, failure("Cannot read", geodata::quoted(m_request.path.string()), after + reason), cause);
}

void LoadJob::end(EventQueue& queue, Error error, LoadFailure cause) {
    if (m_ended) return;
    m_ended = true;
    queue.push({m_id, load_event::Failed{cause, std::move(error)}});
}

}  // namespace geodata
