// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/table_text.hpp"

#include <doctest/doctest.h>

using namespace geodata;

namespace {

// What is left of a text from its header on.
std::string fromHeader(const std::string& text, const PositionColumns& named = {}) {
    return text.substr(startOf(text, named).skippedBytes);
}

}  // namespace

TEST_CASE("rows are divided at separators outside quotes, and at every kind of line end") {
    CHECK(rowsOf("a,b\n1,2\r\n3,\r\r\"x,\"\"y\"\"\",\"two\nlines\"", ',', 9) ==
          std::vector<TableRow>{{"a", "b"}, {"1", "2"}, {"3", ""}, {""}, {"x,\"y\"", "two\nlines"}});
    CHECK(rowsOf("a;b", ';', 9) == std::vector<TableRow>{{"a", "b"}});
    CHECK(rowsOf("a\nb\nc", ',', 2).size() == 2);
    CHECK(rowsOf("", ',', 9).empty());
    CHECK(rowsOf("\"open", ',', 9) == std::vector<TableRow>{{"open"}});
    CHECK(rowsOf("5\" gun,x", ',', 9) == std::vector<TableRow>{{"5\" gun", "x"}});
}

TEST_CASE("titles and empty rows above the header are passed over") {
    const std::string table = "id,name,sidc,lat,lon\nA,Alpha,10031000161211040000,33.27,35.2\n";
    CHECK(fromHeader("Order of battle as of 6 Nov,,,,\n,,,,\n" + table) == table);
    CHECK(fromHeader("Order of battle\n\n" + table) == table);
    CHECK(fromHeader("\"A title,\nof two lines\"\nsource,me\n" + table) == table);
    CHECK(fromHeader(table) == table);
    const std::string semicolons = "Название;Код;Широта;Долгота\n1;2;33,27;35,2\n";
    CHECK(fromHeader("Список\n" + semicolons) == semicolons);
    CHECK(fromHeader("\xef\xbb\xbfTitle\nname\twkt\nx\tPOINT(1 2)\n") == "name\twkt\nx\tPOINT(1 2)\n");
}

TEST_CASE("a line that names the separator is passed over") {
    CHECK(fromHeader("sep=;\nlat;lon\n33;35\n") == "lat;lon\n33;35\n");
    CHECK(fromHeader("SEP=,\r\nlat,lon\r\n") == "lat,lon\r\n");
    CHECK(fromHeader("\"sep=;\"\nlat;lon\n") == "lat;lon\n");
    CHECK(fromHeader("\xef\xbb\xbfsep=;\nTitle\nlat;lon\n") == "lat;lon\n");
    CHECK(startOf("sep=|\na|b\n", {}).separator == '|');
    CHECK(fromHeader("separate,lat,lon\n1,2,3\n") == "separate,lat,lon\n1,2,3\n");
    CHECK(fromHeader("sep=;") == "");
}

TEST_CASE("the first row stays the header where no other row can be one") {
    for (const char* text : {"name,place\nA,B\n", "a,b,c\n1,lat,lon\n", "id,name,town\n1,lat,lon\n",
                             "1,33.2,35.2\n2,33.1,35.1\n", "name,note,role\nx,y,mgrs\n", "", "\n\n\n"}) {
        CAPTURE(text);
        CHECK(fromHeader(text) == text);
    }
    std::string late;
    for (int i = 0; i < 10; ++i) late += "title\n";
    CHECK(fromHeader(late + "lat,lon\n1,2\n") == late + "lat,lon\n1,2\n");  // the eleventh row is not looked at
}

TEST_CASE("columns that the area file names are looked for in a header below a title") {
    PositionColumns named;
    named.mgrs = "Gitter";
    CHECK(fromHeader("Camps\nOrt,Gitter\nA,36S YB 1 1\n", named) == "Ort,Gitter\nA,36S YB 1 1\n");
    CHECK(fromHeader("Camps\nOrt,Gitter\nA,36S YB 1 1\n") == "Camps\nOrt,Gitter\nA,36S YB 1 1\n");
}

TEST_CASE("a table of rows becomes comma-separated values from its header on") {
    CHECK(csvOf({{"Title"}, {}, {"name", "lat", "lon"}, {"A, the \"first\"", "33", "35"}, {"B"}}, {}) ==
          "name,lat,lon\n\"A, the \"\"first\"\"\",33,35\nB,,\n");
    CHECK(csvOf({}, {}).empty());
    const std::vector<TableRow> rows{{"lat", "lon", "note"}, {"1", "2", "a\nb;c\td|e"}, {"3", "4", " \" "}};
    CHECK(rowsOf(csvOf(rows, {}), ',', 9)[1] == rows[1]);
    CHECK(rowsOf(csvOf(rows, {}), ',', 9)[2] == rows[2]);
}
