// SPDX-License-Identifier: Apache-2.0
// JavaScript is handed values and can return anything: what comes of it.
#include "layers/symbols/milsymbol.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

using namespace layers;
namespace fs = std::filesystem;

namespace {

// A file with this JavaScript, gone afterwards.
struct Script {
    explicit Script(const std::string& source)
        : path(fs::temp_directory_path() / ("opsmap-milsymbol-" + std::to_string(::getpid()) + ".js")) {
        std::ofstream(path) << source;
    }
    ~Script() { fs::remove(path); }
    fs::path path;
};

// Something that looks like milsymbol and draws `svg` in a frame of this size.
std::string imitation(const std::string& svg, const std::string& frame = "x1: 10, y1: 20, x2: 160, y2: 120") {
    return "var ms = { Symbol: function(sidc, options) {"
           "this.isValid = function() { return true; };"
           "this.getSize = function() { return { width: 170, height: 140 }; };"
           "this.getAnchor = function() { return { x: 85, y: 70 }; };"
           "this.getOctagonAnchor = function() { return { x: 100, y: 100 }; };"
           "this.getMetadata = function() { return { baseGeometry: { bbox: { " +
           frame +
           " } } }; };"
           "this.asSVG = function() { " +
           svg +
           " };"
           "} };";
}

geodata::Result<std::unique_ptr<Milsymbol>> loaded(const std::string& source) {
    const Script script(source);
    return Milsymbol::load(script.path);
}

SymbolDrawing drawnBy(const std::string& source, const SymbolRequest& request) {
    const auto milsymbol = loaded(source);
    REQUIRE(milsymbol);
    return (*milsymbol)->draw(request);
}

const SymbolRequest kInfantry{"10031000151211000000", {}};

bool isUnknown(const SymbolDrawing& drawing) { return !drawing.valid && drawing.svg == unknownDrawing().svg; }

}  // namespace

TEST_CASE("a file that is missing, empty or not milsymbol is named with what is drawn instead") {
    const auto missing = Milsymbol::load("/no/milsymbol.js");
    REQUIRE_FALSE(missing);
    CHECK(
        missing.error().text.starts_with("Cannot draw symbols with \"/no/milsymbol.js\": it cannot be read. "
                                         "Units are drawn as plain frames."));
    CHECK_FALSE(loaded(""));
    for (const char* source : {"this is no JavaScript", "var other = 1;", "throw new Error('no');"}) {
        const auto other = loaded(source);
        REQUIRE_FALSE_MESSAGE(other, source);
        CHECK(other.error().text.find("it is not milsymbol") != std::string::npos);
    }
}

TEST_CASE("sizes, anchor and frame are those that milsymbol tells") {
    const SymbolDrawing drawing = drawnBy(imitation("return '<svg><path/></svg>'"), kInfantry);
    CHECK(drawing.valid);
    CHECK(drawing.svg.find("<path/>") != std::string::npos);
    CHECK(drawing.width == 170);
    CHECK(drawing.height == 140);
    CHECK(drawing.anchorX == 85);
    CHECK(drawing.anchorY == 70);
    CHECK(drawing.frameLeft == 10);
    CHECK(drawing.frameTop == 20);
    CHECK(drawing.frameRight == 160);
    CHECK(drawing.frameBottom == 120);
}

TEST_CASE("code and texts arrive as they are, whatever characters they hold") {
    const std::string echo = imitation(
        "return '<svg>' + sidc + '|' + options.uniqueDesignation + '|' + options.size"
        " + '|' + options.outlineColor + '</svg>'");
    for (const char* text : {"KAZCOY", "a\"b'c\\", "'); throw 1; ('", "${x}", "Żółć الناقورة", "", "a\nb"}) {
        const SymbolDrawing drawing = drawnBy(echo, {kInfantry.sidc, {{"uniqueDesignation", text}}});
        CHECK_MESSAGE(drawing.svg.find(kInfantry.sidc + "|" + text + "|100|white") != std::string::npos, drawing.svg);
    }
}

TEST_CASE("whatever goes wrong in JavaScript is drawn as unknown, and the next symbol is not harmed") {
    const auto milsymbol =
        loaded(imitation("if (options.staffComments === 'throw') throw new Error('x');"
                         "if (options.staffComments === 'none') return undefined;"
                         "return '<svg/>'"));
    REQUIRE(milsymbol);
    CHECK(isUnknown((*milsymbol)->draw({kInfantry.sidc, {{"staffComments", "throw"}}})));
    CHECK((*milsymbol)->draw(kInfantry).valid);
}

TEST_CASE("a symbol without a frame has its own bounds") {
    for (const char* frame : {"x1: 10, y1: 20, x2: 10.5, y2: 120", "x1: 10, y1: 20, x2: 160, y2: 20.5",
                              "x1: 160, y1: 120, x2: 10, y2: 20", "x1: undefined, y1: 0, x2: 1, y2: 1", ""}) {
        CAPTURE(frame);
        const SymbolDrawing drawing = drawnBy(imitation("return '<svg/>'", frame), kInfantry);
        CHECK(drawing.valid);
        CHECK(drawing.frameRight - drawing.frameLeft == 170);
        CHECK(drawing.frameBottom - drawing.frameTop == 140);
    }
}

TEST_CASE("a code with a fault is unknown even where milsymbol draws it") {
    const auto milsymbol = loaded(imitation("return '<svg/>'"));
    REQUIRE(milsymbol);
    CHECK((*milsymbol)->draw(kInfantry).valid);
    for (const char* sidc : {"", "1003", "100310001512110000ab", "not a code at all"})
        CHECK_MESSAGE(isUnknown((*milsymbol)->draw({sidc, {}})), sidc);
}

TEST_CASE("the drawing for what is unknown is a land unit's frame that can be drawn") {
    const SymbolDrawing unknown = unknownDrawing();
    CHECK_FALSE(unknown.valid);
    CHECK(unknown.frameRight - unknown.frameLeft == 150);
    CHECK(unknown.frameBottom - unknown.frameTop == 100);
    CHECK(unknown.anchorX == (unknown.frameLeft + unknown.frameRight) / 2);
    CHECK(unknown.anchorY == (unknown.frameTop + unknown.frameBottom) / 2);
    const auto image = rasterizeSymbol(unknown, 1);
    REQUIRE(image);
    CHECK(image->width == 158);
}
