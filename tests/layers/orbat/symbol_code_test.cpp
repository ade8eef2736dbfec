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
