// SPDX-License-Identifier: Apache-2.0
// What JavaScriptCore makes of milsymbol is what Node makes of it.
#include <doctest/doctest.h>

#include <cstdio>
#include <memory>
#include <set>
#include <string>

#include "layers/symbols/milsymbol.hpp"
#include "layers/symbols/svg_text.hpp"

using namespace layers;

namespace {

struct PipeCloser {
    void operator()(std::FILE* pipe) const { pclose(pipe); }
};

std::string outputOf(const std::string& command) {
    const std::unique_ptr<std::FILE, PipeCloser> pipe(popen(command.c_str(), "r"));
    std::string text;
    char block[65536];
    for (std::size_t got = 0; (got = std::fread(block, 1, sizeof block, pipe.get())) > 0;) text.append(block, got);
    return text;
}

std::string taken(std::string& rest, char upTo) {
    const std::size_t end = rest.find(upTo);
    std::string part = rest.substr(0, end);
    rest.erase(0, end == std::string::npos ? end : end + 1);
    return part;
}

SymbolRequest requestOf(std::string sidc, std::string pairs) {
    SymbolRequest request{std::move(sidc), {}};
    while (!pairs.empty()) {
        std::string pair = taken(pairs, ';');
        const std::string name = taken(pair, '=');
        request.amplifiers.emplace_back(name, pair);
    }
    return request;
}

}  // namespace

TEST_CASE("each symbol's SVG is milsymbol's own under Node") {
    if (outputOf("command -v node").empty()) {
        WARN_MESSAGE(false, "node is not there: symbols were not compared");
        return;
    }
    const auto milsymbol = Milsymbol::load(OPSMAP_MILSYMBOL);
    REQUIRE(milsymbol);
    std::string lines =
        outputOf("node " OPSMAP_SOURCE_DIR "/tests/layers/symbols/reference_symbols.js " OPSMAP_MILSYMBOL);
    std::set<std::string> codes, sets;
    while (!lines.empty()) {
        std::string line = taken(lines, '\n');
        const std::string sidc = taken(line, '\t'), pairs = taken(line, '\t');
        CAPTURE(sidc);
        CAPTURE(pairs);
        const SymbolDrawing drawing = (*milsymbol)->draw(requestOf(sidc, pairs));
        CHECK(drawing.valid);
        CHECK(drawing.svg == normalisedSvg(line));
        CHECK(drawing.frameRight - drawing.frameLeft > 10);
        CHECK(drawing.frameBottom - drawing.frameTop > 10);
        codes.insert(sidc);
        if (sidc.size() == 20) sets.insert(sidc.substr(4, 2));
    }
    MESSAGE(codes.size(), " codes of milsymbol's tables were compared, of ", sets.size(), " symbol sets");
    CHECK(codes.size() >= 2700);
    CHECK(sets.size() >= 19);
    CHECK(sets.contains("25"));
}

TEST_CASE("an unknown inside keeps the frame of its side, and a question mark in it") {
    const auto milsymbol = Milsymbol::load(OPSMAP_MILSYMBOL);
    REQUIRE(milsymbol);
    std::set<std::string> drawn;
    for (const char* unknown : {"10031000169999000000", "10041000169999000000", "10061000169999000000",
                                "10011000169999000000", "SFGPZZZ----E---", "SHGPZZZ----E---"}) {
        CAPTURE(unknown);
        const SymbolDrawing drawing = (*milsymbol)->draw({unknown, {}});
        CHECK_FALSE(drawing.valid);
        CHECK(drawing.svg != unknownDrawing().svg);
        CHECK(drawing.svg.find(">?</text></svg>") != std::string::npos);
        CHECK(drawing.frameRight - drawing.frameLeft > 90);
        drawn.insert(drawing.svg);
    }
    CHECK(drawn.size() == 6);
    CHECK((*milsymbol)->draw({"10031000169999000000", {}}).width ==
          (*milsymbol)->draw({"10031000160000000000", {}}).width);
}

TEST_CASE("what has no frame has its own bounds, and a text beside it does not count") {
    const auto milsymbol = Milsymbol::load(OPSMAP_MILSYMBOL);
    REQUIRE(milsymbol);
    const SymbolDrawing plain = (*milsymbol)->draw({"10032500001303000000", {}});  // checkpoint
    REQUIRE(plain.valid);
    CHECK(plain.frameLeft == doctest::Approx(0));
    CHECK(plain.frameRight == doctest::Approx(plain.width));
    CHECK(plain.frameBottom == doctest::Approx(plain.height));
    const SymbolDrawing named = (*milsymbol)->draw({"10032500001303000000", {{"uniqueDesignation", "CP 12 WEST"}}});
    CHECK(named.frameRight - named.frameLeft == doctest::Approx(plain.width));
    CHECK(named.frameLeft - named.anchorX == doctest::Approx(plain.frameLeft - plain.anchorX));
}

TEST_CASE("a code that milsymbol does not know is drawn, and marked as wrong") {
    const auto milsymbol = Milsymbol::load(OPSMAP_MILSYMBOL);
    REQUIRE(milsymbol);
    for (const char* wrong :
         {"", "1", "99999999999999999999", "not a code", "SXXXXXXXXXXXXXX", "10031099999999999999"}) {
        CAPTURE(wrong);
        const SymbolDrawing drawing = (*milsymbol)->draw({wrong, {}});
        CHECK_FALSE(drawing.valid);
        CHECK(drawing.svg.find("<svg") == 0);
    }
    // Those that milsymbol draws as if nothing were wrong: cut short; modifiers, echelon, identity, status that there
    // are not; and those that it draws in a friend's frame: entities and sets that there are not.
    for (const char* plausible :
         {"10031000159999000000", "10031000151299000000", "10030100001199000000", "10039900001211000000",
          "SFGPZZZZ------A", "1003100016121104", "10031000161211049999", "10031000191211040000", "10091000161211040000",
          "10031900161211040000", "SFGPUCI----Z---", "SQGPUCI----F---"}) {
        CAPTURE(plausible);
        const SymbolDrawing drawing = (*milsymbol)->draw({plausible, {}});
        CHECK_FALSE(drawing.valid);
        CHECK(drawing.svg.find(">?</text></svg>") != std::string::npos);
    }
    CHECK((*milsymbol)->draw({"10031000161211040051", {}}).valid);
    CHECK((*milsymbol)->draw({"10031000161211040000", {}}).valid);
    CHECK((*milsymbol)->draw({"SFGPUCI----F---", {}}).valid);
}
