#include "geodata/load/load_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "geodata/load/reproject.hpp"

namespace geodata {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kBatch = 2000;                       // features between two looks at the clock
constexpr auto kPreviewEvery = std::chrono::milliseconds(400);
constexpr double kDefaultFinestMPerPx = 0.25;
constexpr double kQuarterPixel = 0.25;

// West, south, east, north of what the layer holds, in degrees, before anything is cut.
class DegreeExtent {
public:
    static Result<DegreeExtent> of(const std::string& crs) {
        auto toDegrees = Transformation::toMap(crs, kLonLatCrs);  // plate carrée metres
        if (!toDegrees) return toDegrees.error();
        return DegreeExtent(std::move(*toDegrees));
    }
    void add(const Geometry& geometry) {
        for (const MapPoint point : geometry.points) m_source = extended(m_source, point);
    }
    // The box's edges are followed, because they curve.
    std::optional<LonLatBox> box() const {
        if (m_source.empty()) return {};
        constexpr int kSteps = 20;
        MapBox degrees;
        for (int row = 0; row <= kSteps; ++row)
            for (int column = 0; column <= kSteps; ++column) {
                const MapPoint p = m_toDegrees.forward(MapPoint{m_source.min.x + m_source.width() * column / kSteps, m_source.min.y + m_source.height() * row / kSteps});
                if (std::isfinite(p.x) && std::isfinite(p.y)) degrees = extended(degrees, {p.x / kPlateCarreeMetresPerDegree, p.y / kPlateCarreeMetresPerDegree});
            }
        if (degrees.empty()) return {};
        return LonLatBox{degrees.min.x, degrees.min.y, degrees.max.x, degrees.max.y};
    }

private:
    explicit DegreeExtent(Transformation toDegrees) : m_toDegrees(std::move(toDegrees)) {}
    Transformation m_toDegrees;
    MapBox m_source;
};

// 20431 → "20 431"
std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (int i = static_cast<int>(digits.size()) - 3; i > 0; i -= 3) digits.insert(static_cast<std::size_t>(i), " ");
    return digits;
}

class LayerLoad {
public:
    LayerLoad(Source& source, LayerHead head, const LoadRequest& request, const LoadSink& sink, FittedTransformation toMap, DegreeExtent extent)
        : m_source(source), m_head(std::move(head)), m_request(request), m_sink(sink), m_toMap(std::move(toMap)), m_extent(std::move(extent)),
          m_window(windowOf(request.mapCrs)), m_toleranceM(kQuarterPixel * (request.finestMPerPx > 0 ? request.finestMPerPx : kDefaultFinestMPerPx)) {
        m_set.columns = m_head.columns;
    }

    Status run() {
        for (bool more = true; more;) {
            auto batch = m_source.read(kBatch, m_window);
            if (!batch) return batch.error();
            more = batch->features.size() >= kBatch;
            takeBatch(*batch);
            if (more && Clock::now() - m_lastPreview > kPreviewEvery) sendPreview();
        }
        m_sink.store(m_head.name, encodeStore(info(false), m_set), true);
        return {};
    }

private:
    void takeBatch(SourceFeatures& batch) {
        m_outside += batch.outside;
        if (!m_firstOutside) m_firstOutside = batch.firstOutside;
        for (Feature& feature : batch.features) {
            m_extent.add(feature.geometry);
            reproject(feature, m_toMap, m_toleranceM, m_counts);
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
        const std::string file = geodata::quoted(m_request.path.filename().string());
        if (m_counts.lost > 0)
            made.warnings.push_back({fmt::format("{} of {} points of {} lie outside {} and were left out (first: feature {}).", grouped(m_counts.lost), grouped(m_counts.points),
                                                 file, m_request.mapCrs, *m_counts.firstLost),
                                     m_counts.lost});
        if (m_outside > 0)
            made.warnings.push_back({fmt::format("{} of {} features of {} lie outside what {} can show and were left out (first: feature {}).", grouped(m_outside),
                                                 grouped(m_set.features.size()), file, m_request.mapCrs, *m_firstOutside),
                                     m_outside});
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
    std::uint64_t m_outside = 0;
    std::optional<std::uint64_t> m_firstOutside;
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
    auto source = Source::open(request);
    if (!source) return source.error();
    for (std::size_t layer = 0; layer < source->layerCount(); ++layer)
        if (const auto failed = loadLayer(*source, layer, request, sink)) return *failed;
    return source->layerCount();
}

}  // namespace geodata
