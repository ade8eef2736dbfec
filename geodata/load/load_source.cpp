#include "geodata/load/load_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "geodata/load/degree_extent.hpp"
#include "geodata/load/load_warnings.hpp"
#include "geodata/load/reproject.hpp"

namespace geodata {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kBatch = 2000;                       // features between two looks at the clock
constexpr auto kPreviewEvery = std::chrono::milliseconds(400);
constexpr double kDefaultFinestMPerPx = 0.25;
constexpr double kQuarterPixel = 0.25;

class LayerLoad {
public:
    LayerLoad(Source& source, LayerHead head, const LoadRequest& request, const LoadSink& sink, FittedTransformation toMap, DegreeExtent extent)
        : m_source(source), m_head(std::move(head)), m_request(request), m_sink(sink), m_toMap(std::move(toMap)), m_extent(std::move(extent)),
          m_window(windowOf(request.mapCrs)), m_toleranceM(kQuarterPixel * (request.finestMPerPx > 0 ? request.finestMPerPx : kDefaultFinestMPerPx)) {
        m_set.columns = m_head.columns;
    }

    Status run() {
        for (bool more = true; more;) {
            SourceFeatures batch = m_source.read(kBatch, m_window);
            more = batch.more;
            takeBatch(batch);
            if (batch.brokenOff) {
                if (m_set.features.size() > m_shown) sendPreview();  // what was read is good
                return batch.brokenOff;
            }
            if (more && Clock::now() - m_lastPreview > kPreviewEvery) sendPreview();
        }
        m_sink.store(m_head.name, encodeStore(info(false), m_set), true);
        return {};
    }

private:
    void takeBatch(SourceFeatures& batch) {
        for (Feature& feature : batch.features) {
            m_extent.add(feature);
            reproject(feature, m_toMap, m_toleranceM, m_counts);
            m_drawn += feature.geometry.kind != GeometryKind::none;
            m_set.features.push_back(std::move(feature));
        }
    }

    void sendPreview() {
        const FeatureSet fresh{m_set.columns, {m_set.features.begin() + static_cast<std::ptrdiff_t>(m_shown), m_set.features.end()}};
        m_sink.store(m_head.name, encodeStore(info(true), fresh), false);
        m_sink.progress(m_head.name, m_set.features.size(), m_head.count);
        m_shown = m_set.features.size();
        m_lastPreview = Clock::now();
    }

    StoreInfo info(bool preview) const {
        StoreInfo made{m_head.name, m_source.driver(), m_head.crsName, m_request.mapCrs, preview, {}, m_head.columns, {}};
        if (preview) return made;
        made.extent = m_extent.box();
        made.warnings = warningsOf({geodata::quoted(m_request.path.filename().string()), m_head, m_request.mapCrs, m_source.counts(), m_counts, m_extent, m_drawn});
        return made;
    }

    Source& m_source;
    LayerHead m_head;
    const LoadRequest& m_request;
    const LoadSink& m_sink;
    FittedTransformation m_toMap;
    DegreeExtent m_extent;
    DegreeWindow m_window;
    double m_toleranceM;
    FeatureSet m_set;
    ReprojectCounts m_counts;
    std::uint64_t m_drawn = 0;
    std::size_t m_shown = 0;
    Clock::time_point m_lastPreview = Clock::now();
};

Status loadLayer(Source& source, std::size_t index, const LoadRequest& request, const LoadSink& sink) {
    auto head = source.enter(index);
    if (!head) return head.error();
    auto toMap = Transformation::toMap(head->crs, request.mapCrs);
    if (!toMap) return failure("Cannot read layer", fmt::format("{} of {}", geodata::quoted(head->name), geodata::quoted(request.path.string())), toMap.error().text);
    auto extent = DegreeExtent::of(head->crs);
    if (!extent) return extent.error();
    return LayerLoad(source, std::move(*head), request, sink, FittedTransformation(std::move(*toMap)), std::move(*extent)).run();
}

}  // namespace

Result<std::size_t> loadSource(const LoadRequest& request, const LoadSink& sink) {
    if (const auto failed = projDatabaseWorks()) return *failed;
    auto source = Source::open(request);
    if (!source) return source.error();
    for (std::size_t layer = 0; layer < source->layerCount(); ++layer)
        if (const auto failed = loadLayer(*source, layer, request, sink)) return *failed;
    return source->layerCount();
}

}  // namespace geodata
