// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/notices.hpp"

#include <algorithm>
#include <ostream>

namespace viewer {
namespace {

constexpr double kShownS = 6;

}  // namespace

Notices::Notices(std::function<double()> nowS, std::ostream& log) : m_nowS(std::move(nowS)), m_log(log) {}

void Notices::say(std::string text) { show(std::move(text), false); }

void Notices::sayError(std::string text) { show(std::move(text), true); }

void Notices::remark(const std::string& text) {
    if (isNew(text)) say(text);
}

void Notices::remarkError(const std::string& text) {
    if (isNew(text)) sayError(text);
}

bool Notices::expire() {
    for (std::size_t i = m_shown.size(); i-- > 0;)
        if (!m_shown[i].isError && m_untilS[i] < m_nowS()) dismiss(i);
    return std::exchange(m_changed, false);
}

void Notices::dismiss(std::size_t index) {
    if (index >= m_shown.size()) return;
    m_shown.erase(m_shown.begin() + static_cast<std::ptrdiff_t>(index));
    m_untilS.erase(m_untilS.begin() + static_cast<std::ptrdiff_t>(index));
    m_changed = true;
}

bool Notices::dismissLast() {
    if (m_shown.empty()) return false;
    dismiss(m_shown.size() - 1);
    return true;
}

void Notices::show(std::string text, bool isError) {
    m_shown.push_back({std::move(text), isError});
    m_untilS.push_back(m_nowS() + kShownS);
    m_changed = true;
}

bool Notices::isNew(const std::string& text) {
    if (std::ranges::find(m_remarked, text) != m_remarked.end()) return false;
    m_remarked.push_back(text);
    m_log << text << std::endl;
    return true;
}

}  // namespace viewer
