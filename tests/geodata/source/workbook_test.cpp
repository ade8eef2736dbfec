// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/workbook.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace geodata;

namespace {

using Members = std::map<std::string, std::string>;

MemberReader readerOf(const Members& members) {
    return [&members](const std::string& name) { return members.contains(name) ? members.at(name) : std::string(); };
}

// A workbook of one sheet with these rows.
Members excelWith(const std::string& rows, const std::string& more = {}) {
    return {
        {"xl/workbook.xml", "<workbook>" + more + R"(<sheets><sheet name="One" r:id="r1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>)"},
        {"xl/sharedStrings.xml",
         "<sst><si><t>first</t></si><si><r><t>se</t></r><rPh><t>no</t></rPh><r><t>cond</t></r>"
         "</si></sst>"},
        {"xl/styles.xml",
         R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy"/><numFmt numFmtId="165" )"
         R"(formatCode="0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>)"
         R"(<xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>)"},
        {"xl/worksheets/s.xml", "<x:worksheet xmlns:x='x'><x:sheetData>" + rows + "</x:sheetData></x:worksheet>"}};
}

std::vector<TableRow> excelRows(const std::string& rows, const std::string& more = {}) {
    const Members members = excelWith(rows, more);
    const auto sheet = excelSheet(readerOf(members));
    REQUIRE(sheet);
    CHECK(sheet->name == "One");
    CHECK(sheet->otherSheets.empty());
    return sheet->rows;
}

std::optional<Sheet> openDocumentOf(const std::string& tables) {
    const Members members{{"content.xml", "<o:document-content><o:body><o:spreadsheet>" + tables +
                                              "</o:spreadsheet></o:body></o:document-content>"}};
    return openDocumentSheet(readerOf(members));
}

using Rows = std::vector<TableRow>;

}  // namespace

TEST_CASE("an Excel sheet's texts, numbers and truths are read into their columns") {
    CHECK(excelRows(
              R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>)"
              R"(<row r="2"><c r="B2"><v>33.270499999999998</v></c><c r="C2" t="b"><v>1</v></c></row>)"
              R"(<row r="3"><c t="inlineStr"><is><t>in place</t></is></c><c t="str"><v>of a formula</v></c></row>)") ==
          Rows{{"first", "", "second"}, {"", "33.2705", "true"}, {"in place", "of a formula"}});
    CHECK(excelRows(R"(<row><c r="AA1"><v>1</v></c></row>)")[0].size() == 27);
    CHECK(excelRows(R"(<row><c r="A1" t="s"><v>99</v></c></row>)") == Rows{{""}});
    CHECK(excelRows("").empty());
}

TEST_CASE("numbers with a date format are days, others stay numbers") {
    CHECK(excelRows(R"(<row><c s="1"><v>43410</v></c><c s="2"><v>43410.5</v></c><c s="3"><v>43410</v></c>)"
                    R"(<c s="0"><v>43410</v></c><c><v>43410</v></c><c s="9"><v>43410</v></c><c s="1"/></row>)") ==
          Rows{{"2018-11-06", "2018-11-06T12:00:00", "43410", "43410", "43410", "43410", ""}});
    CHECK(excelRows(R"(<row><c s="1"><v>41948</v></c></row>)", R"(<workbookPr date1904="1"/>)") ==
          Rows{{"2018-11-06"}});
    CHECK(excelRows(R"(<row><c s="1"><v>-5</v></c><c s="1"><v>1e300</v></c><c s="1"><v>0.5</v></c></row>)") ==
          Rows{{"-5", "1e300", "0.5"}});
}

TEST_CASE("codes of twenty digits stay texts, and a number that lost its end looks like one") {
    CHECK(excelRows(R"(<row><c t="str"><v>10031000161211040000</v></c><c><v>1.00310001612110E+19</v></c></row>)") ==
          Rows{{"10031000161211040000", "1.0031000161211e+19"}});
}

TEST_CASE("other sheets of an Excel workbook that hold something are named") {
    Members members = excelWith("<row><c><v>1</v></c></row>");
    members["xl/workbook.xml"] = R"(<workbook><sheets><sheet name="One" id="r1"/><sheet name="Two" id="r2"/>)"
                                 R"(<sheet name="Three" id="r3"/></sheets>)"
                                 "</workbook>";
    members["xl/_rels/workbook.xml.rels"] = R"(<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/>)"
                                            R"(<Relationship Id="r2" Target="/xl/two.xml"/>)"
                                            R"(<Relationship Id="r3" Target="three.xml"/></Relationships>)";
    members["xl/two.xml"] = "<worksheet><row><c><v>1</v></c></row></worksheet>";
    members["xl/three.xml"] = "<worksheet><sheetData/></worksheet>";
    const auto sheet = excelSheet(readerOf(members));
    REQUIRE(sheet);
    CHECK(sheet->otherSheets == std::vector<std::string>{"Two"});
}

TEST_CASE("a damaged workbook is none") {
    CHECK_FALSE(excelSheet(readerOf(Members{})));
    Members members = excelWith("");
    members["xl/worksheets/s.xml"] = "<worksheet><row>";
    CHECK_FALSE(excelSheet(readerOf(members)));
    members.erase("xl/worksheets/s.xml");
    CHECK_FALSE(excelSheet(readerOf(members)));
    CHECK_FALSE(openDocumentSheet(readerOf(Members{})));
    CHECK_FALSE(openDocumentOf(""));
}

TEST_CASE("a column beyond the edge of a sheet does not ask for memory") {
    const auto rows = excelRows(R"(<row><c r="ZZZZZZZZ1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>)");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].size() == 16'384);
    CHECK(rows[0].front() == "1");
    CHECK(rows[0].back() == "2");
}

TEST_CASE("an OpenDocument sheet's values are read, repeated ones too, without the empty edge") {
    const auto sheet = openDocumentOf(
        R"(<t:table t:name="One"><t:table-header-rows><t:table-row><t:table-cell><x:p>a<x:s/>b</x:p><x:p>c</x:p>)"
        R"(</t:table-cell><t:table-cell t:number-columns-repeated="2"/><t:table-cell t:number-columns-repeated="2">)"
        R"(<x:p><x:span>d</x:span></x:p></t:table-cell><t:table-cell t:number-columns-repeated="9999"/></t:table-row>)"
        R"(</t:table-header-rows><t:table-row t:number-rows-repeated="2"><t:table-cell/></t:table-row><t:table-row )"
        R"(t:number-rows-repeated="2"><t:table-cell o:value-type="float" o:value="33.50"><x:p>33,5</x:p>)"
        R"(</t:table-cell>)"
        R"(<t:table-cell o:value-type="date" o:date-value="2018-11-06"><x:p>6.11.</x:p></t:table-cell></t:table-row>)"
        R"(<t:table-row t:number-rows-repeated="1048000"><t:table-cell/></t:table-row></t:table>)"
        R"(<t:table t:name="Two"/>)");
    REQUIRE(sheet);
    CHECK(sheet->name == "One");
    CHECK(sheet->rows == Rows{{"a b\nc", "", "", "d", "d"}, {}, {}, {"33.5", "2018-11-06"}, {"33.5", "2018-11-06"}});
    CHECK(sheet->otherSheets.empty());
}

TEST_CASE("a sheet that repeats a value to more cells than a sheet has is none") {
    CHECK_FALSE(
        openDocumentOf(R"(<t:table><t:table-row t:number-rows-repeated="1000000"><t:table-cell )"
                       R"(t:number-columns-repeated="16000"><x:p>a</x:p></t:table-cell></t:table-row></t:table>)"));
}
