// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/text_encoding.hpp"

#include <doctest/doctest.h>

using namespace geodata;
using namespace std::string_literals;

namespace {

// UTF-16 with its mark, made of units.
std::string utf16(std::u16string_view text, bool little) {
    std::string bytes = little ? "\xff\xfe" : "\xfe\xff";
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8U), low = static_cast<char>(unit & 0xFFU);
        bytes += little ? std::string{low, high} : std::string{high, low};
    }
    return bytes;
}

}  // namespace

TEST_CASE("UTF-16 of both byte orders becomes UTF-8") {
    for (const bool little : {true, false}) {
        CAPTURE(little);
        CHECK(isUtf16(utf16(u"a", little)));
        CHECK(fromUtf16(utf16(u"name\tШирота\n", little)) == "name\tШирота\n");
        CHECK(fromUtf16(utf16(u"é–漢\U0001F600", little)) == "é–漢\U0001F600");
        CHECK(fromUtf16(utf16(u"", little)).empty());
    }
    CHECK_FALSE(isUtf16("name,lat"));
    CHECK_FALSE(isUtf16("\xef\xbb\xbfname"));
    CHECK_FALSE(isUtf16(""));
}

TEST_CASE("halves of characters and a cut last byte become replacement characters") {
    CHECK(fromUtf16("\xff\xfe\x3d\xd8"s) == "\xef\xbf\xbd");  // a first half at the end
    CHECK(fromUtf16("\xff\xfe\x3d\xd8\x61\x00"s) ==
          "\xef\xbf\xbd"
          "a");                                               // and before a letter
    CHECK(fromUtf16("\xff\xfe\x00\xdc"s) == "\xef\xbf\xbd");  // a second half alone
    CHECK(fromUtf16("\xff\xfe\x61\x00\x62"s) == "a\xef\xbf\xbd");
}

TEST_CASE("an XML declaration names UTF-8 afterwards") {
    CHECK(fromUtf16(utf16(u"<?xml version=\"1.0\" encoding=\"UTF-16\"?><kml/>", true)) ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml/>");
    CHECK(fromUtf16(utf16(u"<?xml version=\"1.0\" encoding=\"utf-16le\"?><kml>UTF-16</kml>", false)) ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml>UTF-16</kml>");
    CHECK(fromUtf16(utf16(u"<?xml version=\"1.0\"?><kml>UTF-16</kml>", true)) ==
          "<?xml version=\"1.0\"?><kml>UTF-16</kml>");
}

TEST_CASE("text in a named encoding becomes UTF-8, and an unknown name gives nothing") {
    CHECK(fromEncoding("\xcd\xe0\xe7\xe2\xe0\xed\xe8\xe5", "CP1251") == "Название");
    CHECK(fromEncoding("caf\xe9", "ISO-8859-1") == "café");
    CHECK(fromEncoding("plain", "UTF-8") == "plain");
    CHECK_FALSE(fromEncoding("plain", "KLINGON-8"));
}
