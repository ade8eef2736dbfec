// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/sources.hpp"

#include <algorithm>

#include "geodata/link/source_key.hpp"
#include "geodata/link/timed_probe.hpp"
#include "geodata/result/overloaded.hpp"
#include "viewer/workspace/file_layers.hpp"
#include "viewer/workspace/layer_request.hpp"
#include "viewer/workspace/outside_area.hpp"

namespace viewer {
namespace {

using geodata::LoadEvent;
using geodata::LoadRequest;
using geodata::Overloaded;
namespace load_event = geodata::load_event;

// What is read is the same whether a cache is asked first or not; whatever else differs makes another read.
bool sameRead(LoadRequest a, const LoadRequest& b) {
    a.useCache = b.useCache;
    return a == b;
}

std::string nameOf(const LoadRequest& request) { return geodata::quoted(request.path.filename().string()); }

// Empty where they are not there, or their share does not answer: the window must not wait for one.
std::string filesOf(const LoadRequest& request) {
    constexpr std::chrono::milliseconds kPatience{200};
    geodata::TimedProbe<std::optional<geodata::SourceKey>> look([request] { return geodata::sourceKey(request); });
    const auto key = look.within(kPatience);
    return key && *key ? (*key)->content : std::string();
}

}  // namespace

Sources::Load* Sources::find(const LoadRequest& request) {
    const auto found =
        std::find_if(m_loads.begin(), m_loads.end(), [&](const Load& load) { return sameRead(load.request, request); });
    return found == m_loads.end() ? nullptr : &*found;
}

void Sources::open(const layers::Document& document, const std::optional<geodata::LonLatBox>& window) {
    m_home = document.home;
    for (const layers::LayerSpec* spec : readingOrder(document)) {
        const layers::LayerSpec& layer = *spec;
        LoadRequest request = requestOf(layer, document.crs);
        if (layer.kind == layers::LayerKind::vector) request.window = window;
        if (Load* load = find(request)) {
            if (std::find(load->layers.begin(), load->layers.end(), layer.id) != load->layers.end()) continue;
            if (const auto shared = m_contents.find(load->layers.front()); shared != m_contents.end())
                m_contents[layer.id] = shared->second;
            load->layers.push_back(layer.id);
            continue;
        }
        const geodata::LoadId id = m_link.start(request);
        if (m_watch) m_watch->watch(m_loads.size(), request);
        m_loads.push_back(
            {.id = id, .request = std::move(request), .layers = {layer.id}, .begun = std::chrono::steady_clock::now()});
    }
}

void Sources::watchFiles(ReloadPolicy policy, std::chrono::milliseconds interval) {
    m_policy = policy;
    m_watch = policy == ReloadPolicy::off ? nullptr : std::make_unique<SourceWatch>(interval);
}

void Sources::reload(const layers::Document& document) {
    for (Load& load : m_loads) reload(load);
    open(document);
}

void Sources::reload(Load& load) {
    m_link.cancel(load.id);
    load.filesAtStart = filesOf(load.request);
    load.id = m_link.start(load.request);
    load.begun = std::chrono::steady_clock::now();
    load.state.status = SourceStatus::reading;
    load.note.clear();
    load.incoming.reset();
    if (!load.shown.tables.empty()) load.incoming.emplace();
}

void Sources::cancel(const std::string& layer) {
    for (const Load& load : m_loads)
        if (load.state.status == SourceStatus::reading && std::ranges::find(load.layers, layer) != load.layers.end())
            m_link.cancel(load.id);
}

bool Sources::poll() {
    const bool changed = takeChanges();
    return take(m_link.poll()) || changed;
}

bool Sources::takeChanges() {
    const auto changes = m_watch ? m_watch->take() : std::vector<SourceChange>();
    for (const SourceChange& change : changes) {
        Load& load = m_loads[change.source];
        if (!change.gone && m_policy == ReloadPolicy::automatic) {
            reload(load);
            continue;
        }
        load.note = nameOf(load.request) + (change.gone ? " is gone. What was read before stays on the map."
                                                        : " has changed. F5 reads it again.");
        show(load);
    }
    return !changes.empty();
}

bool Sources::busy() const {
    return std::any_of(m_loads.begin(), m_loads.end(),
                       [](const Load& load) { return load.state.status == SourceStatus::reading; });
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
                       state.readingS =
                           std::chrono::duration<double>(std::chrono::steady_clock::now() - load.begun).count();
                   },
                   [&](const load_event::Preview& preview) { take(load, preview.layer, preview.store, false); },
                   [&](const load_event::Finished& finished) {
                       take(load, finished.layer, finished.store, true);
                       auto& found = (load.incoming ? *load.incoming : load.shown).warnings;
                       const auto& more = finished.store->info().warnings;
                       found.insert(found.end(), more.begin(), more.end());
                       state.fromCache = finished.fromCache;
                   },
                   [&](const load_event::Done&) { finish(load); },
                   [&](const load_event::Failed& failed) {
                       load.incoming.reset();
                       state.status = SourceStatus::failed;
                       state.error = failed.error;
                       show(load);
                   },
               },
               event.what);
}

void Sources::take(Load& load, const std::string& name, std::shared_ptr<const geodata::Store> store, bool final) {
    if (load.incoming && !final) return;  // the old content, whole, is better than a part of the new
    auto& tables = (load.incoming ? *load.incoming : load.shown).tables;
    auto table = std::find_if(tables.begin(), tables.end(), [&](const Table& t) { return t.name == name; });
    if (table == tables.end()) table = tables.insert(tables.end(), Table{name, {}});
    if (final) table->stores.clear();
    table->stores.push_back(std::move(store));
    if (!load.incoming) show(load);
}

// Files that changed while they were read gave half of old and half of new: the watch reports them once they are still.
void Sources::finish(Load& load) {
    load.state.status = SourceStatus::ready;
    load.state.error.reset();
    if (load.incoming && !load.filesAtStart.empty() && load.filesAtStart == filesOf(load.request))
        load.shown = std::move(*load.incoming);
    load.incoming.reset();
    show(load);
}

void Sources::show(Load& load) {
    std::vector<std::shared_ptr<const geodata::Store>> stores;
    load.state.features = 0;
    load.state.box = {};
    load.state.warnings = load.shown.warnings;
    if (!load.note.empty()) load.state.warnings.push_back({load.note, 1});
    for (const Table& table : load.shown.tables)
        for (const auto& store : table.stores) {
            load.state.features += store->size();
            load.state.box = geodata::united(load.state.box, store->box());
            if (const auto outside = load.request.where.empty() ? outsideArea(m_home, *store) : std::nullopt)
                load.state.warnings.push_back(*outside);
            stores.push_back(store);
        }
    for (const std::string& layer : load.layers) {
        layers::LayerContent& content = m_contents[layer];
        content.stores = stores;
        ++content.revision;
    }
}

}  // namespace viewer
