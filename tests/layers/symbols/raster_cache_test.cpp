// SPDX-License-Identifier: Apache-2.0
#include "layers/symbols/raster_cache.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

using namespace layers;

namespace {

namespace fs = std::filesystem;

struct Folder {
    fs::path path = fs::temp_directory_path() / fmt::format("opsmap-raster-cache-test-{}", ::getpid());
    Folder() { fs::remove_all(path); }
    ~Folder() { fs::remove_all(path); }
    std::vector<fs::path> files() const {
        std::vector<fs::path> found;
        for (const auto& entry : fs::directory_iterator(path)) found.push_back(entry.path());
        return found;
    }
};

SymbolDrawing square(const std::string& color) {
    SymbolDrawing drawing;
    drawing.svg =
        fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 10 10"><rect )"
                    R"(width="10" height="10" fill="{}"/></svg>)",
                    color);
    drawing.width = drawing.height = 10;
    drawing.anchorX = 5;
    return drawing;
}

RasterCache::ImagePtr found(RasterCache& cache, const RasterCache::DrawingPtr& drawing, double scalePx) {
    if (auto image = cache.find(drawing, scalePx)) return image;
    cache.waitUntilIdle();
    CHECK(cache.poll());
    auto image = cache.find(drawing, scalePx);
    OPSMAP_CHECK(image);
    return image;
}

// A cache of its own each time: what comes out of it went through the folder.
SymbolImage imageIn(const fs::path& folder, const SymbolDrawing& drawing, double scalePx) {
    RasterCache cache(folder);
    const auto shared = std::make_shared<const SymbolDrawing>(drawing);
    return *found(cache, shared, scalePx);
}

}  // namespace

TEST_CASE("a symbol's pixels come back from the folder as they were rendered") {
    const Folder folder;
    const SymbolImage first = imageIn(folder.path, square("#c80000"), 2.5);
    REQUIRE(folder.files().size() == 1);
    CHECK(first.width == 25);
    CHECK(first.rgba[0] == 0xc8);
    const auto written = fs::last_write_time(folder.files()[0]);
    const SymbolImage second = imageIn(folder.path, square("#c80000"), 2.5);
    CHECK(second.rgba == first.rgba);
    CHECK(second.anchorX == first.anchorX);
    CHECK(fs::last_write_time(folder.files()[0]) == written);  // what is rendered is written
    CHECK(folder.files().size() == 1);
}

TEST_CASE("another scale and another drawing are other pixels") {
    const Folder folder;
    CHECK(imageIn(folder.path, square("#c80000"), 2).width == 20);
    CHECK(imageIn(folder.path, square("#c80000"), 3).width == 30);
    CHECK(imageIn(folder.path, square("#00c800"), 2).rgba[1] == 0xc8);
    CHECK(folder.files().size() == 3);
}

TEST_CASE("damaged pixels are rendered again, whatever byte is wrong") {
    const Folder folder;
    const SymbolImage good = imageIn(folder.path, square("#c80000"), 2);
    const fs::path file = folder.files()[0];
    const auto size = fs::file_size(file);
    for (const std::uintmax_t at : {std::uintmax_t{0}, std::uintmax_t{20}, size / 2, size - 1}) {
        std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
        out.seekp(static_cast<std::streamoff>(at));
        out.put('\x7f');
        out.close();
        CHECK(imageIn(folder.path, square("#c80000"), 2).rgba == good.rgba);
    }
    fs::resize_file(file, 5);
    CHECK(imageIn(folder.path, square("#c80000"), 2).rgba == good.rgba);
    CHECK(fs::file_size(file) == size);
}

TEST_CASE("without a folder pixels are rendered and nothing is kept") {
    CHECK(imageIn({}, square("#c80000"), 2).width == 20);
}

TEST_CASE("two thousand symbols are rendered by the worker, none by whoever asks") {
    RasterCache cache({});
    std::vector<RasterCache::DrawingPtr> drawings;
    for (int i = 0; i < 2000; ++i)
        drawings.push_back(std::make_shared<const SymbolDrawing>(square(fmt::format("#{:06x}", i))));
    for (const auto& drawing : drawings) CHECK(cache.find(drawing, 2) == nullptr);
    CHECK(cache.busy());
    cache.waitUntilIdle();
    CHECK(cache.poll());
    for (const auto& drawing : drawings) CHECK(cache.find(drawing, 2) != nullptr);
    CHECK_FALSE(cache.busy());
}

TEST_CASE("of many kept symbols only so many files are read between two polls; the worker reads the others") {
    const Folder folder;
    std::vector<RasterCache::DrawingPtr> drawings;
    for (int i = 0; i < 300; ++i)
        drawings.push_back(std::make_shared<const SymbolDrawing>(square(fmt::format("#{:06x}", i))));
    {
        RasterCache first(folder.path);
        for (const auto& drawing : drawings) first.find(drawing, 2);
        first.waitUntilIdle();
    }
    RasterCache second(folder.path);
    second.poll();
    const auto atOnce = [&] {
        return std::ranges::count_if(drawings, [&](const auto& drawing) { return second.find(drawing, 2) != nullptr; });
    };
    const auto first = atOnce();
    CHECK(first > 0);
    CHECK(first <= 100);
    second.waitUntilIdle();
    second.poll();
    CHECK(atOnce() == 300);
}

TEST_CASE("a cache that goes renders no more symbols, and all that it rendered are kept") {
    const Folder folder;
    std::size_t rendered = 0;
    {
        RasterCache cache(folder.path, [&] { ++rendered; });
        for (int i = 0; i < 20000; ++i)
            cache.find(std::make_shared<const SymbolDrawing>(square(fmt::format("#{:06x}", i))), 2);
    }
    CHECK(rendered < 20000);
    CHECK((rendered == 0 || folder.files().size() == rendered));
}

TEST_CASE("a symbol larger than any screen is not there, and nothing goes on") {
    RasterCache cache({});
    const auto drawing = std::make_shared<const SymbolDrawing>(square("#c80000"));
    CHECK(cache.find(drawing, 1e6) == nullptr);
    cache.waitUntilIdle();
    cache.poll();
    CHECK(cache.find(drawing, 1e6) == nullptr);
    CHECK_FALSE(cache.busy());
}
