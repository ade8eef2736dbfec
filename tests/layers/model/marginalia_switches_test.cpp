// SPDX-License-Identifier: Apache-2.0
#include "layers/model/marginalia_switches.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using layers::Marginalia;
using Names = std::vector<std::string>;

TEST_CASE("a list of marginalia shows exactly these, or changes what is shown") {
    const Names exactly{"north", "title"}, changed{"-north", "+locator"};
    CHECK(layers::switchedOn(*layers::withSwitches({}, exactly)) == Names{"title", "north"});
    const auto edited = layers::withSwitches({}, changed);
    CHECK_FALSE(edited->north);
    CHECK(edited->locator);
    CHECK(edited->title);
    CHECK(*layers::withSwitches({}, {}) == Marginalia{});
    CHECK(layers::switchedOn(*layers::withExactly({}, {})).empty());
}

TEST_CASE("none switches all marginalia off and stands alone") {
    const Names none{"none"}, mixed{"none", "title"}, changed{"-none"};
    Marginalia shown;
    shown.note = "stays";
    const auto bare = layers::withSwitches(shown, none);
    REQUIRE(bare);
    CHECK(layers::switchedOn(*bare).empty());
    CHECK(bare->note == "stays");
    CHECK(!layers::withSwitches({}, mixed));
    CHECK(!layers::withSwitches({}, changed));
}

TEST_CASE("an unknown name and a mixed list of marginalia are refused") {
    const Names unknown{"+nord"}, mixed{"+north", "title"};
    CHECK(layers::withSwitches({}, unknown)
              .error()
              .text.starts_with("Cannot switch \"nord\": it is none of the marginalia. They are title, date, "));
    CHECK(layers::withSwitches({}, mixed).error().text ==
          "Cannot use the list of marginalia \"title\": the others have a sign, it has none. Write a,b to show exactly "
          "these, or -a,+b to change what is shown.");
}

TEST_CASE("what is switched on and read again is the same") {
    Marginalia shown;
    shown.sources = false;
    shown.unitTable = true;
    shown.note = "stays";
    CHECK(*layers::withExactly(shown, layers::switchedOn(shown)) == shown);
}
