// SPDX-License-Identifier: Apache-2.0
#include "layers/model/plain_text.hpp"

#include <doctest/doctest.h>

using namespace layers;

TEST_CASE("words are compared without case and accents, in Latin, Russian and Kazakh letters") {
    CHECK(plainText("Übergeordnete Einheit") == "ubergeordnete einheit");
    CHECK(plainText("DÉNOMINATION") == "denomination");
    CHECK(plainText("Código") == "codigo");
    CHECK(plainText("Año") == "ano");
    CHECK(plainText("НАЗВАНИЕ") == "название");
    CHECK(plainText("Ёлка") == "елка");
    CHECK(plainText("АТАУЫ") == "атауы");
    CHECK(plainText("Бөлім ҚОСЫНЫ") == "бөлім қосыны");
    CHECK(plainText("a\xc2\xa0"
                    "b\tc–d") == "a b c-d");
    CHECK(plainText("").empty());
}

TEST_CASE("other letters and bytes that are no characters stay as they are") {
    CHECK(plainText("名前") == "名前");
    CHECK(plainText("اسم") == "اسم");
    CHECK(plainText("\xd0") == "\xd0");
    CHECK(plainText("\xff\xfe") == "\xff\xfe");
}

TEST_CASE("a plain text stays as it is when it is made plain again") {
    for (const char* text : {"Übergeordnet", "НАЗВАНИЕ", "Құрам", "ÀÂÇÉÈÊËÎÔÛÜ", "x y-z"})
        CHECK(plainText(plainText(text)) == plainText(text));
}
