// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/store.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <filesystem>

#include "geodata/store/write_file.hpp"
#include "sample_sets.hpp"

using namespace geodata;

namespace {

StoreInfo infoFor(const FeatureSet& set) {
    StoreInfo info;
    info.layerName = "places";
    info.driver = "GPKG";
    info.sourceCrs = "EPSG:4326";
    info.mapCrs = "EPSG:32636";
    info.extent = LonLatBox{170, -20, -170, 10};
    info.columns = set.columns;
    info.warnings = {{"17 points were left out.", 17}, {"One name was cut.", 1}};
    return info;
}

std::shared_ptr<const Store> stored(const FeatureSet& set, bool preview = false) {
    StoreInfo info = infoFor(set);
    info.preview = preview;
    auto store = Store::open(ownedBytes(encodeStore(info, set)));
    REQUIRE_MESSAGE(store, (store ? "" : store.error().text));
    return *store;
}

Geometry geometryOf(const FeatureRef& feature) {
    Geometry geometry{feature.kind(), {}, {}};
    for (std::size_t i = 0; i < feature.partCount(); ++i) geometry.addPart(feature.part(i));
    return geometry;
}

void checkSame(const Store& store, const FeatureSet& set) {
    REQUIRE(store.size() == set.features.size());
    for (std::uint32_t i = 0; i < store.size(); ++i) {
        const FeatureRef feature = store.feature(i);
        CHECK(feature.id() == set.features[i].id);
        CHECK(geometryOf(feature) == set.features[i].geometry);
        CHECK(feature.box() == boxOf(set.features[i].geometry.points));
        for (std::size_t c = 0; c < set.columns.size(); ++c) CHECK(feature.value(c) == set.features[i].values[c]);
        for (std::size_t p = 0; p < feature.partCount(); ++p)
            CHECK(feature.importance(p).size() == feature.part(p).size());
        const FeatureParts parts = feature.parts();
        REQUIRE(parts.count() == feature.partCount());
        for (std::size_t p = 0; p < parts.count(); ++p) {
            CHECK(parts.vertices.data() + parts.beginOf(p) == feature.part(p).data());
            CHECK(parts.ends[p] - parts.beginOf(p) == feature.part(p).size());
            CHECK(parts.boxes[p] == boxOf(feature.part(p)));
        }
    }
}

std::vector<std::uint32_t> found(const Store& store, const MapBox& box, double minSizeM) {
    std::vector<std::uint32_t> indices;
    store.query(box, minSizeM, [&](FeatureRef feature) { indices.push_back(feature.index()); });
    return indices;
}

}  // namespace

TEST_CASE("a store gives back what was put in") {
    const FeatureSet set = mixedSet();
    const auto store = stored(set);
    checkSame(*store, set);
    CHECK(store->box() == MapBox{{-50, 0}, {510, 505}});
    CHECK(store->column("population") == 1);
    CHECK_FALSE(store->column("Population"));
}

TEST_CASE("a store says what is true of its layer") {
    const FeatureSet set = mixedSet();
    const StoreInfo expected = infoFor(set);
    for (const bool preview : {false, true}) {
        const StoreInfo info = stored(set, preview)->info();
        CHECK(info.layerName == expected.layerName);
        CHECK(info.driver == expected.driver);
        CHECK(info.sourceCrs == expected.sourceCrs);
        CHECK(info.mapCrs == expected.mapCrs);
        CHECK(info.preview == preview);
        CHECK(info.extent == expected.extent);
        CHECK(info.columns == expected.columns);
        CHECK(info.warnings == expected.warnings);
    }
}

TEST_CASE("an empty layer is a store too") {
    const auto store = stored({});
    CHECK(store->size() == 0);
    CHECK(store->box().empty());
    CHECK(found(*store, {{-1e9, -1e9}, {1e9, 1e9}}, 0).empty());
}

TEST_CASE("a layer of several chunks reads the same") {
    const FeatureSet set = scatteredSet(10000, 1);
    checkSame(*stored(set), set);
}

TEST_CASE("a feature larger than a chunk has one of its own") {
    FeatureSet set = mixedSet();
    std::vector<MapPoint> line;
    for (int i = 0; i < 200000; ++i) line.push_back({i * 1.0, (i % 7) * 1.0});
    set.features.insert(set.features.begin() + 1, {5, geometryOf(GeometryKind::line, {line}), {"long", ""}});
    checkSame(*stored(set), set);
}

TEST_CASE("a query gives what meets the box, in ascending order") {
    const FeatureSet set = scatteredSet(5000, 2);
    const auto store = stored(set);
    for (const double side : {10.0, 5e3, 3e5, 2e6}) {
        for (const double minSizeM : {0.0, 400.0, 1e5}) {
            const MapBox box{{4e5, 3e5}, {4e5 + side, 3e5 + side}};
            std::vector<std::uint32_t> expected;
            for (std::uint32_t i = 0; i < set.features.size(); ++i) {
                const MapBox own = boxOf(set.features[i].geometry.points);
                const bool big = std::max(own.width(), own.height()) >= minSizeM ||
                                 set.features[i].geometry.kind == GeometryKind::point;
                if (own.intersects(box) && big) expected.push_back(i);
            }
            CHECK(found(*store, box, minSizeM) == expected);
        }
    }
}

TEST_CASE("a query with an empty or endless box does not go wrong") {
    const auto store = stored(scatteredSet(100, 3));
    const double inf = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(found(*store, {}, 0).empty());
    CHECK(found(*store, {{nan, nan}, {nan, nan}}, 0).empty());
    CHECK(found(*store, {{-inf, -inf}, {inf, inf}}, 0).size() == 100);
}

TEST_CASE("coordinates near the end of double stay usable") {
    FeatureSet set;
    set.features.push_back(
        {1, geometryOf(GeometryKind::polygon, {{{-1e308, -1e308}, {1e308, -1e308}, {0, 1e308}, {1, 5}}}), {}});
    set.features.push_back({2, geometryOf(GeometryKind::line, {{{-1e308, 0}, {0, 1e308}, {1e308, 0}}}), {}});
    for (const bool preview : {false, true}) CHECK(found(*stored(set, preview), {{0, 0}, {1, 1}}, 0).size() == 2);
}

TEST_CASE("what cannot be stored as it is becomes the nearest that can") {
    FeatureSet set;
    set.columns = {{"name", ColumnType::text}, {"note", ColumnType::text}};
    Geometry gaps{GeometryKind::line, {{0, 0}, {1, 1}}, {0, 2, 2}};
    set.features.push_back({1, gaps, {"bad \xE9 byte"}});
    set.features.push_back({2, {GeometryKind::polygon, {}, {0}}, {"\xF0\x9F\x98", "x"}});
    const auto store = stored(set);
    CHECK(store->feature(0).partCount() == 1);
    CHECK(store->feature(0).value(0) == "bad \xEF\xBF\xBD byte");
    CHECK(store->feature(0).value(1).empty());
    CHECK(store->feature(1).kind() == GeometryKind::none);
    CHECK(store->feature(1).value(0) == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(store->feature(1).value(1) == "x");
}

TEST_CASE("a store reads from a file and from any address") {
    const FeatureSet set = mixedSet();
    const std::vector<std::byte> bytes = encodeStore(infoFor(set), set);
    const auto path = std::filesystem::temp_directory_path() / ("opsmap_store_test_" + std::to_string(bytes.size()));
    REQUIRE_FALSE(writeFile(path, bytes));
    auto mapped = mapFile(path);
    std::filesystem::remove(path);
    REQUIRE(mapped);
    auto fromFile = Store::open(*std::move(mapped));
    REQUIRE(fromFile);
    checkSame(**fromFile, set);

    std::vector<std::byte> shifted(bytes.size() + 1);
    std::memcpy(shifted.data() + 1, bytes.data(), bytes.size());
    auto fromOdd = Store::open({std::span(shifted).subspan(1), nullptr});
    REQUIRE(fromOdd);
    checkSame(**fromOdd, set);
}

TEST_CASE("a damaged file is refused, wherever the damage is") {
    const FeatureSet set = mixedSet();
    const std::vector<std::byte> good = encodeStore(infoFor(set), set);
    const auto path =
        std::filesystem::temp_directory_path() / ("opsmap_damaged_store_test_" + std::to_string(good.size()));
    for (std::size_t at = 0; at < good.size(); at += 8) {
        std::vector<std::byte> bad = good;
        bad[at] ^= std::byte{1};
        REQUIRE_FALSE(writeFile(path, bad));
        auto mapped = mapFile(path);
        REQUIRE(mapped);
        CHECK_FALSE(Store::open(*std::move(mapped)));
    }
    std::filesystem::remove(path);
}

TEST_CASE("a file that is not there is named") {
    const auto none = mapFile("/nowhere/at/all.store");
    REQUIRE_FALSE(none);
    CHECK(none.error().text == "Cannot read \"/nowhere/at/all.store\": No such file or directory.");
    const auto folder = mapFile("/");
    REQUIRE_FALSE(folder);
    CHECK(folder.error().text == "Cannot read \"/\": it is no regular file.");
}

TEST_CASE("equal layers give equal bytes") {
    const FeatureSet set = scatteredSet(500, 4);
    CHECK(encodeStore(infoFor(set), set) == encodeStore(infoFor(set), set));
}
