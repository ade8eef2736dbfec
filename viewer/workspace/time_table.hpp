// SPDX-License-Identifier: Apache-2.0
#pragma once
// The area's events and the days on which something changes, kept in line with what was read. The events' file goes
// through the loader like the source of a layer, under an id that no layer can have. Main thread.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "layers/orbat/timeline.hpp"
#include "viewer/workspace/loaded_orbats.hpp"

namespace viewer {

inline constexpr const char* kTimelineSource = "@timeline";

// What Sources is asked to read for the time bar: a document of one layer, or of none.
layers::Document timelineDocument(const layers::Document& document);

class TimeTable {
public:
    // `document`: its layers' own times are days of change too.
    void follow(const std::vector<LoadedOrbat>& units, const layers::Contents& contents,
                const layers::Document& document);
    const std::vector<layers::TimelineEvent>& events() const { return m_timeline.events; }
    const std::vector<std::string>& days() const { return m_days; }

private:
    std::shared_ptr<const geodata::Store> m_store;
    std::vector<LoadedOrbat> m_units;
    std::vector<std::string> m_layerDays;
    layers::Timeline m_timeline;
    std::vector<std::string> m_days;
};

// The next day of change after this date, or the one before it; none at the end.
std::optional<std::string> nextDay(const std::vector<std::string>& days, const std::string& date);
std::optional<std::string> previousDay(const std::vector<std::string>& days, const std::string& date);

}  // namespace viewer
