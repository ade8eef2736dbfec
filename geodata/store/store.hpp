// SPDX-License-Identifier: Apache-2.0
#pragma once
// The prepared store: one vector layer in the map's coordinate system as flat arrays, read in place from a mapping.
// open() checks lengths, offsets, indices, finite coordinates and UTF-8 once; later access needs no checks. A preview
// chunk is a store of its own with fewer features. Immutable; any thread.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geodata/geometry/geometry.hpp"
#include "geodata/result/result.hpp"
#include "geodata/store/bytes.hpp"
#include "geodata/store/feature_set.hpp"

namespace geodata {

// West, south, east, north in degrees; west > east crosses 180°.
struct LonLatBox {
    double west = 0, south = 0, east = 0, north = 0;

    bool operator==(const LonLatBox&) const = default;
};

// What is true of a whole layer; written once, at the head of its store.
struct StoreInfo {
    std::string layerName;
    std::string driver;     // as GDAL names it: "GPKG"
    std::string sourceCrs;  // "EPSG:4326", or the CRS's name where it has no code
    std::string mapCrs;
    bool preview = false;
    bool partial = false;  // not the whole layer: only what the request's window meets, or with texts cut at a limit
    std::optional<LonLatBox> extent = {};  // of the whole source layer; none where nothing has a position
    std::vector<Column> columns;
    std::vector<Warning> warnings = {};
};

// Written at the head of every store; part of the cache's key.
inline constexpr std::uint32_t kStoreFormatVersion = 5;

class Store;

// A feature's parts as they lie in the store; valid as long as the store is.
struct FeatureParts {
    std::span<const MapPoint> vertices;  // of many features, as importance
    std::span<const float> importance;
    std::span<const std::uint32_t> ends;  // of these parts, in the vertices
    std::span<const MapBox> boxes;        // of these parts, as the source has them
    std::uint32_t begin = 0;              // where the first part begins

    std::size_t count() const { return ends.size(); }
    std::size_t beginOf(std::size_t i) const { return i == 0 ? begin : ends[i - 1]; }
};

// One feature of a store; valid as long as the store is.
class FeatureRef {
public:
    std::uint32_t index() const { return m_index; }
    std::uint64_t id() const;
    GeometryKind kind() const;
    const MapBox& box() const;  // empty for kind none
    std::size_t partCount() const;
    std::span<const MapPoint> part(std::size_t i) const;
    // Per vertex of the part: the coarsest tolerance in metres at which it still matters. At tolerance t exactly the
    // vertices with importance >= t are kept; neighbours sharing an arc keep the same ones.
    std::span<const float> importance(std::size_t i) const;
    // All parts at once, for whoever goes through many.
    FeatureParts parts() const;
    // Of parts at least so long as the tolerance all vertices that matter at it, and not many more: read from the
    // coarsest level that has them. Other vertices and parts may be there or not. Points are there always.
    FeatureParts partsFor(double toleranceM) const;
    std::string_view value(std::size_t column) const;

private:
    friend class Store;
    FeatureRef(const Store& store, std::uint32_t index) : m_store(&store), m_index(index) {}
    const Store* m_store;
    std::uint32_t m_index;
};

class Store {
public:
    static Result<std::shared_ptr<const Store>> open(Bytes bytes);
    ~Store();

    const StoreInfo& info() const;
    std::size_t size() const;  // features
    const MapBox& box() const;
    FeatureRef feature(std::uint32_t index) const { return {*this, index}; }
    std::optional<std::size_t> column(std::string_view name) const;
    // Calls `visit` for each feature with geometry whose box meets `box` and whose box's longer side is at least
    // `minSizeM` (points always), in ascending index: drawing order is the file's.
    void query(const MapBox& box, double minSizeM, const std::function<void(FeatureRef)>& visit) const;

private:
    friend class FeatureRef;
    struct Layout;
    explicit Store(std::unique_ptr<const Layout> layout);
    std::unique_ptr<const Layout> m_layout;
};

// Encodes features as a store. Preview: importance by power-of-two grid snap. Final: importance once per shared arc.
// The caller has left out every vertex that is not finite (a check ends the program). Empty parts are dropped, a
// geometry without points becomes kind none, missing values become null, bytes that are not UTF-8 become U+FFFD.
std::vector<std::byte> encodeStore(const StoreInfo& info, const FeatureSet& features);

}  // namespace geodata
