// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/picture_text.hpp"

#include <doctest/doctest.h>

using namespace viewer;

namespace {

std::string chunk(const std::string& kind, const std::string& data) {
    std::string length;
    for (int shift : {24, 16, 8, 0}) length += static_cast<char>(data.size() >> shift);
    return length + kind + data + "crc!";
}
std::string text(const std::string& key, const std::string& value) {
    return chunk("iTXt", key + std::string(5, '\0') + value);
}
const std::string kHead = std::string("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", std::string(13, '\0'));

PictureNotes notesOf(const std::string& png) { return notesInPng(std::as_bytes(std::span(png))); }

}  // namespace

TEST_CASE("notes of a PNG stand before its pixels") {
    const PictureNotes both{{"Title", "Süd"}, {"opsmap-date", "2018-11-06"}};
    CHECK(notesOf(kHead + text("Title", "Süd") + chunk("pHYs", "123456789") + text("opsmap-date", "2018-11-06") +
                  chunk("IDAT", "x") + text("late", "x")) == both);
}

TEST_CASE("a damaged PNG has the notes before the damage, at whatever byte it is cut") {
    const std::string whole = kHead + text("a", "1") + text("b", "2") + chunk("IDAT", "x");
    for (std::size_t length = 0; length < whole.size(); ++length) CHECK(notesOf(whole.substr(0, length)).size() <= 2);
    CHECK(notesOf(kHead + chunk("iTXt", "no end")).empty());
    CHECK(notesOf(kHead + chunk("iTXt", std::string("a\0\1\0\0\0x", 7))).empty());  // compressed
    CHECK(notesOf(kHead + std::string("\xff\xff\xff\xff", 4) + "iTXt" + std::string(100, 'a')).empty());
    CHECK(notesOf("GIF89a" + text("a", "1")).empty());
    std::string many = kHead;
    for (int i = 0; i < 500; ++i) many += text("a", "1");
    CHECK(notesOf(many).size() == 64);
}

TEST_CASE("notes of a PDF are its XMP's, unescaped") {
    const PictureNotes one{{"a", "x < \"y\" & 'z'\n&#65;"}};
    CHECK(notesInPdf("%PDF-1.6 <opsmap:note key=\"a\">x &lt; &quot;y&quot; &amp; "
                     "&apos;z&apos;\n&amp;#65;</opsmap:note> %%EOF") == one);
    CHECK(notesInPdf("<opsmap:note key=\"a\">never ends").empty());
    CHECK(notesInPdf("<opsmap:note key=\"</opsmap:note>\">").empty());
    CHECK(notesInPdf("").empty());
}
