// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/write_request.hpp"

#include <doctest/doctest.h>

using namespace geodata;

namespace {

const GeoTiffRequest kTiff{40, 30, "EPSG:32636", 700000.25, 3660000.5, 12.5, 300, {{"Title", "Süd"}}};
const PdfRequest kPdf{1190.55,
                      841.89,
                      "EPSG:4326",
                      35,
                      33,
                      36,
                      34,
                      {"Roads", "Grid"},
                      {{"0.pdf", 1}, {"1.pdf", 0}},
                      "صور",
                      {{"opsmap-date", "2018-11-06"}}};

}  // namespace

TEST_CASE("a job comes out of the socket as it went in") {
    const auto tiff = decodeWriteRequest(encodeWriteRequest(kTiff)), pdf = decodeWriteRequest(encodeWriteRequest(kPdf));
    REQUIRE(tiff);
    REQUIRE(pdf);
    const auto& t = std::get<GeoTiffRequest>(*tiff);
    CHECK(t.width == 40);
    CHECK(t.height == 30);
    CHECK(t.crs == kTiff.crs);
    CHECK(t.north == kTiff.north);
    CHECK(t.unitsPerPx == kTiff.unitsPerPx);
    CHECK(t.dpi == 300);
    CHECK(t.notes == kTiff.notes);
    const auto& p = std::get<PdfRequest>(*pdf);
    CHECK(p.heightPt == kPdf.heightPt);
    CHECK(p.east == 36);
    CHECK(p.layers == kPdf.layers);
    REQUIRE(p.pages.size() == 2);
    CHECK(p.pages[0].file == "0.pdf");
    CHECK(p.pages[0].layer == 1);
    CHECK(p.title == kPdf.title);
    CHECK(p.notes == kPdf.notes);
}

TEST_CASE("a job that is cut, too long or of no kind is none") {
    const std::string whole = encodeWriteRequest(kPdf);
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK_FALSE(decodeWriteRequest(std::string_view(whole).substr(0, length)));
    CHECK_FALSE(decodeWriteRequest(whole + "x"));
    CHECK_FALSE(decodeWriteRequest(std::string(16, '\x7f')));
}
