// SPDX-License-Identifier: Apache-2.0
#include "geodata/load/write_pdf.hpp"

#include <doctest/doctest.h>

using namespace geodata;

namespace {

PdfRequest job() {
    return {1190,
            842,
            "EPSG:32636",
            700000,
            3600000,
            800000,
            3700000,
            {"Zone & strip"},
            {{"page0.pdf", 0}},
            "A < B",
            {{"opsmap-date", "2018-11-06"}}};
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a composition names layers, pages and corners") {
    const auto xml = compositionOf(job(), "/tmp/own");
    REQUIRE(xml);
    CHECK(has(*xml, "<Title>A &lt; B</Title>"));
    CHECK(has(*xml, "<Layer id=\"layer0\" name=\"Zone &amp; strip\"/>"));
    CHECK(has(*xml, "<IfLayerOn layerId=\"layer0\"><PDF dataset=\"/tmp/own/page0.pdf\"/></IfLayerOn>"));
    CHECK(has(*xml, "<ControlPoint x=\"1190\" y=\"842\" GeoX=\"800000\" GeoY=\"3700000\"/>"));
    CHECK(has(*xml, "dataAxisToSRSAxisMapping=\"1,2\""));
}

TEST_CASE("a geographic system's axes are said to be the other way round") {
    PdfRequest degrees = job();
    degrees.crs = "EPSG:4326";
    const auto xml = compositionOf(degrees, "/tmp/own");
    REQUIRE(xml);
    CHECK(has(*xml, "dataAxisToSRSAxisMapping=\"2,1\""));
}

TEST_CASE("pages outside the folder, pages of no layer and systems that there are not are refused") {
    for (const PdfPage& odd : {PdfPage{"../page0.pdf", 0}, PdfPage{"/etc/passwd", 0}, PdfPage{".hidden", 0},
                               PdfPage{"", 0}, PdfPage{"page0.pdf", 1}}) {
        PdfRequest wrong = job();
        wrong.pages = {odd};
        const auto xml = compositionOf(wrong, "/tmp/own");
        REQUIRE_FALSE(xml);
        CHECK(xml.error().text == "what is asked for is not understood");
    }
    PdfRequest nowhere = job();
    nowhere.crs = "EPSG:999999";
    CHECK_FALSE(compositionOf(nowhere, "/tmp/own"));
    PdfRequest file = job();
    file.crs = "/etc/passwd";
    CHECK_FALSE(compositionOf(file, "/tmp/own"));
}
