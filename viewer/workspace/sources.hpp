// SPDX-License-Identifier: Apache-2.0
#pragma once
// The sources of a document's layers: starts their loading, takes what arrives and reports their state. Layers that
// read the same thing share one load. Main thread.

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geodata/link/link.hpp"
#include "layers/model/content.hpp"
#include "layers/model/document.hpp"
#include "viewer/workspace/source_watch.hpp"

namespace viewer {

enum class SourceStatus : std::uint8_t { reading, ready, failed };

struct SourceState {
    SourceStatus status = SourceStatus::reading;
    std::uint64_t done = 0, total = 0;  // while reading; total 0: unknown
    double readingS = 0;                // from the start until `done` were read
    std::uint64_t features = 0;         // shown
    std::vector<geodata::Warning> warnings;
    std::optional<geodata::Error> error;
    bool fromCache = false;
    geodata::MapBox box;  // of what is shown
};

class Sources {
public:
    explicit Sources(geodata::Link& link) : m_link(link) {}

    // From now on files are looked at every `interval`. Call it before open().
    void watchFiles(ReloadPolicy policy, std::chrono::milliseconds interval);

    // Starts what this document needs and was not started yet.
    // With a window (degrees): only that will be shown of the vector layers.
    void open(const layers::Document& document, const std::optional<geodata::LonLatBox>& window = {});
    // Reads everything again; what is shown stays until the new is wholly there, and for good where it cannot be read.
    void reload(const layers::Document& document);
    // Ends the reading of the layer's source at once; what came of it stays shown.
    void cancel(const std::string& layer);
    // Takes what came. True: contents or states changed.
    bool poll();
    bool busy() const;
    // Until everything is read or refused.
    void waitForAll();

    const layers::Contents& contents() const { return m_contents; }
    const SourceState* state(const std::string& layer) const;

private:
    struct Table {  // one layer of the source: its previews, or its final store
        std::string name;
        std::vector<std::shared_ptr<const geodata::Store>> stores;
    };
    struct Content {                // of one reading
        std::vector<Table> tables;  // in the order in which they came
        std::vector<geodata::Warning> warnings;
    };
    struct Load {
        geodata::LoadId id = 0;
        geodata::LoadRequest request;
        std::vector<std::string> layers;  // that show it
        SourceState state = {};
        Content shown = {};
        std::optional<Content> incoming = {};  // while it is read again: replaces `shown` in one step, or not at all
        std::string filesAtStart = {};         // of reading again
        std::string note = {};                 // what happened to its files; a sentence
        std::chrono::steady_clock::time_point begun;
    };
    bool take(const std::vector<geodata::LoadEvent>& events);
    bool takeChanges();
    void handle(Load& load, const geodata::LoadEvent& event);
    void take(Load& load, const std::string& table, std::shared_ptr<const geodata::Store> store, bool final);
    void reload(Load& load);
    void finish(Load& load);
    void show(Load& load);
    Load* find(const geodata::LoadRequest& request);

    ReloadPolicy m_policy = ReloadPolicy::off;
    std::unique_ptr<SourceWatch> m_watch;  // null: files are not looked at
    geodata::Link& m_link;
    std::vector<Load> m_loads;
    layers::Contents m_contents;
    std::optional<geodata::LonLatBox> m_home;  // of the document
};

}  // namespace viewer
