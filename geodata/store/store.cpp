// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/store.hpp"

#include <algorithm>

#include "geodata/store/checked_store.hpp"

namespace geodata {

struct Store::Layout : StoreContent {
    explicit Layout(StoreContent content) : StoreContent(std::move(content)) {}

    struct Place {
        const StoreChunk& chunk;
        std::size_t feature;  // within the chunk
    };
    Place placeOf(std::uint32_t index) const {
        const auto after =
            std::upper_bound(chunks.begin(), chunks.end(), index,
                             [](std::uint64_t i, const StoreChunk& chunk) { return i < chunk.firstFeature; });
        const StoreChunk& chunk = *std::prev(after);
        return {chunk, static_cast<std::size_t>(index - chunk.firstFeature)};
    }
};

namespace {

struct Range {
    std::size_t begin = 0, end = 0;
    std::size_t size() const { return end - begin; }
};

Range rangeAt(std::span<const std::uint32_t> ends, std::size_t i) { return {i == 0 ? 0 : ends[i - 1], ends[i]}; }

Range partAt(const StoreChunk& chunk, std::size_t feature, std::size_t part) {
    return rangeAt(chunk.partEnds, rangeAt(chunk.featurePartEnds, feature).begin + part);
}

FeatureParts partsOf(const StoreLevel& level, std::size_t feature) {
    const Range range = rangeAt(level.featurePartEnds, feature);
    return {level.vertices, level.importance, level.partEnds.subspan(range.begin, range.size()),
            level.partBoxes.subspan(range.begin, range.size()), range.begin == 0 ? 0 : level.partEnds[range.begin - 1]};
}

double longerSide(const MapBox& box) { return std::max(box.width(), box.height()); }

}  // namespace

std::uint64_t FeatureRef::id() const {
    const auto [chunk, feature] = m_store->m_layout->placeOf(m_index);
    return chunk.ids[feature];
}

GeometryKind FeatureRef::kind() const {
    const auto [chunk, feature] = m_store->m_layout->placeOf(m_index);
    return chunk.kinds[feature];
}

const MapBox& FeatureRef::box() const {
    const auto [chunk, feature] = m_store->m_layout->placeOf(m_index);
    return chunk.boxes[feature];
}

std::size_t FeatureRef::partCount() const {
    const auto [chunk, feature] = m_store->m_layout->placeOf(m_index);
    return rangeAt(chunk.featurePartEnds, feature).size();
}

std::span<const MapPoint> FeatureRef::part(std::size_t i) const {
    const auto [chunk, feature] = m_store->m_layout->placeOf(m_index);
    const Range range = partAt(chunk, feature, i);
    return chunk.vertices.subspan(range.begin, range.size());
}

std::span<const float> FeatureRef::importance(std::size_t i) const {
    const auto [chunk, feature] = m_store->m_layout->placeOf(m_index);
    const Range range = partAt(chunk, feature, i);
    return chunk.importance.subspan(range.begin, range.size());
}

FeatureParts FeatureRef::parts() const {
    const auto [chunk, feature] = m_store->m_layout->placeOf(m_index);
    return partsOf(chunk.whole(), feature);
}

FeatureParts FeatureRef::partsFor(double toleranceM) const {
    const auto [chunk, feature] = m_store->m_layout->placeOf(m_index);
    const auto finer = std::find_if(chunk.levels.rbegin(), chunk.levels.rend(),
                                    [toleranceM](const StoreLevel& level) { return level.toleranceM <= toleranceM; });
    if (finer == chunk.levels.rend() || chunk.kinds[feature] == GeometryKind::point)
        return partsOf(chunk.whole(), feature);
    return partsOf(*finer, feature);
}

std::string_view FeatureRef::value(std::size_t column) const {
    const auto [chunk, feature] = m_store->m_layout->placeOf(m_index);
    const Range range = rangeAt(chunk.textEnds, column * chunk.kinds.size() + feature);
    return {chunk.text.data() + range.begin, range.size()};
}

Store::Store(std::unique_ptr<const Layout> layout) : m_layout(std::move(layout)) {}
Store::~Store() = default;

Result<std::shared_ptr<const Store>> Store::open(Bytes bytes) {
    auto content = checkedContent(std::move(bytes));
    if (!content) return content.error();
    return std::shared_ptr<const Store>(new Store(std::make_unique<const Layout>(*std::move(content))));
}

const StoreInfo& Store::info() const { return m_layout->info; }
std::size_t Store::size() const { return m_layout->featureCount; }
const MapBox& Store::box() const { return m_layout->box; }

std::optional<std::size_t> Store::column(std::string_view name) const {
    const auto& columns = m_layout->info.columns;
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; });
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

void Store::query(const MapBox& box, double minSizeM, const std::function<void(FeatureRef)>& visit) const {
    std::vector<std::uint32_t> found;
    searchTree(m_layout->tree, box, [&](std::uint32_t index, const MapBox& itemBox) {
        const bool seen =
            longerSide(itemBox) >= minSizeM || (m_layout->hasPoints && feature(index).kind() == GeometryKind::point);
        if (seen) found.push_back(index);
    });
    std::sort(found.begin(), found.end());
    for (const std::uint32_t index : found) visit(feature(index));
}

}  // namespace geodata
