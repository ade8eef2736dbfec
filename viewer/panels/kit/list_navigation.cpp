// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/list_navigation.hpp"

#include <algorithm>

namespace viewer {
namespace {

ListStep right(std::span<const ListRow> rows, std::size_t at) {
    if (rows[at].canFold && !rows[at].open) return {at, true, false};
    const bool hasInside = at + 1 < rows.size() && rows[at + 1].depth > rows[at].depth;
    return {hasInside ? at + 1 : at, false, false};
}

ListStep left(std::span<const ListRow> rows, std::size_t at) {
    if (rows[at].canFold && rows[at].open) return {at, true, false};
    for (std::size_t above = at; above-- > 0;)
        if (rows[above].depth < rows[at].depth) return {above, false, false};
    return {at, false, false};
}

}  // namespace

std::optional<ListStep> stepOf(std::span<const ListRow> rows, std::optional<std::size_t> at, ListKey key) {
    if (rows.empty()) return {};
    const bool isThere = at && *at < rows.size();
    if (key == ListKey::enter) return isThere ? std::optional(ListStep{*at, false, true}) : std::nullopt;
    if (!isThere) return ListStep{0, false, false};
    switch (key) {
        case ListKey::up: return ListStep{*at > 0 ? *at - 1 : 0, false, false};
        case ListKey::down: return ListStep{std::min(*at + 1, rows.size() - 1), false, false};
        case ListKey::right: return right(rows, *at);
        default: return left(rows, *at);
    }
}

}  // namespace viewer
