// SPDX-License-Identifier: Apache-2.0
// Damaged stores: every one is refused with a sentence, or is read without harm. Under the sanitizers this is the proof
// that open() checks all that the accessors rely on.
#include <doctest/doctest.h>

#include <cstring>
#include <functional>

#include "geodata/store/store_format.hpp"
#include "sample_sets.hpp"

using namespace geodata;

namespace {

using Raw = std::vector<std::byte>;

Raw encoded(const FeatureSet& set) {
    StoreInfo info;
    info.layerName = "roads";
    info.columns = set.columns;
    info.extent = LonLatBox{1, 2, 3, 4};
    info.warnings = {{"Something was left out.", 3}};
    return encodeStore(info, set);
}

StoreHeader headerOf(const Raw& raw) {
    StoreHeader header;
    std::memcpy(&header, raw.data(), sizeof header);
    return header;
}

// So that the damage reaches the checks behind the checksums.
void mend(Raw& raw) {
    if (raw.size() < sizeof(StoreHeader)) return;
    StoreHeader header = headerOf(raw);
    header.totalBytes = raw.size();
    std::memcpy(raw.data(), &header, sizeof header);
    seal(raw);
}

// Opens; where that succeeds, touches everything there is to touch. Returns the sentence, or nothing.
std::string openAndWalk(const Raw& raw) {
    const auto store = Store::open(ownedBytes(raw));
    if (!store) return store.error().text;
    double sum = 0;
    (*store)->query((*store)->box(), 0, [&](FeatureRef feature) {
        for (std::size_t p = 0; p < feature.partCount(); ++p) {
            for (const MapPoint point : feature.part(p)) sum += point.x;
            for (const float importance : feature.importance(p)) sum += static_cast<double>(importance) * 0;
        }
        for (const double toleranceM : {1.0, 100.0, 1e9}) {
            const FeatureParts parts = feature.partsFor(toleranceM);
            for (std::size_t v = parts.begin; parts.count() > 0 && v < parts.ends.back(); ++v)
                sum += parts.vertices[v].x + static_cast<double>(parts.importance[v]) * 0;
        }
    });
    std::size_t letters = 0;
    for (std::uint32_t i = 0; i < (*store)->size(); ++i)
        for (std::size_t c = 0; c < (*store)->info().columns.size(); ++c)
            for (const char letter : (*store)->feature(i).value(c)) letters += letter != 0;
    CHECK(std::isfinite(sum));
    CHECK(letters < raw.size() * 2);
    return {};
}

std::size_t firstChunkAt(const Raw& raw) {
    const StoreHeader header = headerOf(raw);
    const std::size_t directory = sizeof header + (header.infoBytes + 7) / 8 * 8;
    return directory + header.chunkCount * sizeof(ChunkEntry);
}

template <class T>
Raw with(Raw raw, std::size_t at, T value) {
    REQUIRE(at + sizeof value <= raw.size());
    std::memcpy(raw.data() + at, &value, sizeof value);
    mend(raw);
    return raw;
}

// Where the arrays of mixedSet's only chunk lie.
struct MixedPlaces {
    std::size_t vertices, boxes, partBoxes, ids, textEnds, featurePartEnds, partEnds, importance, kinds, text;
};
MixedPlaces mixedPlaces(const Raw& raw) {
    constexpr std::size_t kVertices = 15, kFeatures = 4, kParts = 6, kTexts = 8;
    MixedPlaces at{};
    at.vertices = firstChunkAt(raw);
    at.boxes = at.vertices + kVertices * 16;
    at.partBoxes = at.boxes + kFeatures * 32;
    at.ids = at.partBoxes + kParts * 32;
    at.textEnds = at.ids + kFeatures * 8;
    at.featurePartEnds = at.textEnds + kTexts * 4;
    at.partEnds = at.featurePartEnds + kFeatures * 4;
    at.importance = at.partEnds + kParts * 4;
    at.kinds = at.importance + 64;
    at.text = at.kinds + 8;
    return at;
}

}  // namespace

TEST_CASE("damage of each kind has its own sentence") {
    const Raw good = encoded(mixedSet());
    const MixedPlaces at = mixedPlaces(good);
    const std::size_t tree = good.size() - (3 * 4 + 4) - 4 * 32;
    const float nan = std::numeric_limits<float>::quiet_NaN();
    CHECK(openAndWalk(good) == "");
    CHECK(openAndWalk({}) == "Cannot use store: it is too short for its head.");
    CHECK(openAndWalk(with(good, 0, 'x')) == "Cannot use store: it is no store of opsmap.");
    CHECK(openAndWalk(with(good, 8, std::uint64_t{99})) ==
          "Cannot use store: its format is version 99, this program reads version 5.");
    CHECK(openAndWalk(with(good, 40, UINT64_MAX)) == "Cannot use store: its description is cut off.");
    CHECK(openAndWalk(with(good, 64, UINT64_MAX)) == "Cannot use store: its description is damaged.");
    CHECK(openAndWalk(with(good, 32, UINT64_MAX)) == "Cannot use store: it has too many features.");
    CHECK(openAndWalk(with(good, 48, UINT64_MAX)) == "Cannot use store: its directory is cut off.");
    CHECK(openAndWalk(with(good, 32, std::uint64_t{5})) ==
          "Cannot use store: its chunks do not hold all its features.");
    CHECK(openAndWalk(with(good, at.vertices - sizeof(ChunkEntry), std::uint64_t{8})) ==
          "Cannot use store: a chunk does not lie where its directory says.");
    CHECK(openAndWalk(with(good, at.vertices, double{nan})) ==
          "Cannot use store: it has a coordinate that is no number.");
    CHECK(openAndWalk(with(good, at.vertices + 24, std::numeric_limits<double>::infinity())) ==
          "Cannot use store: it has a coordinate that is no number.");
    for (const float bad : {nan, -1.0F, std::numeric_limits<float>::infinity()})
        CHECK(openAndWalk(with(good, at.importance, bad)) ==
              "Cannot use store: it has an importance that is no number.");
    CHECK(openAndWalk(with(good, at.partEnds, UINT32_MAX)) == "Cannot use store: its parts do not cover its vertices.");
    CHECK(openAndWalk(with(good, at.featurePartEnds + 12, 5U)) ==
          "Cannot use store: its features do not cover its parts.");
    CHECK(openAndWalk(with(good, at.text, '\xFF')) == "Cannot use store: its attributes are not UTF-8.");
    CHECK(openAndWalk(with(good, at.textEnds + 4, 8U)) == "Cannot use store: its attributes are not UTF-8.");
    CHECK(openAndWalk(with(good, at.kinds, '\x04')) ==
          "Cannot use store: the kind or the box of a feature does not fit its geometry.");
    for (const std::size_t box : {at.boxes, at.partBoxes, at.partBoxes + 32})
        CHECK(openAndWalk(with(good, box, -1.0)) ==
              "Cannot use store: the kind or the box of a feature does not fit its geometry.");
    CHECK(openAndWalk(with(good, 56, UINT64_MAX)) == "Cannot use store: its index is cut off.");
    CHECK(openAndWalk(with(good, tree, UINT32_MAX)) == "Cannot use store: its index does not fit its features.");
    CHECK(openAndWalk(with(good, good.size() - 8, 1e9)) == "Cannot use store: its index does not fit its features.");
}

TEST_CASE("damage of a coarse level has its own sentence") {
    std::vector<MapPoint> zigzag;
    for (int i = 0; i < 5000; ++i) zigzag.push_back({i * 0.5, i % 50 == 0 ? 10.0 : 0.0});
    const Raw good = encoded({{}, {{1, geometryOf(GeometryKind::line, {zigzag}), {}}}});
    CHECK(openAndWalk(good) == "");
    const std::size_t at = firstChunkAt(good) - sizeof(ChunkEntry);
    ChunkEntry entry;
    std::memcpy(&entry, good.data() + at, sizeof entry);
    const LevelEntry level = entry.levels[0];
    REQUIRE(level.vertexCount > 0);
    const std::size_t box = entry.levelOffset + level.vertexCount * sizeof(MapPoint), featureEnd = box + sizeof(MapBox),
                      partEnd = featureEnd + 8, importance = partEnd + 8;
    const char* sentence = "Cannot use store: a coarse level does not fit its chunk.";
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const double bad : {nan, -1.0, std::numeric_limits<double>::infinity()})
        CHECK(openAndWalk(with(good, at + offsetof(ChunkEntry, levels), bad)) == sentence);
    CHECK(openAndWalk(with(good, entry.levelOffset, nan)) == sentence);
    CHECK(openAndWalk(with(good, entry.levelOffset, -1.0)) == sentence);  // outside its part's box
    CHECK(openAndWalk(with(good, box, 1.0)) == sentence);
    CHECK(openAndWalk(with(good, featureEnd, UINT32_MAX)) == sentence);
    CHECK(openAndWalk(with(good, partEnd, 1U)) == sentence);
    CHECK(openAndWalk(with(good, importance, 0.5F)) == sentence);
    CHECK(openAndWalk(with(good, importance, std::numeric_limits<float>::quiet_NaN())) == sentence);
    CHECK(openAndWalk(with(good, at + offsetof(ChunkEntry, levelOffset), std::uint64_t{8})) ==
          "Cannot use store: a chunk does not lie where its directory says.");
    CHECK(openAndWalk(with(good, at + offsetof(ChunkEntry, levels) + 16, UINT64_MAX)) ==
          "Cannot use store: a chunk does not lie where its directory says.");
}

TEST_CASE("a store cut off anywhere is refused") {
    const Raw good = encoded(mixedSet());
    for (std::size_t size = 0; size < good.size(); ++size) {
        Raw cut(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK_FALSE(openAndWalk(cut).empty());
        mend(cut);
        CHECK_FALSE(openAndWalk(cut).empty());
    }
    Raw longer = good;
    longer.resize(good.size() + 8);
    CHECK(openAndWalk(longer).find("bytes long and should be") != std::string::npos);
    mend(longer);
    CHECK(openAndWalk(longer) == "Cannot use store: something stands after its end.");
}

TEST_CASE("any flipped bit is noticed") {
    const Raw good = encoded(mixedSet());
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            Raw bad = good;
            bad[at] ^= static_cast<std::byte>(1 << bit);
            CHECK_FALSE(Store::open(ownedBytes(std::move(bad))));
        }
    }
}

TEST_CASE("damage behind a true checksum harms nobody") {
    std::mt19937 random(5);
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    const std::uint64_t wild[] = {
        0, 1, 7, 8, 255, 0x7FFFFFFF, 0xFFFFFFFF, 1ULL << 32, 1ULL << 61, UINT64_MAX / 16, UINT64_MAX};
    std::size_t refused = 0, rounds = 0;
    for (const Raw& good : {encoded(mixedSet()), encoded(scatteredSet(60, 6))}) {
        for (int round = 0; round < 20000; ++round, ++rounds) {
            Raw bad = good;
            const std::size_t end = round % 2 == 0 ? bad.size() : firstChunkAt(bad);  // half of it where the counts are
            for (std::size_t hits = 1 + below(3); hits > 0; --hits) {
                const std::size_t width = round % 3 == 0 ? 1 : round % 3 == 1 ? 4 : 8;
                const std::size_t at = below(end / width) * width;
                const std::uint64_t value = below(2) == 0 ? wild[below(std::size(wild))] : random();
                std::memcpy(bad.data() + at, &value, width);
            }
            mend(bad);
            refused += !openAndWalk(bad).empty();
        }
    }
    CHECK(refused > rounds / 2);
}
