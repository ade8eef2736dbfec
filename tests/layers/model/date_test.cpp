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

TEST_CASE("days follow each other through four centuries, as the calendar counts them") {
    const auto isLeap = [](int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); };
    const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    long number = *dayNumber("1800-01-01");
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    bool areAllRight = true;
    for (int year = 1800; year < 2200; ++year)
        for (int month = 1; month <= 12; ++month) {
            const int days = lengths[month - 1] + (month == 2 && isLeap(year) ? 1 : 0);
            for (int day = 1; day <= days; ++day, ++number) {
                const std::string text = std::to_string(year) + "-" + two(month) + "-" + two(day);
                areAllRight = areAllRight && isDate(text) && dayNumber(text) == number && dateOfDay(number) == text;
            }
            const std::string beyond = std::to_string(year) + "-" + two(month) + "-" + two(days + 1);
            areAllRight = areAllRight && !isDate(beyond) && !dayNumber(beyond);
        }
    CHECK(areAllRight);
}

TEST_CASE("a day is its share of its year") {
    CHECK(decimalYear("2018-01-01") == doctest::Approx(2018.0));
    CHECK(decimalYear("2018-11-06").value() == doctest::Approx(2018 + 309 / 365.0).epsilon(1e-6));
    CHECK(decimalYear("2020-12-31").value() == doctest::Approx(2020 + 365 / 366.0).epsilon(1e-6));
    CHECK_FALSE(decimalYear("2018-02-30"));
    CHECK_FALSE(decimalYear(""));
    double before = 0;
    for (long day = *dayNumber("2015-12-25"); day < *dayNumber("2017-01-10"); ++day) {
        const auto year = decimalYear(*dateOfDay(day));
        REQUIRE(year);
        CHECK(*year > before);
        before = *year;
    }
}
