// SPDX-License-Identifier: Apache-2.0
#include "layers/model/date_text.hpp"

#include <doctest/doctest.h>

#include <string>

#include "layers/model/date.hpp"

using namespace layers;

TEST_CASE("a day is read in every spelling that has one reading") {
    for (const char* text : {"2018-11-06",
                             "2018-11-6",
                             "2018/11/06",
                             "2018.11.06",
                             "2018 11 06",
                             "  2018-11-06 ",
                             "\xc2\xa0"
                             "2018-11-06",
                             "20181106",
                             "06.11.2018",
                             "6.11.2018",
                             "6. 11. 2018",
                             "06.11.2018 г.",
                             "6 Nov 2018",
                             "06 NOV 18",
                             "06-NOV-2018",
                             "6-Nov-18",
                             "06NOV2018",
                             "06NOV18",
                             "6 Nov '18",
                             "6th November 2018",
                             "6th of Nov. 2018",
                             "Nov 6, 2018",
                             "November 6th, 2018",
                             "NOV 06 2018",
                             "2018 Nov 6",
                             "2018-NOV-06",
                             "6. November 2018",
                             "6 novembre 2018",
                             "6 de noviembre de 2018",
                             "6 ноября 2018",
                             "6 НОЯБРЯ 2018 г."}) {
        CAPTURE(text);
        CHECK(parseDate(text).value_or("not understood") == "2018-11-06");
        CHECK_FALSE(isAmbiguousDate(text));
    }
}

TEST_CASE("a time of day and a zone do not move the day that is written") {
    for (const char* text : {"2018-11-06Z",
                             "2018-11-06+02:00",
                             "2018-11-06 12:00",
                             "2018-11-06T23:59:59",
                             "2018-11-06T00:00:00.000Z",
                             "2018-11-06T23:30:00+05:00",
                             "2018-11-06 12:00:00 UTC",
                             "2018-11-06 1200Z",
                             "2018/11/06 12:00:00+00",
                             "20181106T120000Z",
                             "20181106120000",
                             "06.11.2018 12:00",
                             "06.11.2018, 9:05",
                             "Tue, 06 Nov 2018 12:00:00 +0000",
                             "Tue Nov 06 2018",
                             "Nov 6, 2018 12:00 PM",
                             "6 Nov 2018 at 12:00",
                             "061200ZNOV18",
                             "061200Z NOV 18",
                             "06 1200Z NOV 2018",
                             "061200BNOV18",
                             "061200NOV18",
                             "062359znov2018"}) {
        CAPTURE(text);
        CHECK(parseDate(text).value_or("not understood") == "2018-11-06");
    }
}

TEST_CASE("months are known by name in five languages") {
    CHECK(parseDate("1 März 2019") == "2019-03-01");
    CHECK(parseDate("1 mar 2019") == "2019-03-01");
    CHECK(parseDate("1er mars 2019") == "2019-03-01");
    CHECK(parseDate("2. Mai 2019") == "2019-05-02");
    CHECK(parseDate("3 Dez 2019") == "2019-12-03");
    CHECK(parseDate("3 août 2019") == "2019-08-03");
    CHECK(parseDate("3 FÉVRIER 2019") == "2019-02-03");
    CHECK(parseDate("3 juil 2019") == "2019-07-03");
    CHECK(parseDate("3 ene 2019") == "2019-01-03");
    CHECK(parseDate("3 Мая 2019") == "2019-05-03");
    CHECK(parseDate("3 сен 2019") == "2019-09-03");
    CHECK(parseDate("3 Sept. 2019") == "2019-09-03");
    CHECK_FALSE(parseDate("3 jui 2019"));  // June or July in French
    CHECK_FALSE(parseDate("3 ma 2019"));
    CHECK_FALSE(parseDate("3 foo 2019"));
}

TEST_CASE("what may be day and month or month and day stays a question") {
    for (const char* text : {"06/11/2018", "6/11/2018", "06-11-2018", "6 11 2018", "06/11/2018 12:00"}) {
        CAPTURE(text);
        CHECK_FALSE(parseDate(text));
        CHECK_FALSE(parseDateOfTable(text));
        CHECK(isAmbiguousDate(text));
    }
    CHECK(parseDate("13/11/2018") == "2018-11-13");
    CHECK(parseDate("11/13/2018") == "2018-11-13");
    CHECK(parseDate("05/05/2018") == "2018-05-05");
    CHECK_FALSE(isAmbiguousDate("13/11/2018"));
    CHECK_FALSE(isAmbiguousDate("05/05/2018"));
}

TEST_CASE("what is no day of the calendar, or less than a day, is not read") {
    for (const char* text : {"",
                             " ",
                             "2018",
                             "2018-11",
                             "Nov 2018",
                             "autumn 2018",
                             "2018-02-30",
                             "30.02.2018",
                             "20181306",
                             "06.11.18",
                             "18.11.06",
                             "06/11/18",
                             "2018-11-06x",
                             "2018-11-06 25:00",
                             "43410",
                             "2018-11/06",
                             "061260ZNOV18",
                             "2018-W45-2",
                             "32 Nov 2018",
                             "6 Nov",
                             "0",
                             "-2018-11-06",
                             "1541462400",
                             "n/a",
                             "?",
                             "061200Z0NOV18",
                             "6 Nov 2018 and later"}) {
        CAPTURE(text);
        CHECK_FALSE(parseDate(text));
        CHECK_FALSE(isAmbiguousDate(text));
    }
    CHECK_FALSE(parseDate(std::string(100'000, '1')));
    CHECK_FALSE(parseDate("6 " + std::string(100'000, 'n') + " 2018"));
    CHECK_FALSE(isAmbiguousDate(std::string(100'000, '/')));
}

TEST_CASE("years of two digits are those from 1970 to 2069") {
    CHECK(parseDate("06 NOV 69") == "2069-11-06");
    CHECK(parseDate("06 NOV 70") == "1970-11-06");
    CHECK(parseDate("230600ZMAR78") == "1978-03-23");
}

TEST_CASE("in a column of dates a spreadsheet's day number is a day") {
    CHECK(parseDateOfTable("43410") == "2018-11-06");
    CHECK(parseDateOfTable("43410.5") == "2018-11-06");
    CHECK(parseDateOfTable("43410,75") == "2018-11-06");
    CHECK(parseDateOfTable("28572") == "1978-03-23");
    CHECK(parseDateOfTable("6 Nov 2018") == "2018-11-06");
    for (const char* text : {"4341", "434100", "10000", "-43410", "43410x", "2018"}) {
        CAPTURE(text);
        CHECK_FALSE(parseDateOfTable(text));
    }
}

TEST_CASE("every day from 1954 to 2060 is read back in ten spellings") {
    constexpr const char* kNames[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (long day = -5'500; day < 33'000; day += 97) {
        const std::string date = dateOfDay(day).value_or("");
        const std::string y = date.substr(0, 4), m = date.substr(5, 2), d = date.substr(8, 2);
        const std::string name = kNames[std::stoi(m) - 1];
        CAPTURE(date);
        for (const std::string& text :
             {y + "/" + m + "/" + d, y + m + d, d + "." + m + "." + y, d + " " + name + " " + y, d + name + y,
              name + " " + d + ", " + y, y + "-" + name + "-" + d, d + "0930Z" + name + y, date + "T23:59:59+14:00"})
            CHECK(parseDate(text).value_or(text) == date);
        CHECK(parseDateOfTable(std::to_string(day + 25'569)).value_or("") == date);
    }
}
