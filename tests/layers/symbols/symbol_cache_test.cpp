// SPDX-License-Identifier: Apache-2.0
#include "layers/symbols/symbol_cache.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "layers/symbols/late_writer.hpp"
#include "tests/temporary_folder.hpp"

using namespace layers;
namespace fs = std::filesystem;

namespace {

const SymbolRequest kRequest{"10031000161211000000", {{"higherFormation", "HQ"}, {"uniqueDesignation", "KAZ"}}};

SymbolDrawing drawing() {
    SymbolDrawing d;
    d.svg = "<svg>\n two lines 1 2 3\n</svg>";
    d.width = 123.25;
    d.height = 100;
    d.anchorX = 0.1;  // no power of two: every digit has to come back
    d.anchorY = -7e-9;
    d.frameRight = 155.5;
    return d;
}

std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    return files;
}

}  // namespace

TEST_CASE("a drawing comes back as it was, to the last digit") {
    const TemporaryFolder folder;
    for (const bool valid : {true, false}) {
        SymbolDrawing written = drawing();
        written.valid = valid;
        writeCached(folder.path(), kRequest, written);
        const auto read = readCached(folder.path(), kRequest);
        REQUIRE(read);
        CHECK(read->svg == written.svg);
        CHECK(read->width == written.width);
        CHECK(read->anchorX == written.anchorX);
        CHECK(read->anchorY == written.anchorY);
        CHECK(read->frameRight == written.frameRight);
        CHECK(read->valid == valid);
    }
    CHECK(filesIn(folder.path()).size() == 1);
}

TEST_CASE("requests that look alike are different files") {
    const TemporaryFolder folder;
    writeCached(folder.path(), kRequest, drawing());
    SymbolRequest other = kRequest;
    other.amplifiers = {{"higherFormation", "HQ,uniqueDesignation=KAZ"}};  // the text of both in one
    CHECK_FALSE(readCached(folder.path(), other));
    other = kRequest;
    other.amplifiers.pop_back();
    CHECK_FALSE(readCached(folder.path(), other));
    other = kRequest;
    other.sidc.back() = '1';
    CHECK_FALSE(readCached(folder.path(), other));
    writeCached(folder.path(), other, drawing());
    CHECK(filesIn(folder.path()).size() == 2);
}

TEST_CASE("a damaged file counts as absent, wherever the damage is") {
    const TemporaryFolder folder;
    writeCached(folder.path(), kRequest, drawing());
    const fs::path file = filesIn(folder.path()).at(0);
    std::ifstream in(file, std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(in), {}};
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x11);
        std::ofstream(file, std::ios::binary) << damaged;
        CHECK_FALSE(readCached(folder.path(), kRequest));
    }
    for (std::size_t length = 0; length < whole.size(); length += 7) {
        std::ofstream(file, std::ios::binary) << whole.substr(0, length);
        CHECK_FALSE(readCached(folder.path(), kRequest));
    }
    std::ofstream(file, std::ios::binary) << whole;
    CHECK(readCached(folder.path(), kRequest));
}

TEST_CASE("without a folder, or with one that cannot be, nothing is kept and nothing is said") {
    writeCached({}, kRequest, drawing());
    CHECK_FALSE(readCached({}, kRequest));
    writeCached("/proc/nowhere/symbols", kRequest, drawing());
    CHECK_FALSE(readCached("/proc/nowhere/symbols", kRequest));
}

TEST_CASE("what a late writer was given is written when it goes, in order") {
    std::vector<int> written;
    {
        LateWriter writer;
        for (int i = 0; i < 200; ++i) writer.give([&written, i] { written.push_back(i); });
    }
    REQUIRE(written.size() == 200);
    for (int i = 0; i < 200; ++i) CHECK(written[static_cast<std::size_t>(i)] == i);
}
