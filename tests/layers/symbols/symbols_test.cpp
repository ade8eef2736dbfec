// SPDX-License-Identifier: Apache-2.0
#include "layers/symbols/symbols.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cmath>
#include <fstream>

using namespace layers;
namespace fs = std::filesystem;

namespace {

// A folder of its own for each test, gone afterwards.
struct Folder {
    Folder()
        : path(fs::temp_directory_path() /
               ("opsmap-symbols-" + std::to_string(::getpid()) + "-" + std::to_string(++count))) {
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
    static inline int count = 0;
    fs::path path;
};

std::shared_ptr<const SymbolDrawing> drawn(SymbolFactory& factory, const SymbolRequest& request) {
    factory.find(request);
    factory.waitUntilIdle();
    factory.poll();
    return factory.find(request);
}

std::shared_ptr<const SymbolDrawing> drawn(const std::string& sidc) {
    SymbolFactory factory({OPSMAP_MILSYMBOL, {}, {}});
    return drawn(factory, {sidc, {}});
}

struct Texel {
    int r = 0, g = 0, b = 0, a = 0;
};
Texel texel(const SymbolImage& image, double x, double y) {
    const std::size_t i = (static_cast<std::size_t>(y) * image.width + static_cast<std::size_t>(x)) * 4;
    return {image.rgba[i], image.rgba[i + 1], image.rgba[i + 2], image.rgba[i + 3]};
}

}  // namespace

TEST_CASE("a friendly land unit's frame is 150 by 100 with the anchor in its middle") {
    const auto d = drawn("10031000161211040000");
    REQUIRE(d);
    CHECK(d->valid);
    CHECK(d->frameRight - d->frameLeft == doctest::Approx(150));
    CHECK(d->frameBottom - d->frameTop == doctest::Approx(100));
    CHECK(d->anchorX == doctest::Approx((d->frameLeft + d->frameRight) / 2));
    CHECK(d->anchorY == doctest::Approx((d->frameTop + d->frameBottom) / 2));
}

TEST_CASE("a headquarters stands on its staff's foot") {
    const auto d = drawn("10031002211100003900");
    REQUIRE(d);
    CHECK(d->anchorX == doctest::Approx(d->frameLeft));
    CHECK(d->anchorY == doctest::Approx(d->frameBottom + 100));
}

TEST_CASE("every kind of unit in the bundled areas is known to milsymbol") {
    SymbolFactory factory({OPSMAP_MILSYMBOL, {}, {}});
    for (const char* sidc :
         {"10031002211100003900", "10031002181100003900", "10031000161211040000", "10031000141417000000",
          "10031000161211020051", "10032000001208020000", "10031000181211020000", "10031000141407002400",
          "10031000001105003900", "10031000141212003900", "SFGPUCI----F---"}) {
        const auto d = drawn(factory, {sidc, {}});
        REQUIRE(d);
        CHECK_MESSAGE(d->valid, sidc);
        CHECK(d->svg.find("dominant-baseline") == std::string::npos);
        CHECK(d->svg.find("Arial") == std::string::npos);
    }
}

TEST_CASE("a friend is filled in milsymbol's blue, at any scale") {
    const auto d = drawn("10031000161211040000");
    for (const double scale : {0.2, 0.5, 2.0}) {
        const auto image = rasterizeSymbol(*d, scale);
        REQUIRE(image);
        const Texel t = texel(*image, (d->frameLeft + 55) * scale, (d->frameTop + 12) * scale);
        CHECK(std::abs(t.r - 128) + std::abs(t.g - 224) + std::abs(t.b - 255) < 12);
        CHECK(t.a == 255);
        CHECK(image->anchorX == doctest::Approx(d->anchorX * scale));
    }
}

TEST_CASE("letters inside a frame sit where milsymbol puts them") {
    const auto d = drawn("10031002181100003900");  // "MN" at y 71 of a frame that spans 50 to 150, size 28
    const auto image = rasterizeSymbol(*d, 4);
    REQUIRE(image);
    int top = 10000, bottom = 0, left = 10000, right = 0;
    for (int y = static_cast<int>((d->frameTop + 6) * 4); y < (d->frameTop + 60) * 4; ++y)
        for (int x = static_cast<int>((d->frameLeft + 20) * 4); x < (d->frameRight - 20) * 4; ++x)
            if (texel(*image, x, y).r < 40) {
                top = std::min(top, y);
                bottom = std::max(bottom, y);
                left = std::min(left, x);
                right = std::max(right, x);
            }
    // The middle of the x-height stands on y 71: the baseline is 0.26 em lower, capitals rise 0.71 em above that.
    const double baseline = (71 - 50 + 0.2595 * 28), middleX = 75;
    CHECK(bottom / 4.0 - d->frameTop == doctest::Approx(baseline).epsilon(0.04));
    CHECK(top / 4.0 - d->frameTop == doctest::Approx(baseline - 0.714 * 28).epsilon(0.08));
    CHECK((left + right) / 8.0 - d->frameLeft == doctest::Approx(middleX).epsilon(0.03));
}

TEST_CASE("a second start takes its symbols from the cache and runs no JavaScript") {
    const Folder cache;
    std::shared_ptr<const SymbolDrawing> made;
    {
        SymbolFactory first({OPSMAP_MILSYMBOL, cache.path, {}});
        made = drawn(first, {"10031000161211040000", {{"uniqueDesignation", "A"}}});
        CHECK(first.startedJavaScript());
    }
    SymbolFactory second({OPSMAP_MILSYMBOL, cache.path, {}});
    const auto found = second.find({"10031000161211040000", {{"uniqueDesignation", "A"}}});
    REQUIRE(found);
    CHECK(found->svg == made->svg);
    CHECK(found->anchorX == made->anchorX);
    CHECK(found->frameBottom == made->frameBottom);
    CHECK_FALSE(second.startedJavaScript());
    CHECK_FALSE(second.find({"10031000161211040000", {{"uniqueDesignation", "B"}}}));
}

TEST_CASE("many symbols come in a few batches, because with each one all of them are placed anew") {
    SymbolFactory factory({OPSMAP_MILSYMBOL, {}, {}});
    for (int i = 0; i < 300; ++i)
        CHECK_FALSE(factory.find({"10031000161211040000", {{"uniqueDesignation", std::to_string(i)}}}));
    int batches = 0;
    while (factory.busy()) batches += factory.poll() ? 1 : 0;
    CHECK(batches >= 1);
    CHECK(batches <= 5);
    for (int i = 0; i < 300; ++i)
        CHECK(factory.find({"10031000161211040000", {{"uniqueDesignation", std::to_string(i)}}}));
}

TEST_CASE("a damaged cache file is as if it were not there") {
    const Folder cache;
    {
        SymbolFactory factory({OPSMAP_MILSYMBOL, cache.path, {}});
        drawn(factory, {"10031000161211040000", {}});
    }
    for (const auto& file : fs::directory_iterator(cache.path)) {
        std::fstream change(file.path(), std::ios::in | std::ios::out | std::ios::binary);
        change.seekp(200);
        change.put('#');
    }
    SymbolFactory factory({OPSMAP_MILSYMBOL, cache.path, {}});
    CHECK_FALSE(factory.find({"10031000161211040000", {}}));
    factory.waitUntilIdle();
    CHECK(factory.poll());
    CHECK(factory.find({"10031000161211040000", {}})->valid);
}

TEST_CASE("hostile codes give a drawing, never a fault") {
    SymbolFactory factory({OPSMAP_MILSYMBOL, {}, {}});
    for (const std::string& sidc :
         {std::string(), std::string("xx"), std::string("\"); throw 1; (\""), std::string("\0\0\0", 3),
          std::string("\xff\xfe"), std::string(1 << 20, '9'), std::string("🪖")}) {
        const auto d = drawn(factory, {sidc, {}});
        REQUIRE(d);
        const auto image = rasterizeSymbol(*d, 0.3);
        REQUIRE(image);
        CHECK(image->width > 20);
    }
}

TEST_CASE("amplifiers reach milsymbol as text") {
    SymbolFactory factory({OPSMAP_MILSYMBOL, {}, {}});
    CHECK(drawn(factory, {"10031000161211040000", {{"uniqueDesignation", "INDBATT"}}})->svg.find("INDBATT") !=
          std::string::npos);
}

TEST_CASE("without milsymbol units are drawn as plain frames, and it is said") {
    SymbolFactory factory({"/nonexistent/milsymbol.js", {}, {}});
    const auto d = drawn(factory, {"10031000161211040000", {}});
    REQUIRE(d);
    CHECK_FALSE(d->valid);
    CHECK(rasterizeSymbol(*d, 0.3));
    REQUIRE(factory.error());
    CHECK(factory.error()->text.find("Cannot draw symbols with \"/nonexistent/milsymbol.js\": it cannot be read.") ==
          0);
}

TEST_CASE("a symbol larger than any screen is refused") {
    const auto d = drawn("10031000161211040000");
    CHECK_FALSE(rasterizeSymbol(*d, 100));
    CHECK_FALSE(rasterizeSymbol(*d, 0));
}

namespace {

bool draws(const std::string& svg, std::string_view element) { return svg.find(element) != svg.npos; }

std::shared_ptr<const SymbolDrawing> dark(const std::string& sidc, const std::string& headquarters = {}) {
    SymbolFactory factory({OPSMAP_MILSYMBOL, {}, {}});
    SymbolRequest request{sidc, {{"colorMode", "Dark"}}};
    if (!headquarters.empty()) request.amplifiers.emplace_back("specialHeadquarters", headquarters);
    return drawn(factory, request);
}

// Of an infantry unit's cross at a point that is on one of its lines and on no other.
Texel onCross(const SymbolDrawing& drawing) {
    const auto image = rasterizeSymbol(drawing, 2);
    REQUIRE(image);
    return texel(*image, 2 * (drawing.frameLeft + drawing.frameRight * 0.25 - drawing.frameLeft * 0.25),
                 2 * (drawing.frameTop + drawing.frameBottom * 0.25 - drawing.frameTop * 0.25));
}

}  // namespace

TEST_CASE("the icon is white on a dark blue frame, whose outline and echelon stay black") {
    const auto d = dark("10031000161211000000");
    REQUIRE(d);
    CHECK(draws(d->svg, R"x(fill="rgb(0,107,140)")x"));
    CHECK(draws(d->svg, R"x(stroke="black" fill="rgb(0,107,140)")x"));
    const Texel line = onCross(*d);
    CHECK(line.r > 200);
    CHECK(line.g > 200);
    CHECK(line.b > 200);
}

TEST_CASE("the icon stays black where black is readable: dark green, and all light frames") {
    const auto neutral = dark("10041000161211000000");
    REQUIRE(neutral);
    CHECK(draws(neutral->svg, R"x(fill="rgb(0,160,0)")x"));
    const auto light = drawn("10031000161211000000");
    REQUIRE(light);
    const Texel line = onCross(*light);
    CHECK(line.r < 60);
    CHECK(line.g < 60);
    CHECK(line.b < 60);
}

TEST_CASE("a special headquarters' name is white on a dark frame, and a symbol without a frame stays as it is") {
    const auto d = dark("10031002161211000000", "SHAPE");
    REQUIRE(d);
    const std::size_t name = d->svg.rfind("SHAPE");
    REQUIRE(name != std::string::npos);
    const std::size_t element = d->svg.rfind("<text", name);
    CHECK(draws(d->svg.substr(element, name - element), R"(fill="white")"));
    const auto point = dark("10032500001303000000");
    REQUIRE(point);
    CHECK(point->valid);
}
