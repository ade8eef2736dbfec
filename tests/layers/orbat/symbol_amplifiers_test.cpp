// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/symbol_amplifiers.hpp"

#include <doctest/doctest.h>

using namespace layers;

TEST_CASE("a direction is a number of degrees") {
    CHECK(amplifierValue("direction", "45") == "45");
    CHECK(amplifierValue("direction", "45.5°") == "45.5");
    CHECK(amplifierValue("direction", "0") == "0");
    CHECK(amplifierValue("direction", "360") == "360");
    for (const char* wrong : {"NE", "", "45 deg", "-1", "361", "nan", "inf", "45,100,100) scale(9"})
        CHECK_MESSAGE(amplifierValue("direction", wrong) == std::nullopt, wrong);
}

TEST_CASE("reinforced and reduced have the signs of APP-6, however they are written") {
    for (const char* reinforced : {"+", "(+)", "reinforced", "Reinforced", "R"})
        CHECK(amplifierValue("reinforcedReduced", reinforced) == "(+)");
    for (const char* reduced : {"-", "(-)", "(–)", "−", "REDUCED", "D"})
        CHECK(amplifierValue("reinforcedReduced", reduced) == "(–)");
    for (const char* both : {"±", "(±)", "+-", "+/-", "RD", "reinforced and reduced"})
        CHECK(amplifierValue("reinforcedReduced", both) == "(±)");
    CHECK(amplifierValue("reinforcedReduced", "by a platoon") == "by a platoon");
}

TEST_CASE("an engagement is in capitals, other values stay as they are") {
    CHECK(amplifierValue("engagementType", "Non-target") == "NON-TARGET");
    CHECK(amplifierValue("engagementBar", "A:BBB-CC") == "A:BBB-CC");
    CHECK(amplifierValue("dtg", "061800Zaug18") == "061800Zaug18");
    CHECK(amplifierValue("speed", "60 km/h") == "60 km/h");
}

TEST_CASE("a status of the table is put into codes of digits") {
    const std::string code = "10031000161211040000";
    CHECK(withStatus(code, "planned") == "10031010161211040000");
    CHECK(withStatus(code, "Anticipated") == "10031010161211040000");
    CHECK(withStatus(code, "fully capable") == "10031020161211040000");
    CHECK(withStatus(code, "DAMAGED") == "10031030161211040000");
    CHECK(withStatus(code, "destroyed") == "10031040161211040000");
    CHECK(withStatus(code, "full_to_capacity") == "10031050161211040000");
    CHECK(withStatus("10031040161211040000", "present") == code);
    CHECK(withStatus(code + "0000000398", "planned") == "100310101612110400000000000398");
}

TEST_CASE("a status of the table is put into codes of letters") {
    CHECK(withStatus("SFGPUCI----F---", "planned") == "SFGAUCI----F---");
    CHECK(withStatus("SFGPUCI----F---", "damaged") == "SFGDUCI----F---");
    CHECK(withStatus("SFGPUCI----F---", "destroyed") == "SFGXUCI----F---");
    CHECK(withStatus("SFGAUCI----F---", "present") == "SFGPUCI----F---");
    CHECK(withStatus("WAS-WSF-LV-----", "planned") == "WAS-WSF-LV-----");
}

TEST_CASE("a status that is none of a symbol, and a code that cannot be drawn, change nothing") {
    CHECK(withStatus("10031040161211040000", "") == "10031040161211040000");
    CHECK(withStatus("10031040161211040000", "on leave") == "10031040161211040000");
    CHECK(withStatus("1003", "planned") == "1003");
    CHECK(withStatus("", "planned").empty());
}

TEST_CASE("a code of 30 digits names its country") {
    CHECK(countryIn("100310001612110400000000000398") == "KAZ");
    CHECK(countryIn("100310001612110400000000000004") == "AFG");
    CHECK(countryIn("100310001612110400000000000894") == "ZMB");
    CHECK(countryIn("100310001612110400000000000250") == "FRA");
    for (const char* none : {"10031000161211040000", "100310001612110400000000000000", "100310001612110400000000000999",
                             "SFGPUCI----F---", ""})
        CHECK(countryIn(none).empty());
}

TEST_CASE("equipment, aircraft and ships have a type, units have not") {
    for (const char* code : {"10031500001201000000", "10030100001101000000", "10033000001201000000", "SFGPEVAT-------",
                             "SFAPMFF--------", "SFSPCLCC-------"})
        CHECK_MESSAGE(hasEquipmentType(code), code);
    for (const char* code : {"10031000161211040000", "10032000001208020000", "10032500001301000000", "SFGPUCI----F---",
                             "GFGPGPPK-------", "1003", ""})
        CHECK_MESSAGE(!hasEquipmentType(code), code);
}
