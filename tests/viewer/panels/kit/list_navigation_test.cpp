// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/list_navigation.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace viewer;

namespace {

// A division with an open brigade of two battalions, and a closed brigade; then a unit of another tree.
const std::vector<ListRow> kRows{{0, true, true}, {1, true, true}, {2}, {2}, {1, true, false}, {0}};

ListStep after(std::size_t at, ListKey key) { return stepOf(kRows, at, key).value(); }
ListStep moved(std::size_t to) { return {to, false, false}; }

}  // namespace

TEST_CASE("up and down go from row to row and stay at the ends") {
    CHECK(after(1, ListKey::down) == moved(2));
    CHECK(after(5, ListKey::down) == moved(5));
    CHECK(after(1, ListKey::up) == moved(0));
    CHECK(after(0, ListKey::up) == moved(0));
}

TEST_CASE("right opens a branch, then goes into it; left closes it, or goes to what it stands below") {
    CHECK(after(4, ListKey::right) == ListStep{4, true, false});
    CHECK(after(1, ListKey::right) == moved(2));
    CHECK(after(2, ListKey::right) == moved(2));
    CHECK(after(1, ListKey::left) == ListStep{1, true, false});
    CHECK(after(3, ListKey::left) == moved(1));
    CHECK(after(4, ListKey::left) == moved(0));
    CHECK(after(5, ListKey::left) == moved(5));
}

TEST_CASE("return picks the row where the keys stand, and the first key finds the first row") {
    CHECK(after(3, ListKey::enter) == ListStep{3, false, true});
    CHECK_FALSE(stepOf(kRows, {}, ListKey::enter));
    CHECK(stepOf(kRows, {}, ListKey::down) == moved(0));
    CHECK(stepOf(kRows, 17, ListKey::up) == moved(0));  // the list has become shorter
    CHECK_FALSE(stepOf({}, 0, ListKey::down));
}
