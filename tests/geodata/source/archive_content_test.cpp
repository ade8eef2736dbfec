// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/archive_content.hpp"

#include <doctest/doctest.h>

using namespace geodata;

namespace {

ArchiveContent of(const std::vector<std::string>& members, const std::string& mimetype = {}) {
    return contentOf(members, [&](const std::string& name) { return name == "mimetype" ? mimetype : std::string(); });
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an archive is known by its members") {
    CHECK(of({"[Content_Types].xml", "xl/workbook.xml"}).kind == ArchiveKind::excel);
    CHECK(of({"mimetype", "content.xml"}, "application/vnd.oasis.opendocument.spreadsheet").kind ==
          ArchiveKind::openDocument);
    CHECK(of({"doc.kml"}).kind == ArchiveKind::kmz);
    CHECK(of({"a/towns.SHP", "a/towns.dbf"}).kind == ArchiveKind::shapefiles);
    CHECK(of({"readme.txt", "towns.geojson"}).kind == ArchiveKind::text);
    CHECK(of({"towns.gpkg"}).kind == ArchiveKind::binary);
    CHECK(of({"towns.gpkg"}).driver == "GPKG");
    CHECK(of({"towns.gpkg"}).main() == "towns.gpkg");
}

TEST_CASE("of a KMZ with several files the one that is read comes first") {
    CHECK(of({"a.kml", "b.kml", "doc.kml"}).files == Names{"doc.kml", "a.kml", "b.kml"});
    CHECK(of({"b.kml", "a.kml"}).files == Names{"b.kml", "a.kml"});
}

TEST_CASE("what is not read is named with what to do") {
    const auto reasonOf = [](const Names& members, const std::string& mimetype = {}) {
        const ArchiveContent content = of(members, mimetype);
        CHECK(content.kind == ArchiveKind::other);
        CHECK_FALSE(content.advice.empty());
        return content.reason;
    };
    CHECK(reasonOf({"word/document.xml"}) == "it is a document of an office program, not a table");
    CHECK(reasonOf({"mimetype", "content.xml"}, "application/vnd.oasis.opendocument.text") ==
          "it is a document of an office program, not a table");
    CHECK(reasonOf({"xl/workbook.bin"}) == "it is an Excel workbook in binary form (.xlsb)");
    CHECK(reasonOf({"a.gdb/a00000001.gdbtable"}) == "it is a zipped Esri file geodatabase");
    CHECK(reasonOf({"a.csv", "b.csv"}) == "it is a ZIP archive with 2 files that could be meant: \"a.csv\", \"b.csv\"");
    CHECK(reasonOf({"a.png", "b.doc"}) == "it is a ZIP archive in which nothing can be read: \"a.png\", \"b.doc\"");
    CHECK(reasonOf({}) == "it is a ZIP archive without files");
}

TEST_CASE("long lists of names are cut") {
    CHECK(quotedList(Names{"a", "b"}) == "\"a\", \"b\"");
    CHECK(quotedList(Names{"a", "b", "c", "d", "e", "f"}) == "\"a\", \"b\", \"c\", \"d\" and 2 more");
    CHECK(quotedList(Names{"a\nb"}) == "\"a\\x0Ab\"");
}
