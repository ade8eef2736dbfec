// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/notices.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace viewer;

namespace {

struct Setup {
    double nowS = 100;
    std::ostringstream log;
    Notices notices{[this] { return nowS; }, log};
};

}  // namespace

TEST_CASE("a notice goes away by itself, an error stays until it is dismissed") {
    Setup setup;
    setup.notices.say("Undone.");
    setup.notices.sayError("Cannot read it.");
    CHECK(setup.notices.expire());
    REQUIRE(setup.notices.shown().size() == 2);
    CHECK_FALSE(setup.notices.expire());
    setup.nowS += 5.9;
    CHECK_FALSE(setup.notices.expire());
    setup.nowS += 0.2;
    CHECK(setup.notices.expire());
    REQUIRE(setup.notices.shown().size() == 1);
    CHECK(setup.notices.shown()[0].isError);
    setup.nowS += 1000;
    CHECK_FALSE(setup.notices.expire());
    setup.notices.dismiss(0);
    CHECK(setup.notices.shown().empty());
    CHECK(setup.notices.expire());
}

TEST_CASE("a problem is told once, and in the log, until the files are read again") {
    Setup setup;
    setup.notices.remarkError("Cannot read \"a\".");
    setup.notices.remarkError("Cannot read \"a\".");
    setup.notices.remark("There is no monitor 3.");
    CHECK(setup.notices.shown().size() == 2);
    CHECK(setup.log.str() == "Cannot read \"a\".\nThere is no monitor 3.\n");
    setup.notices.forgetRemarks();
    setup.notices.remarkError("Cannot read \"a\".");
    CHECK(setup.notices.shown().size() == 3);
}

TEST_CASE("the last notice is dismissed first, and an index that is not there is ignored") {
    Setup setup;
    CHECK_FALSE(setup.notices.dismissLast());
    setup.notices.say("one");
    setup.notices.say("two");
    setup.notices.dismiss(7);
    CHECK(setup.notices.dismissLast());
    REQUIRE(setup.notices.shown().size() == 1);
    CHECK(setup.notices.shown()[0].text == "one");
}
