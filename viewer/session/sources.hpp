#pragma once
// The sources of a document's layers: starts their loading, takes what comes, says how it stands. Layers that read the
// same thing share one load. Main thread.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geodata/link/link.hpp"
#include "layers/model/document.hpp"
#include "layers/scene/content.hpp"

namespace viewer {

enum class SourceStatus : std::uint8_t { reading, ready, failed };

struct SourceState {
    SourceStatus status = SourceStatus::reading;
    std::uint64_t done = 0, total = 0;   // while reading; total 0: unknown
    std::uint64_t features = 0;          // shown
    std::vector<geodata::Warning> warnings;
    std::optional<geodata::Error> error;
    bool fromCache = false;
    geodata::MapBox box;                 // of what is shown
};

class Sources {
public:
    explicit Sources(geodata::Link& link) : m_link(link) {}

    // Starts what this document needs and was not started yet.
    void open(const layers::Document& document);
    // Reads a layer's source again; what is shown stays until the new is there.
    void reload(const layers::Document& document);
    // Takes what came. True: contents or states changed.
    bool poll() { return take(m_link.poll()); }
    bool busy() const;
    // Until everything is read or refused.
    void waitForAll();

    const layers::Contents& contents() const { return m_contents; }
    const SourceState* state(const std::string& layer) const;

private:
    struct Table {  // one layer of the source: its previews, or its final store
        std::string name;
        std::vector<std::shared_ptr<const geodata::Store>> stores;
        bool stale = false;  // read before a reload: goes with the first new piece
    };
    struct Load {
        geodata::LoadId id = 0;
        geodata::LoadRequest request;
        std::vector<std::string> layers;  // that show it
        SourceState state;
        std::vector<Table> tables;        // in the order in which they came
    };
    bool take(const std::vector<geodata::LoadEvent>& events);
    void handle(Load& load, const geodata::LoadEvent& event);
    void take(Load& load, const std::string& table, std::shared_ptr<const geodata::Store> store, bool final);
    void show(Load& load);
    Load* find(const geodata::LoadRequest& request);

    geodata::Link& m_link;
    std::vector<Load> m_loads;
    layers::Contents m_contents;
};

}  // namespace viewer
