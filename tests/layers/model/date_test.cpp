#include "layers/model/date.hpp"

#include <doctest/doctest.h>

using layers::isDate;

TEST_CASE("isDate takes days that the calendar has") {
    for (const char* day : {"2018-11-06", "2000-02-29", "0001-01-01", "9999-12-31"}) CHECK_MESSAGE(isDate(day), day);
}

TEST_CASE("isDate refuses everything else") {
    for (const char* text : {"", "2018", "2018-11", "2018-11-6", "2018-13-01", "2018-00-10", "2018-02-30", "1900-02-29", "06-11-2018",
                             "2018/11/06", "2018/11-06", "2018-11/06", "2018-11-06 ", " 2018-11-06", "+018-11-06", "-018-11-06", "2018-1x-06", "2018-11--6"})
        CHECK_FALSE_MESSAGE(isDate(text), text);
}

TEST_CASE("a day is written out, and what is no day stays as it is") {
    CHECK(layers::longDate("2018-11-06") == "6 November 2018");
    CHECK(layers::longDate("2004-02-29") == "29 February 2004");
    CHECK(layers::longDate("today") == "today");
}
