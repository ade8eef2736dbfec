// SPDX-License-Identifier: Apache-2.0
#include "layers/paper/paper.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "layers/text/text.hpp"
#include "tests/run_program.hpp"
#include "tests/temporary_folder.hpp"

using namespace layers;

namespace {

const FontSet& fonts() {
    static const auto loaded = FontSet::load({});
    OPSMAP_CHECK(loaded);
    return *loaded;
}

draw::Text text(const std::string& words, ScreenPoint at, float spacingPx = 0) {
    return {fonts().shape(words, {FontFace::regular, 20, spacingPx}), at, {}, {0, 0, 0, 255}, {255, 255, 255, 255}, 2};
}

struct Setup {
    Setup() {
        document.layers.resize(1);
        document.layers[0].id = "places";
        document.layers[0].title = "Places";
        list.size = {400, 300};
        list.background = {255, 255, 255, 255};
    }
    geodata::Result<std::vector<PaperPage>> write(const std::function<bool(int, int)>& goOn = {}) {
        return writePages({list, document, contents, {{0, 0}, 1, {400, 300}}, 0.75, fonts().files(), "\"a.pdf\""},
                          folder.path(), goOn);
    }
    std::string textOf(const PaperPage& page) const {
        return run("pdftotext -layout " + (folder.path() / page.file).string() + " -").output;
    }

    TemporaryFolder folder;
    DrawList list;
    Document document;
    Contents contents;
};

bool has(const std::string& whole, const std::string& part) { return whole.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("each stretch of one owner becomes a page, from the background up") {
    Setup setup;
    setup.list.items.push_back(draw::Area{{{0, 0}, {10, 0}, {0, 10}}, {1, 2, 3, 255}});
    setup.list.endSection(owner::kGrid);
    setup.list.items.push_back(text("Tyre", {50, 50}));
    setup.list.endSection("places");
    setup.list.items.push_back(text("Title", {50, 90}));  // of nobody
    const auto pages = setup.write();
    REQUIRE(pages);
    std::vector<std::string> titles;
    for (const PaperPage& page : *pages) titles.push_back(ownerTitle(setup.document, page.owner));
    CHECK(titles == std::vector<std::string>{"Background", "Grid", "Places", "Marginalia"});
    CHECK(has(setup.textOf((*pages)[2]), "Tyre"));
    CHECK_FALSE(has(setup.textOf((*pages)[2]), "Title"));
    CHECK(has(setup.textOf((*pages)[3]), "Title"));
    CHECK(has(run("pdfinfo " + (setup.folder.path() / (*pages)[0].file).string()).output, "300 x 225 pts"));
}

TEST_CASE("text is read back as it was written: spaced, right to left, along a line") {
    Setup setup;
    setup.list.items.push_back(text("LEBANON", {20, 40}, 14));
    setup.list.items.push_back(text("Tyre صور", {20, 80}));
    draw::Text turned = text("Litani", {});
    for (std::size_t i = 0; i < turned.run.glyphs.size(); ++i)
        turned.glyphs.push_back({{100.0 + turned.run.glyphs[i].xPx, 150.0 + 5.0 * static_cast<double>(i)}, 0.3});
    setup.list.items.push_back(std::move(turned));
    setup.list.endSection("places");
    const auto pages = setup.write();
    REQUIRE(pages);
    const std::string read = setup.textOf(pages->back());
    CHECK(has(read, "LEBANON"));
    CHECK(has(read, "Tyre"));
    CHECK(has(read, "صور"));
    CHECK(has(read, "Litani"));
}

TEST_CASE("pages that cannot be written, and a sheet that is given up, are said") {
    Setup setup;
    const auto givenUp = setup.write([](int, int) { return false; });
    REQUIRE_FALSE(givenUp);
    CHECK(givenUp.error().text == "The picture was given up, as asked; nothing was written.");
    std::filesystem::remove_all(setup.folder.path());
    const auto nowhere = setup.write();
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().text == "Cannot write \"a.pdf\": error while writing to output stream.");
}
