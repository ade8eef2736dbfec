// SPDX-License-Identifier: Apache-2.0
#pragma once
// List navigation: what a key does in a panel's list. Pure; any thread.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace viewer {

enum class ListKey : std::uint8_t { up, down, left, right, enter };

// A row as the keys see it.
struct ListRow {
    std::size_t depth = 0;
    bool canFold = false, open = false;
};

struct ListStep {
    std::size_t row = 0;  // where the keys stand now
    bool folds = false;   // it is to be opened or closed
    bool picks = false;   // as if it were clicked

    bool operator==(const ListStep&) const = default;
};

// Up and down to the row beside, right into an open branch or opens it, left closes a branch or goes to the row above
// its own. None where there is no row, or none to be picked. `at`: where the keys stood; none: the first row is next.
std::optional<ListStep> stepOf(std::span<const ListRow> rows, std::optional<std::size_t> at, ListKey key);

}  // namespace viewer
