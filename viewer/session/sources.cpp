#include "viewer/session/sources.hpp"

#include <algorithm>

#include "viewer/cli/layer_request.hpp"

namespace viewer {
namespace {

using geodata::LoadEvent;
using geodata::LoadRequest;
namespace load_event = geodata::load_event;

bool sameRead(const LoadRequest& a, const LoadRequest& b) {
    return a.path == b.path && a.layer == b.layer && a.where == b.where && a.crs == b.crs && a.encoding == b.encoding && a.mapCrs == b.mapCrs && a.position == b.position;
}

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

}  // namespace

Sources::Load* Sources::find(const LoadRequest& request) {
    const auto found = std::find_if(m_loads.begin(), m_loads.end(), [&](const Load& load) { return sameRead(load.request, request); });
    return found == m_loads.end() ? nullptr : &*found;
}

void Sources::open(const layers::Document& document) {
    for (const layers::LayerSpec& layer : document.layers) {
        if (layer.source.empty()) continue;
        LoadRequest request = requestOf(layer, document.crs);
        if (Load* load = find(request)) {
            if (std::find(load->layers.begin(), load->layers.end(), layer.id) != load->layers.end()) continue;
            if (const auto shared = m_contents.find(load->layers.front()); shared != m_contents.end()) m_contents[layer.id] = shared->second;
            load->layers.push_back(layer.id);
            continue;
        }
        const geodata::LoadId id = m_link.start(request);
        m_loads.push_back({id, std::move(request), {layer.id}, {}, {}});
    }
}

void Sources::reload(const layers::Document& document) {
    for (Load& load : m_loads) {
        m_link.cancel(load.id);
        load.id = m_link.start(load.request);
        load.state.status = SourceStatus::reading;
        load.state.warnings.clear();
        for (Table& table : load.tables) table.stale = true;
    }
    open(document);
}

bool Sources::busy() const {
    return std::any_of(m_loads.begin(), m_loads.end(), [](const Load& load) { return load.state.status == SourceStatus::reading; });
}

void Sources::waitForAll() {
    while (busy()) take(m_link.wait(1.0));
}

const SourceState* Sources::state(const std::string& layer) const {
    for (const Load& load : m_loads)
        if (std::find(load.layers.begin(), load.layers.end(), layer) != load.layers.end()) return &load.state;
    return nullptr;
}

bool Sources::take(const std::vector<LoadEvent>& events) {
    for (const LoadEvent& event : events)
        for (Load& load : m_loads)
            if (load.id == event.id) handle(load, event);
    return !events.empty();
}

void Sources::handle(Load& load, const LoadEvent& event) {
    SourceState& state = load.state;
    std::visit(Overloaded{
                   [&](const load_event::Progress& progress) {
                       state.done = progress.done;
                       state.total = progress.total;
                   },
                   [&](const load_event::Preview& preview) { take(load, preview.layer, preview.store, false); },
                   [&](const load_event::Finished& finished) {
                       take(load, finished.layer, finished.store, true);
                       const auto& found = finished.store->info().warnings;
                       state.warnings.insert(state.warnings.end(), found.begin(), found.end());
                       state.fromCache = finished.fromCache;
                   },
                   [&](const load_event::Done&) {
                       state.status = SourceStatus::ready;
                       state.error.reset();
                   },
                   [&](const load_event::Failed& failed) {
                       state.status = SourceStatus::failed;
                       state.error = failed.error;
                   },
               },
               event.what);
}

void Sources::take(Load& load, const std::string& name, std::shared_ptr<const geodata::Store> store, bool final) {
    auto table = std::find_if(load.tables.begin(), load.tables.end(), [&](const Table& t) { return t.name == name; });
    if (table == load.tables.end()) table = load.tables.insert(load.tables.end(), Table{name, {}, false});
    if (final || std::exchange(table->stale, false)) table->stores.clear();
    table->stores.push_back(std::move(store));
    show(load);
}

void Sources::show(Load& load) {
    std::vector<std::shared_ptr<const geodata::Store>> stores;
    load.state.features = 0;
    load.state.box = {};
    for (const Table& table : load.tables)
        for (const auto& store : table.stores) {
            load.state.features += store->size();
            load.state.box = geodata::united(load.state.box, store->box());
            stores.push_back(store);
        }
    for (const std::string& layer : load.layers) {
        layers::LayerContent& content = m_contents[layer];
        content.stores = stores;
        ++content.revision;
    }
}

}  // namespace viewer
