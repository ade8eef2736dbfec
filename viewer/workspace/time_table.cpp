// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/time_table.hpp"

#include <algorithm>
#include <cstdio>

namespace viewer {
namespace {

std::vector<std::string> layerDaysOf(const layers::Document& document) {
    std::vector<std::string> days;
    for (const layers::LayerSpec& layer : document.layers)
        for (const std::string& day : {layer.validFrom, layer.validTo})
            if (!day.empty()) days.push_back(day);
    return days;
}

}  // namespace

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

void TimeTable::follow(const std::vector<LoadedOrbat>& units, const layers::Contents& contents,
                       const layers::Document& document) {
    const auto content = contents.find(kTimelineSource);
    const auto store =
        content == contents.end() || content->second.stores.empty() ? nullptr : content->second.stores.front();
    std::vector<std::string> layerDays = layerDaysOf(document);
    if (store == m_store && units == m_units && layerDays == m_layerDays) return;
    if (store != m_store) m_timeline = store ? layers::readTimeline(*store) : layers::Timeline{};
    for (const geodata::Warning& warning : m_timeline.warnings)
        if (store != m_store) std::fputs((warning.text + "\n").c_str(), stderr);
    m_store = store;
    m_units = units;
    std::vector<const layers::Orbat*> orbats;
    for (const LoadedOrbat& table : units) orbats.push_back(table.orbat.get());
    m_layerDays = std::move(layerDays);
    m_days = layers::changeDays(orbats, m_timeline.events);
    m_days.insert(m_days.end(), m_layerDays.begin(), m_layerDays.end());
    std::ranges::sort(m_days);
    m_days.erase(std::unique(m_days.begin(), m_days.end()), m_days.end());
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
