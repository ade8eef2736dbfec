// SPDX-License-Identifier: Apache-2.0
#include "viewer/input/view_history.hpp"

namespace viewer {
namespace {

constexpr std::size_t kMaxPlaces = 200;

}  // namespace

void ViewHistory::remember(const layers::MapView& view) {
    const Place place{view.center, view.mPerPx};
    if (!m_places.empty() && m_places[m_at] == place) return;
    if (!m_places.empty()) m_places.resize(m_at + 1);
    if (m_places.size() == kMaxPlaces) m_places.erase(m_places.begin());
    m_places.push_back(place);
    m_at = m_places.size() - 1;
}

std::optional<layers::MapView> ViewHistory::back(layers::ScreenSize size) {
    if (m_at == 0) return {};
    --m_at;
    return layers::MapView{m_places[m_at].center, m_places[m_at].mPerPx, size};
}

std::optional<layers::MapView> ViewHistory::forward(layers::ScreenSize size) {
    if (m_at + 1 >= m_places.size()) return {};
    ++m_at;
    return layers::MapView{m_places[m_at].center, m_places[m_at].mPerPx, size};
}

}  // namespace viewer
