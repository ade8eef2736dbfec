#include "viewer/session/time_table.hpp"

#include <algorithm>
#include <cstdio>

namespace viewer {

layers::Document timelineDocument(const layers::Document& document) {
    layers::Document events;
    events.crs = document.crs;
    if (document.timeline.empty()) return events;
    layers::LayerSpec layer;
    layer.id = kTimelineSource;
    layer.source = document.timeline;
    layer.crs = "EPSG:4326";  // for the tables that have lat and lon; events are not drawn
    events.layers.push_back(std::move(layer));
    return events;
}

void TimeTable::follow(const std::vector<UnitTable>& units, const layers::Contents& contents) {
    const auto content = contents.find(kTimelineSource);
    const auto store = content == contents.end() || content->second.stores.empty() ? nullptr : content->second.stores.front();
    if (store == m_store && units == m_units) return;
    if (store != m_store) m_timeline = store ? layers::readTimeline(*store) : layers::Timeline{};
    for (const geodata::Warning& warning : m_timeline.warnings)
        if (store != m_store) std::fputs((warning.text + "\n").c_str(), stderr);
    m_store = store;
    m_units = units;
    std::vector<const layers::Orbat*> orbats;
    for (const UnitTable& table : units) orbats.push_back(table.orbat.get());
    m_days = layers::changeDays(orbats, m_timeline.events);
}

std::optional<std::string> nextDay(const std::vector<std::string>& days, const std::string& date) {
    const auto found = std::ranges::upper_bound(days, date);
    return found == days.end() ? std::nullopt : std::optional(*found);
}

std::optional<std::string> previousDay(const std::vector<std::string>& days, const std::string& date) {
    const auto found = std::ranges::lower_bound(days, date);
    return found == days.begin() ? std::nullopt : std::optional(*(found - 1));
}

}  // namespace viewer
