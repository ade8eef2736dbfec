// SPDX-License-Identifier: Apache-2.0
#include "layers/model/date.hpp"

#include <doctest/doctest.h>

using namespace layers;

TEST_CASE("isDate takes days that the calendar has") {
    for (const char* day : {"2018-11-06", "2000-02-29", "0001-01-01", "9999-12-31"}) CHECK_MESSAGE(isDate(day), day);
}

TEST_CASE("isDate refuses everything else") {
    for (const char* text : {"", "2018", "2018-11", "2018-11-6", "2018-13-01", "2018-00-10", "2018-02-30", "1900-02-29",
                             "06-11-2018", "2018/11/06", "2018/11-06", "2018-11/06", "2018-11-06 ", " 2018-11-06",
                             "+018-11-06", "-018-11-06", "2018-1x-06", "2018-11--6"})
        CHECK_FALSE_MESSAGE(isDate(text), text);
}

TEST_CASE("days are counted and turn back into dates") {
    CHECK(dayNumber("1970-01-01") == 0);
    CHECK(dayNumber("2018-11-06") == 17'841);
    CHECK(dayNumber("1969-12-31") == -1);
    CHECK_FALSE(dayNumber("2018-02-30"));
    for (const char* date : {"0001-01-01", "1900-02-28", "2000-02-29", "9999-12-31"})
        CHECK(dateOfDay(*dayNumber(date)) == date);
    CHECK_FALSE(dateOfDay(*dayNumber("9999-12-31") + 1));
    CHECK_FALSE(dateOfDay(*dayNumber("0001-01-01") - 1));
}

TEST_CASE("a day stands as in a date-time group") {
    CHECK(dayGroup("2018-11-06") == "06 NOV 18");
    CHECK(dayGroup("2003-05-30") == "30 MAY 03");
    CHECK(dayGroup("soon") == "soon");
}
