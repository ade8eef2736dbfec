// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/symbol_code.hpp"

#include <doctest/doctest.h>

using namespace layers;

TEST_CASE("a code of the right form has no fault") {
    for (const char* good : {"10031000161211040000", "130310001612110400000000000000", "1003 1000 1612 1104 0000",
                             "SFGPUCI----F---", "sfgpuci----f---", "SFGPUCI*****USG", "SFGPEVAT--MO---"}) {
        CAPTURE(good);
        CHECK(codeFault(good) == "");
    }
}

TEST_CASE("a code in another dress is read as the standards write it") {
    const std::string number = "10031000161211040000";
    for (const char* dressed : {"10031000161211040000", "'10031000161211040000", "=\"10031000161211040000\"",
                                "10031000161211040000.0", "1003-1000-1612-1104-0000", " 1003 1000 1612 1104 0000 "}) {
        CAPTURE(dressed);
        CHECK(codeFault(dressed) == "");
        CHECK(standardCode(dressed) == number);
    }
    CHECK(standardCode("sfgpuci*****usg") == "SFGPUCI-----USG");
    CHECK(standardCode("'SFGPUCI----F---") == "SFGPUCI----F---");
}

TEST_CASE("a letter code of ten to fourteen characters is filled up with dashes") {
    CHECK(standardCode("SFG-UCI----D") == "SFG-UCI----D---");
    CHECK(standardCode("SHGPUCFRMS--G") == "SHGPUCFRMS--G--");
    CHECK(standardCode("SFGPUCI---") == "SFGPUCI--------");
    CHECK(standardCode("SFGPUCI----E-") == "SFGPUCI----E---");
    for (const char* filled : {"SFG-UCI----D", "SHGPUCFRMS--G", "SFGPUCI---"}) CHECK(codeFault(filled) == "");
}

TEST_CASE("what is no code in any dress stays as it is and has a fault") {
    for (const char* wrong : {"SFGPUCI--", "SFGPUCI----F----G", "1003100016121104000", "100310001612110400001",
                              "infantry", "headquarters", "=\"", "'", "1.0031E+19", "SFGPUCI----Z---", ".0"}) {
        CAPTURE(wrong);
        CHECK(standardCode(wrong) == wrong);
        CHECK_FALSE(codeFault(wrong).empty());
    }
    CHECK(standardCode("").empty());
}

TEST_CASE("a standard code is its own") {
    for (const char* code : {"10031000161211040000", "SFGPUCI----F---", "130310001612110400000000000000"})
        CHECK(standardCode(standardCode(code)) == standardCode(code));
}

TEST_CASE("a code's fault is named") {
    CHECK(codeFault("") == "is empty");
    CHECK(codeFault("  ") == "is empty");
    CHECK(codeFault("1003100016121104") == "has 16 characters: 20 digits or 15 letters are needed");
    CHECK(codeFault("100310001612110") == "has 15 characters: 20 digits or 15 letters are needed");
    CHECK(codeFault("infantry") == "has 8 characters: 20 digits or 15 letters are needed");
    CHECK(codeFault("10091000161211040000") == "has the identity \"9\", which there is not");
    CHECK(codeFault("10031000191211040000") == "has the echelon \"19\", which there is not");
    CHECK(codeFault("10031090161211040000") == "has the status \"9\", which there is not");
    CHECK(codeFault("SQGPUCI----F---") == "has the identity \"Q\", which there is not");
    CHECK(codeFault("SFGPUCI----Z---") == "has the echelon \"Z\", which there is not");
    CHECK(codeFault("SFGPUCI----\xc3\x9c--") == "has characters other than letters, digits and -");
}

namespace {

std::shared_ptr<const geodata::Store> tableOf(const std::vector<std::string>& columns,
                                              const std::vector<std::vector<std::string>>& rows) {
    geodata::StoreInfo info;
    info.layerName = "camps";
    info.mapCrs = "EPSG:32636";
    for (const std::string& column : columns) info.columns.push_back({column});
    geodata::FeatureSet set{info.columns, {}};
    for (const auto& row : rows) set.features.push_back({set.features.size(), {}, row});
    auto bytes = std::make_shared<const std::vector<std::byte>>(geodata::encodeStore(info, set));
    auto store = geodata::Store::open({*bytes, bytes});
    REQUIRE_MESSAGE(store, store.error().text);
    return *store;
}

}  // namespace

TEST_CASE("symbol codes in a column of another name are said") {
    const auto warning = unnamedCodes(
        *tableOf({"Ort", "Taktisches Zeichen"}, {{"a", "10031000161211040000"}, {"b", "SFGPUCI----F---"}, {"c", ""}}));
    REQUIRE(warning);
    CHECK(
        warning->text ==
        "Column \"Taktisches Zeichen\" of \"camps\" holds symbol codes but has another name, so no symbols are drawn. "
        "Name it sidc, or write in an area file: columns = { sidc = \"Taktisches Zeichen\" }.");
    CHECK(warning->count == 3);
    CHECK_FALSE(unnamedCodes(*tableOf({"sidc"}, {{"10031000161211040000"}})));
    CHECK_FALSE(unnamedCodes(*tableOf({"Код", "other"}, {{"10031000161211040000", "10031000161211040000"}})));
    CHECK_FALSE(unnamedCodes(*tableOf({"number"}, {{"12345"}, {"10031000161211040000"}})));
    CHECK_FALSE(unnamedCodes(*tableOf({"number"}, {{""}})));
    CHECK_FALSE(unnamedCodes(*tableOf({"number"}, {})));
}

TEST_CASE("of many wrong codes ten rows are named and the others counted; what is not found out yet is said") {
    std::vector<Unit> units(15);
    for (std::size_t i = 0; i < units.size(); ++i) {
        units[i].row = i + 1;
        units[i].id = "unit" + std::to_string(i);
        units[i].sidc = i < 13 ? "nonsense" : "10031000161211040000";
    }
    const Orbat orbat = linkUnits(units, "units.csv");
    const CodeFindings found = codeFindings(orbat, [](const std::string&) { return std::optional<bool>(); });
    CHECK_FALSE(found.complete);
    REQUIRE(found.warnings.size() == 11);
    CHECK(found.warnings[0].text.starts_with("Row 1 of \"units.csv\", \"unit0\", is drawn as a question mark:"));
    CHECK(found.warnings[10].text == "3 more rows of \"units.csv\" have symbol codes that cannot be drawn.");
    const CodeFindings known = codeFindings(orbat, [](const std::string&) { return std::optional(true); });
    CHECK(known.complete);
    CHECK(known.warnings.size() == 11);
}

namespace {

std::shared_ptr<const geodata::Store> tableOf(const std::string& column, const std::vector<std::string>& values) {
    geodata::StoreInfo info;
    info.layerName = "table";
    info.mapCrs = "EPSG:32636";
    info.columns = {{"n", geodata::ColumnType::text}, {column, geodata::ColumnType::text}};
    geodata::FeatureSet set{info.columns, {}};
    for (const std::string& value : values) set.features.push_back({set.features.size(), {}, {"1", value}});
    auto store = geodata::Store::open(geodata::ownedBytes(geodata::encodeStore(info, set)));
    REQUIRE_MESSAGE(store, store.error().text);
    return *store;
}

}  // namespace

TEST_CASE("a table with a column sidc is one of units, whatever is in it") {
    CHECK(holdsUnits(*tableOf("sidc", {})));
    CHECK(holdsUnits(*tableOf("SIDC", {"nonsense"})));
    CHECK_FALSE(holdsUnits(*tableOf("colour", {"10031000161211040000"})));
}

TEST_CASE("a column of another usual name makes a table of units only where it holds a code") {
    CHECK(holdsUnits(*tableOf("symbol", {"", "star", "10031000161211040000"})));
    CHECK(holdsUnits(*tableOf("Symbol Code", {"SFGPUCI----F---"})));
    CHECK_FALSE(holdsUnits(*tableOf("symbol", {"star", "circle"})));
    CHECK_FALSE(holdsUnits(*tableOf("symbol", {})));
}

TEST_CASE("a code that is not known is drawn as a question mark, and its row is named by what it has") {
    std::vector<Unit> units(2);
    units[0].row = 7;
    units[0].id = "kazcoy";
    units[0].sidc = units[1].sidc = "10031000161211040000";
    units[1].row = 8;
    units[1].name = "Indian battalion";
    const Orbat orbat = linkUnits(units, "units.csv");
    const CodeFindings found = codeFindings(orbat, [](const std::string&) { return std::optional(false); });
    CHECK(found.complete);
    REQUIRE(found.warnings.size() == 2);
    CHECK(found.warnings[0].text ==
          "Row 7 of \"units.csv\", \"kazcoy\", is drawn as a question mark: its symbol code \"10031000161211040000\" "
          "names "
          "a symbol that there is not.");
    CHECK(found.warnings[1].text.starts_with("Row 8 of \"units.csv\", \"Indian battalion\", is drawn"));
}

TEST_CASE("one wrong figure in a code's fields is found where a picture would leave it out") {
    const std::string good = "10031000161211040000";
    for (const auto& [place, wrong] :
         {std::pair<std::size_t, char>{2, '9'}, {3, '7'}, {6, '6'}, {7, '8'}, {8, '9'}, {9, '9'}}) {
        std::string code = good;
        code[place] = wrong;
        CHECK_MESSAGE(codeFault(code).find("which there is not") != std::string::npos, code);
    }
    for (std::size_t place = 10; place < good.size(); ++place) {  // what they say is the symbol library's to know
        std::string code = good;
        code[place] = '9';
        CHECK_MESSAGE(codeFault(code).empty(), code);
    }
}
