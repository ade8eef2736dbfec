// SPDX-License-Identifier: Apache-2.0
// What a coarse level answers is what the whole geometry would.
#include "geodata/store/coarse_levels.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "sample_sets.hpp"

using namespace geodata;

namespace {

// Walks from place to place: polygons, lines and points, small parts beside large ones.
FeatureSet wanderingSet(unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(0, 1e6), unit(-1, 1);
    FeatureSet set;
    for (std::size_t f = 0; f < 40; ++f) {
        const GeometryKind kind = f % 5 == 0   ? GeometryKind::point
                                  : f % 2 == 0 ? GeometryKind::line
                                               : GeometryKind::polygon;
        std::vector<std::vector<MapPoint>> parts;
        for (std::size_t p = 0; p <= f % 7; ++p) {
            std::vector<MapPoint> part{{place(random), place(random)}};
            const std::size_t vertices = kind == GeometryKind::point ? 1 : p % 2 == 0 ? 4000 : 4;
            const double strideM = std::pow(10, 1 + 2 * unit(random));
            while (part.size() < vertices)
                part.push_back({part.back().x + strideM * unit(random), part.back().y + strideM * unit(random)});
            parts.push_back(std::move(part));
        }
        set.features.push_back({f, geometryOf(kind, parts), {}});
    }
    return set;
}

std::shared_ptr<const Store> stored(const FeatureSet& set, bool preview = false) {
    StoreInfo info;
    info.preview = preview;
    auto store = Store::open(ownedBytes(encodeStore(info, set)));
    REQUIRE_MESSAGE(store, (store ? "" : store.error().text));
    return *store;
}

// What matters at the tolerance, by part, with the part's box.
std::vector<std::pair<MapBox, std::vector<MapPoint>>> mattering(const FeatureParts& parts, double toleranceM) {
    std::vector<std::pair<MapBox, std::vector<MapPoint>>> kept;
    for (std::size_t i = 0; i < parts.count(); ++i) {
        if (std::max(parts.boxes[i].width(), parts.boxes[i].height()) < toleranceM) continue;
        std::vector<MapPoint> vertices;
        for (std::size_t v = parts.beginOf(i); v < parts.ends[i]; ++v)
            if (parts.importance[v] >= toleranceM) vertices.push_back(parts.vertices[v]);
        if (!vertices.empty()) kept.emplace_back(parts.boxes[i], std::move(vertices));
    }
    return kept;
}

}  // namespace

TEST_CASE("at any tolerance a store's levels give what filtering its whole geometry gives") {
    for (const bool preview : {false, true}) {
        for (unsigned seed = 1; seed <= 3; ++seed) {
            const auto store = stored(wanderingSet(seed), preview);
            for (double toleranceM = 0.3; toleranceM < 1e6; toleranceM *= 1.7)
                for (std::uint32_t f = 0; f < store->size(); ++f)
                    if (store->feature(f).kind() != GeometryKind::point)
                        CHECK(mattering(store->feature(f).partsFor(toleranceM), toleranceM) ==
                              mattering(store->feature(f).parts(), toleranceM));
        }
    }
}

TEST_CASE("a coarse view reads a small part of a big layer") {
    const auto store = stored(wanderingSet(4));
    const std::size_t all = store->feature(1).parts().vertices.size();
    CHECK(store->feature(1).partsFor(0.5).vertices.size() == all);
    CHECK(store->feature(1).partsFor(300).vertices.size() < all / 4);
}

TEST_CASE("points are there at every tolerance") {
    const auto store = stored(wanderingSet(5));
    const FeatureParts parts = store->feature(5).partsFor(1e9);
    REQUIRE(store->feature(5).kind() == GeometryKind::point);
    CHECK(parts.count() == store->feature(5).partCount());
}

TEST_CASE("levels are kept only where each saves three quarters, and take at most a third of their chunk") {
    const FeatureSet set = wanderingSet(6);
    std::vector<MapPoint> vertices;
    std::vector<float> importance;
    for (const MapPoint p : set.features[6].geometry.points) {
        vertices.push_back(p);
        importance.push_back(static_cast<float>(16000.0 / static_cast<double>(vertices.size())));
    }
    const std::vector<std::uint32_t> partEnds{static_cast<std::uint32_t>(vertices.size())}, featureEnds{1};
    const std::vector<MapBox> boxes{boxOf(vertices)};
    const std::vector<GeometryKind> kinds{GeometryKind::line};
    StoreChunk chunk;
    chunk.vertices = vertices;
    chunk.importance = importance;
    chunk.partEnds = partEnds;
    chunk.partBoxes = boxes;
    chunk.featurePartEnds = featureEnds;
    chunk.kinds = kinds;
    std::size_t finer = vertices.size(), sum = 0;
    const auto levels = coarseLevels(chunk);
    REQUIRE_FALSE(levels.empty());
    for (const CoarseLevel& level : levels) {
        CHECK(level.vertices.size() * 4 <= finer);
        finer = level.vertices.size();
        sum += finer;
    }
    CHECK(sum * 3 <= vertices.size());
    chunk.vertices = std::span(vertices).first(1000);
    chunk.importance = std::span(importance).first(1000);
    CHECK(coarseLevels(chunk).empty());
}
