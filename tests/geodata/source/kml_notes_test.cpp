// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/kml_notes.hpp"

#include <doctest/doctest.h>

using namespace geodata;

namespace {

std::vector<std::string> notesIn(const std::string& kml, const std::string& inside = "-") {
    std::vector<std::string> texts;
    for (const Warning& note : kmlNotes(kml, "\"a.kml\"", [&](const std::string& target) { return target == inside; }))
        texts.push_back(note.text);
    return texts;
}

using Texts = std::vector<std::string>;

constexpr const char* kLink =
    "<NetworkLink><name>n</name><Link><href>http://example.org/a.kml?x=1&amp;y=2</href></Link>"
    "</NetworkLink>";

}  // namespace

TEST_CASE("links to other files are counted and the first is named") {
    CHECK(notesIn(kLink) == Texts{"\"a.kml\" holds a link to another file, which is not followed: "
                                  "\"http://example.org/a.kml?x=1&y=2\". Save what is there as a file and open it."});
    CHECK(notesIn(std::string(kLink) + "<NetworkLink id='2'><Url>\n<href> b.kml </href></Url></NetworkLink>") ==
          Texts{"\"a.kml\" holds 2 links to other files, which are not followed (first: "
                "\"http://example.org/a.kml?x=1&y=2\"). Save what is there as a file and open it."});
    CHECK(kmlLinks("<NetworkLink><Link><href><![CDATA[b.kml?a=1]]></href></Link></NetworkLink>") == Texts{"b.kml?a=1"});
}

TEST_CASE("a link to a member of the same archive is no fault") {
    CHECK(notesIn("<NetworkLink><href>files/b.kml</href></NetworkLink>", "files/b.kml").empty());
}

TEST_CASE("images over the map are counted and the first is named") {
    CHECK(
        notesIn("<GroundOverlay><name>map &amp; plan</name><Icon><href>m.png</href></Icon></GroundOverlay>") ==
        Texts{
            "\"a.kml\" holds an image laid over the map, which is not shown: \"map & plan\". An outline shows where it "
            "lies."});
    CHECK(notesIn("<GroundOverlay><name>one</name></GroundOverlay><ScreenOverlay/><ScreenOverlay ></ScreenOverlay>"
                  "<PhotoOverlay>") == Texts{"\"a.kml\" holds 3 images laid over the map, which are not shown (first: "
                                             "\"one\"). An outline shows where it lies."});
}

TEST_CASE("elements with longer names, and files that break off, are no such elements") {
    CHECK(notesIn("<NetworkLinkControl><href>x</href></NetworkLinkControl>").empty());
    CHECK(notesIn("<Placemark><name>NetworkLink GroundOverlay</name></Placemark>").empty());
    CHECK(notesIn("").empty());
    CHECK(notesIn("<NetworkLink").empty());
    CHECK(notesIn("<NetworkLink><Link><href>half").size() == 1);
    CHECK(notesIn("<GroundOverlay><name>").size() == 1);
}
