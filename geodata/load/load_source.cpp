// SPDX-License-Identifier: Apache-2.0
#include "geodata/load/load_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "geodata/load/degree_extent.hpp"
#include "geodata/load/load_warnings.hpp"
#include "geodata/load/read_ahead.hpp"
#include "geodata/load/reproject.hpp"
#include "geodata/store/coarse_copy.hpp"

namespace geodata {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kBatch = 2000;  // features between two looks at the clock
constexpr auto kFirstPreviewAfter = std::chrono::milliseconds(150);
constexpr auto kSecondPreviewAfter =
    std::chrono::milliseconds(400);  // each further one after twice as long: showing one takes processors from reading
constexpr std::size_t kCoarseFromVertices = 100'000;  // a preview of more carries coarse shapes
constexpr double kCoarseSteps = 2048;                 // about a pixel where the whole layer is seen
constexpr std::size_t kFinalTakesLong = 1'000'000;    // vertices; what was read is shown while their store is made
constexpr double kFinestMPerPx = 0.25;                // the finest scale at which a map is looked at
constexpr double kToleranceM = kFinestMPerPx / 4;     // of an edge from its true course: a quarter of a pixel

class LayerLoad {
public:
    LayerLoad(Source& source, LayerHead head, const LoadRequest& request, const LinkLimits& limits,
              const LoadSink& sink, FittedTransformation toMap, DegreeExtent extent, const KnownSystems& known)
        : m_source(source),
          m_head(std::move(head)),
          m_request(request),
          m_limits(limits),
          m_sink(sink),
          m_toMap(std::move(toMap)),
          m_extent(std::move(extent)),
          m_known(known) {
        m_set.columns = m_head.columns;
    }

    Status run() {
        ReadAhead source(m_source, kBatch, m_known.windowOf(m_request.mapCrs));
        for (bool more = true; more;) {
            SourceFeatures batch = source.next();
            more = batch.more;
            takeBatch(batch);
            if (batch.brokenOff) {
                if (m_set.features.size() > m_shown) sendPreview();  // what was read is good
                return batch.brokenOff;
            }
            if (more && Clock::now() > m_nextPreview) sendPreview();
        }
        if (m_vertices > kFinalTakesLong && m_set.features.size() > m_shown) sendPreview();
        m_sink.store(m_head.name, encodeStore(info(false), m_set), true);
        return {};
    }

private:
    void takeBatch(SourceFeatures& batch) {
        std::size_t number = 0;
        for (Feature& feature : batch.features) {
            const bool inDegrees = std::ranges::binary_search(batch.inDegrees, number++);
            FittedTransformation* fromDegrees = inDegrees ? degreesToMap() : nullptr;
            m_extent.add(feature, inDegrees);
            reproject(feature, fromDegrees != nullptr ? *fromDegrees : m_toMap, kToleranceM, m_counts);
            m_vertices += feature.geometry.points.size();
            m_box = united(m_box, boxOf(feature.geometry.points));
            m_drawn += feature.geometry.kind != GeometryKind::none;
            m_set.features.push_back(std::move(feature));
        }
    }

    // For what was cut at the map's edge; made when first needed. Every map has a way from degrees.
    FittedTransformation* degreesToMap() {
        if (!m_degreesToMap)
            if (auto made = m_known.transformations().toMap(kLonLatCrs, m_request.mapCrs))
                m_degreesToMap.emplace(std::move(*made));
        OPSMAP_CHECK(m_degreesToMap);
        return &*m_degreesToMap;
    }

    void sendPreview() {
        const auto fresh = std::span<const Feature>(m_set.features).subspan(m_shown);
        m_sink.store(m_head.name, encodeStore(info(true), {m_set.columns, coarseCopy(fresh, previewToleranceM())}),
                     false);
        m_sink.progress(m_head.name, m_set.features.size(), m_head.count);
        m_shown = m_set.features.size();
        m_nextPreview = Clock::now() + m_untilNext;
        m_untilNext *= 2;
    }

    // A power of two, so that previews made while the layer grows seldom differ.
    double previewToleranceM() const {
        const double sizeM = std::max(m_box.width(), m_box.height());
        return m_vertices < kCoarseFromVertices || !(sizeM > 0)
                   ? 0
                   : std::exp2(std::floor(std::log2(sizeM / kCoarseSteps)));
    }

    StoreInfo info(bool preview) const {
        StoreInfo made{.layerName = m_head.name,
                       .driver = m_source.driver(),
                       .sourceCrs = m_head.crsName,
                       .mapCrs = m_request.mapCrs,
                       .preview = preview,
                       .partial = m_head.partial,
                       .columns = m_head.columns};
        if (preview) return made;
        made.partial = made.partial || m_source.counts().cutText.count > 0;
        made.extent = m_extent.box();
        made.warnings = warningsOf({.fileText = geodata::quoted(m_request.path.filename().string()),
                                    .head = m_head,
                                    .mapCrs = m_request.mapCrs,
                                    .limits = m_limits,
                                    .read = m_source.counts(),
                                    .placed = m_counts,
                                    .extent = m_extent,
                                    .drawn = m_drawn});
        return made;
    }

    Source& m_source;
    LayerHead m_head;
    const LoadRequest& m_request;
    const LinkLimits& m_limits;
    const LoadSink& m_sink;
    FittedTransformation m_toMap;
    DegreeExtent m_extent;
    const KnownSystems& m_known;
    std::optional<FittedTransformation> m_degreesToMap;
    FeatureSet m_set;
    ReprojectCounts m_counts;
    std::uint64_t m_drawn = 0;
    std::size_t m_shown = 0;
    std::size_t m_vertices = 0;
    MapBox m_box;  // of what was read
    Clock::time_point m_nextPreview = Clock::now() + kFirstPreviewAfter;
    std::chrono::milliseconds m_untilNext = kSecondPreviewAfter;
};

Status loadLayer(Source& source, std::size_t index, const LoadRequest& request, const LinkLimits& limits,
                 const LoadSink& sink, const KnownSystems& known) {
    auto head = source.enter(index);
    if (!head) return head.error();
    auto toMap = known.transformations().toMap(head->crs, request.mapCrs);
    if (!toMap)
        return failure("Cannot read layer",
                       fmt::format("{} of {}", geodata::quoted(head->name), geodata::quoted(request.path.string())),
                       toMap.error().text);
    auto extent = DegreeExtent::of(head->crs, known.transformations());
    if (!extent) return extent.error();
    return LayerLoad(source, std::move(*head), request, limits, sink, FittedTransformation(std::move(*toMap)),
                     std::move(*extent), known)
        .run();
}

}  // namespace

Result<std::size_t> loadSource(const LoadRequest& request, const LoadSink& sink, const LinkLimits& limits,
                               const KnownSystems& known) {
    if (!known.transformations().databaseWorks())
        if (const auto failed = projDatabaseWorks()) return *failed;
    auto source = Source::open(request, limits);
    if (!source) return source.error();
    for (std::size_t layer = 0; layer < source->layerCount(); ++layer)
        if (const auto failed = loadLayer(*source, layer, request, limits, sink, known)) return *failed;
    return source->layerCount();
}

}  // namespace geodata
