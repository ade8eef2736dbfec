// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/source.hpp"

#include <cpl_string.h>
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cmath>

#include "geodata/crs/transformation.hpp"
#include "geodata/source/crs_text.hpp"
#include "geodata/source/feature_values.hpp"
#include "geodata/source/geojson_geometries.hpp"
#include "geodata/source/geometry_of.hpp"
#include "geodata/source/ogr_handles.hpp"
#include "geodata/source/open_options.hpp"
#include "geodata/source/plain_coordinates.hpp"
#include "geodata/source/readable.hpp"
#include "geodata/source/spatial_index.hpp"
#include "geodata/source/stated_geometry.hpp"
#include "geodata/source/text_positions.hpp"
#include "geodata/source/window_edge.hpp"

namespace geodata {
namespace {

constexpr std::size_t kMostVerticesAtOnce = 100'000;  // countries of a million vertices must not keep a preview waiting
constexpr double kArcToleranceM = 0.05;               // well below a pixel at the finest scale

// Longitudes up to a whole turn are common, beyond it nobody means a place.
bool isOnEarth(MapPoint degrees) { return std::abs(degrees.x) <= 360 && std::abs(degrees.y) <= 90; }

// Of a geometry that is one point.
std::optional<MapPoint> pointOf(const PlainGeometry& plain) {
    return plain.type == wkbPoint && !plain.points.empty() ? std::optional(plain.points.front()) : std::nullopt;
}
std::optional<MapPoint> pointOf(OGRGeometryH geometry) {
    if (wkbFlatten(OGR_G_GetGeometryType(geometry)) != wkbPoint) return {};
    return MapPoint{OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)};
}

std::string degreesText(MapPoint degrees) {
    if (std::isnan(degrees.x) || std::isnan(degrees.y)) return "a coordinate that is no number";
    return fmt::format("longitude {}, latitude {}", degrees.x, degrees.y);
}

}  // namespace

// OGR's special fields of the geometry, of which the skeleton knows nothing.
bool asksForGeometry(const std::string& where) {
    return CPLString(where).tolower().find("ogr_geom") != std::string::npos;
}

std::vector<Column> columnsOf(OGRLayerH layer) {
    std::vector<Column> columns;
    OGRFeatureDefnH all = OGR_L_GetLayerDefn(layer);
    for (int i = 0; i < OGR_FD_GetFieldCount(all); ++i) {
        OGRFieldDefnH column = OGR_FD_GetFieldDefn(all, i);
        columns.push_back({OGR_Fld_GetNameRef(column), typeOf(OGR_Fld_GetType(column))});
    }
    return columns;
}

bool hasColumn(GDALDatasetH dataset, const char* name) {
    OGRLayerH layer = GDALDatasetGetLayer(dataset, 0);
    return layer != nullptr && OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), name) >= 0;
}

struct Source::State {
    LoadRequest request;
    LinkLimits limits;
    std::uint64_t rowsBefore = 0;  // of the layers before
    Readable readable;             // what GDAL opens; the dataset reads it
    std::string driver, fileText;
    std::unique_ptr<MemoryFile> skeleton;   // that the dataset reads: of GeoJSON, or what was mended
    std::vector<PlainGeometry> geometries;  // those marked in the skeleton; each is given away once
    ogr::Dataset dataset;
    std::vector<OGRLayerH> layers;
    OGRLayerH current = nullptr;
    LayerHead head;
    ReadCounts counts;
    TextPositions positions;                            // for rows without geometry
    std::optional<Result<Transformation>> fromDegrees;  // theirs, to the layer's coordinates; made when first needed
    std::optional<std::optional<WindowEdge>> edge;      // of the map, for sources in metres; made when first needed
    bool isInDegrees = false;                           // the feature that is being read was cut at the edge

    Error refused(const std::string& reason, const std::string& advice = {}) const {
        return failure("Cannot read", fileText, reason, advice);
    }
    Error layerRefused(const std::string& reason, const std::string& advice = {}) const {
        return failure("Cannot read layer", fmt::format("{} of {}", geodata::quoted(head.name), fileText), reason,
                       advice);
    }
    // Why reading ended with an error. Databases look at `where` only when the first feature is asked for.
    Error stopped(const std::string& reason) const {
        return counts.rows == 0 && !request.where.empty()
                   ? whereRefused(reason)
                   : layerRefused(fmt::format("it breaks off after {} features: {}", counts.rows, reason));
    }
    Error whereRefused(const std::string& reason) const {
        return layerRefused(fmt::format("where = {} is not understood: {}", geodata::quoted(request.where), reason));
    }
    Status takeCrs();
    void findColumns();
    void add(SourceFeatures& out, OGRFeatureH feature, const DegreeWindow& window);
    void openDataset(const OpenOptions& options);
    void takeLayers();
    std::vector<Geometry> placedKinds(OGRFeatureH feature, const DegreeWindow& window);
    std::vector<Geometry> cutKinds(ogr::Geometry geometry, const DegreeWindow& window, OGRFeatureH feature);
    std::vector<Geometry> drawnKinds(OGRGeometryH geometry, OGRFeatureH feature);
    std::vector<Geometry> cutAtEdge(std::vector<Geometry> kinds, const DegreeWindow& window, OGRFeatureH feature);
    Error tooMany() const {
        return layerRefused(fmt::format("stopped after {} features, and more are not allowed", limits.features),
                            raiseLimit("features") + ".");
    }
    std::vector<Geometry> placedByText(TextPlace place, const std::vector<std::string>& values,
                                       const DegreeWindow& window, OGRFeatureH feature);
    Geometry inSourceCrs(Geometry degrees);
    void countUnplaced(OGRFeatureH feature, const std::string& said);
    void countText(const geodata::Feature& feature, bool lostCharacters);
};

Source::Source(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Source::Source(Source&&) noexcept = default;
Source::~Source() = default;

Result<Source> Source::open(const LoadRequest& request, const LinkLimits& limits) {
    auto readable = readableOf(request, limits);
    if (!readable) return readable.error();
    auto state = std::make_unique<State>();
    state->request = request;
    state->limits = limits;
    state->readable = std::move(*readable);
    state->driver = state->readable.driver;
    state->fileText = geodata::quoted(request.path.string());
    OpenOptions options;
    addOpenOptions(options, state->driver, request);
    const ogr::ErrorCapture errors;
    state->openDataset(options);
    if (!state->dataset) return openingRefused(request, state->readable, errors.text(""));
    state->takeLayers();
    if (state->layers.empty())
        return request.layer.empty() ? state->refused("it holds no layer")
                                     : failure("Cannot read layer",
                                               fmt::format("{} of {}", geodata::quoted(request.layer), state->fileText),
                                               "there is no such layer");
    return Source(std::move(state));
}

// Tables without places beside layers are no layers: styles that QGIS keeps, relations, lists of codes.
void Source::State::takeLayers() {
    std::vector<OGRLayerH> tables;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset.get()); ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), i);
        if (!request.layer.empty() && request.layer != OGR_L_GetName(layer)) continue;
        const bool isTable = request.layer.empty() && driver != "CSV" && OGR_L_GetGeomType(layer) == wkbNone &&
                             !TextPositions(columnsOf(layer), request.position, false).any();
        (isTable ? tables : layers).push_back(layer);
    }
    if (layers.empty()) layers = std::move(tables);
}

void Source::State::openDataset(const OpenOptions& options) {
    const char* const allowed[] = {driver.c_str(), nullptr};
    const auto open = [&](const char* path) {
        dataset.reset(GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_READONLY, allowed, options.list(), nullptr));
    };
    if (auto apart = driver == "GeoJSON" && readable.memory.empty() && !asksForGeometry(request.where)
                         ? takeApart(request.path)
                         : std::nullopt) {
        skeleton = std::make_unique<MemoryFile>(std::move(apart->skeleton), request.path);
        geometries = std::move(apart->geometries);
        open(skeleton->path().c_str());
        if (dataset && apart->withoutProperties && hasColumn(dataset.get(), "geometry"))
            dataset.reset();  // its values would be our marks
    }
    if (dataset) return;
    skeleton.reset();
    geometries.clear();
    if (auto plain = readable.path == request.path.string() ? plainTextOf(driver, request.path) : std::nullopt)
        skeleton = std::make_unique<MemoryFile>(std::move(*plain), request.path);
    open(skeleton ? skeleton->path().c_str() : readable.path.c_str());
}

const std::string& Source::driver() const { return m_state->driver; }
std::size_t Source::layerCount() const { return m_state->layers.size(); }

Status Source::State::takeCrs() {
    const OGRSpatialReferenceH own = OGR_L_GetSpatialRef(current);
    if (!request.crs.empty()) {
        head.crs = head.crsName = request.crs;
    } else if (own != nullptr) {
        const std::string code = authorityCode(own);
        head.crs = code.empty() ? wktOf(own) : code;
        head.crsName = code.empty() ? OSRGetName(own) : code;
    } else if (driver == "CSV" || (OGR_L_GetGeomType(current) == wkbNone && positions.any()) || driver == "GeoJSON" ||
               driver == "TopoJSON" || driver == "GPX" || driver == "LIBKML") {
        head.crs = kLonLatCrs;  // what these formats mean where they say nothing
        head.crsName = "EPSG:4326";
    } else {
        return layerRefused("it names no coordinate system",
                            "Set crs = \"EPSG:…\" for this layer. Or open the file with --source-crs EPSG:n.");
    }
    if (head.geographic = head.crs == kLonLatCrs || head.crs == "EPSG:4326"; head.geographic) return {};
    const ogr::Crs crs = crsOf(head.crs);
    head.geographic = crs && OSRIsGeographic(crs.get()) != 0;
    return {};
}

Result<LayerHead> Source::enter(std::size_t layer) {
    State& s = *m_state;
    const ogr::ErrorCapture errors;
    s.current = s.layers.at(layer);
    s.fromDegrees.reset();
    s.edge.reset();
    s.head = {};
    s.head.name = OGR_L_GetName(s.current);
    s.findColumns();
    if (const auto failed = s.takeCrs()) return *failed;
    if (!s.request.where.empty() && OGR_L_SetAttributeFilter(s.current, s.request.where.c_str()) != OGRERR_NONE)
        return s.whereRefused(errors.text("no such column"));
    s.head.count = static_cast<std::uint64_t>(std::max<GIntBig>(0, OGR_L_GetFeatureCount(s.current, FALSE)));
    s.head.partial =
        readsOnlyWindow(s.current, s.request, s.head.geographic ? std::nullopt : std::optional(s.head.crs));
    if (s.driver == "FlatGeobuf" && !s.head.partial && s.request.where.empty() && s.head.count > 0)
        s.head.promised = s.head.count;
    if (layer == 0) s.head.notes = s.readable.notes;
    s.head.withoutValues = s.driver == "ESRI Shapefile" && s.head.columns.empty();
    if (!s.head.partial && s.driver == "GPKG" && s.request.where.empty())
        s.head.indexed = indexedCount(s.dataset.get(), s.current);
    s.rowsBefore += s.counts.rows;
    s.counts = {};
    OGR_L_ResetReading(s.current);
    return s.head;
}

void Source::State::findColumns() {
    head.columns = columnsOf(current);
    positions = TextPositions(head.columns, request.position, driver == "CSV");
    head.positionColumns = positions.anyColumn() || OGR_L_GetGeomType(current) != wkbNone;
}

const ReadCounts& Source::counts() const { return m_state->counts; }

// The feature's geometry by kind, cut to the window; nothing where it has none or nothing of it lies there. GDAL makes
// an empty point of a position with NaN.
std::vector<Geometry> Source::State::placedKinds(OGRFeatureH feature, const DegreeWindow& window) {
    ogr::Geometry geometry = statedGeometry(feature, {driver, head.crs, positions.wktColumn()});
    if (!geometry) return {};
    if (OGR_G_IsEmpty(geometry.get()) != 0) {
        const bool statesPoints = driver == "GeoJSON" || driver == "GPX" || driver == "LIBKML";
        if (statesPoints && wkbFlatten(OGR_G_GetGeometryType(geometry.get())) == wkbPoint)
            countUnplaced(feature, "a coordinate that is no number");
        return {};
    }
    const auto marked = !geometries.empty() ? markedGeometry(geometry.get()) : std::nullopt;
    const bool isMarked = marked && *marked < geometries.size();
    const auto point = isMarked ? pointOf(geometries[*marked]) : pointOf(geometry.get());
    if (head.geographic && point && !isOnEarth(*point)) {
        countUnplaced(feature, degreesText(*point));
        return {};
    }
    ++counts.positioned;
    if (!isMarked) return cutKinds(std::move(geometry), window, feature);
    PlainGeometry plain = std::move(geometries[*marked]);
    if (head.geographic && !liesWithin(plain.points, window)) return cutKinds(asOgr(plain), window, feature);
    Geometry flat = flatOf(std::move(plain));
    if (flat.partCount() == 0 && flat.kind != GeometryKind::point)
        counts.shortLines.add(static_cast<std::uint64_t>(OGR_F_GetFID(feature)));
    if (flat.partCount() == 0) return {};
    std::vector<Geometry> kinds;
    kinds.push_back(std::move(flat));
    return cutAtEdge(std::move(kinds), window, feature);
}

// A track of one fix has a place but no length.
std::vector<Geometry> Source::State::drawnKinds(OGRGeometryH geometry, OGRFeatureH feature) {
    std::vector<Geometry> kinds = geometriesOf(geometry);
    if (kinds.empty() && OGR_G_GetDimension(geometry) > 0)
        counts.shortLines.add(static_cast<std::uint64_t>(OGR_F_GetFID(feature)));
    return kinds;
}

std::vector<Geometry> Source::State::cutKinds(ogr::Geometry geometry, const DegreeWindow& window, OGRFeatureH feature) {
    geometry = straightened(std::move(geometry), kArcToleranceM / (head.geographic ? kPlateCarreeMetresPerDegree : 1));
    if (driver == "GPX" || driver == "LIBKML") {
        if (holdsNoNumber(geometry.get())) {
            counts.complaint = "a coordinate is no number, and its point was left out";
            counts.complaints.add(static_cast<std::uint64_t>(OGR_F_GetFID(feature)));
        }
        geometry = theShortWay(std::move(geometry));
    }
    if (head.geographic) geometry = cutTo(window, std::move(geometry));
    if (geometry) return cutAtEdge(drawnKinds(geometry.get(), feature), window, feature);
    counts.outside.add(static_cast<std::uint64_t>(OGR_F_GetFID(feature)));
    return {};
}

// Of sources in projected coordinates; those in degrees are cut already.
std::vector<Geometry> Source::State::cutAtEdge(std::vector<Geometry> kinds, const DegreeWindow& window,
                                               OGRFeatureH feature) {
    if (head.geographic) return kinds;
    if (!edge) edge.emplace(WindowEdge::of(head.crs, window));
    auto cut = *edge ? (*edge)->cut(kinds) : std::nullopt;
    if (!cut) return kinds;
    if (cut->empty()) counts.outside.add(static_cast<std::uint64_t>(OGR_F_GetFID(feature)));
    isInDegrees = true;
    return std::move(*cut);
}

std::vector<Geometry> Source::State::placedByText(TextPlace place, const std::vector<std::string>& values,
                                                  const DegreeWindow& window, OGRFeatureH feature) {
    if ((head.geographic || place.degrees) && !std::ranges::all_of(place.geometry.points, isOnEarth)) {
        countUnplaced(feature, positions.saidIn(values));
        return {};
    }
    if (driver == "CSV") ++counts.positioned;  // elsewhere an index knows nothing of it
    if (place.geometry.kind == GeometryKind::point && (head.geographic || !place.degrees)) {
        PlainGeometry point{
            .type = wkbPoint, .points = std::move(place.geometry.points), .listEnds = {}, .polygonEnds = {}};
        return cutKinds(asOgr(point), window, feature);
    }
    Geometry placed = inSourceCrs(std::move(place.geometry));
    return placed.partCount() > 0 ? std::vector<Geometry>{std::move(placed)} : std::vector<Geometry>{};
}

// Positions in texts are degrees, whatever the layer's geometries are in.
Geometry Source::State::inSourceCrs(Geometry degrees) {
    if (head.geographic) return degrees;
    if (!fromDegrees) fromDegrees = Transformation::toMap(kLonLatCrs, head.crs);
    if (!*fromDegrees) return {};
    for (MapPoint& p : degrees.points) p = (*fromDegrees)->forward(p);
    return std::ranges::all_of(degrees.points, [](MapPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); })
               ? std::move(degrees)
               : Geometry{};
}

void Source::State::countUnplaced(OGRFeatureH feature, const std::string& said) {
    if (counts.unplaced.count == 0) counts.unplacedText = said;
    counts.unplaced.add(static_cast<std::uint64_t>(OGR_F_GetFID(feature)));
}

void Source::State::countText(const geodata::Feature& feature, bool lostCharacters) {
    const auto unreadable = [](const std::string& value) { return !simdjson::validate_utf8(value); };
    if (lostCharacters || std::ranges::any_of(feature.values, unreadable)) counts.badText.add(feature.id);
}

void Source::State::add(SourceFeatures& out, OGRFeatureH feature, const DegreeWindow& window) {
    geodata::Feature made;
    made.id = static_cast<std::uint64_t>(OGR_F_GetFID(feature));
    for (int i = 0; i < static_cast<int>(head.columns.size()); ++i) made.values.push_back(valueOf(feature, i));
    if (cutTexts(made.values, limits.textBytes)) counts.cutText.add(made.id);
    ++counts.rows;
    const std::uint64_t positionedBefore = counts.positioned;
    isInDegrees = false;
    std::vector<Geometry> kinds = placedKinds(feature, window);
    const bool positioned = counts.positioned > positionedBefore;
    if (!positioned) {
        auto place = positions.placeOf(made.values);
        if (place) kinds = placedByText(std::move(*place), made.values, window, feature);
        else if (const std::string said = positions.saidIn(made.values); !said.empty()) countUnplaced(feature, said);
    }
    if (kinds.empty()) kinds.emplace_back();  // listed, never drawn
    for (std::size_t i = 0; isInDegrees && i < kinds.size(); ++i) out.inDegrees.push_back(out.features.size() + i);
    for (std::size_t i = 0; i + 1 < kinds.size(); ++i)
        out.features.push_back({made.id, std::move(kinds[i]), made.values});
    made.geometry = std::move(kinds.back());
    out.features.push_back(std::move(made));
}

SourceFeatures Source::read(std::size_t most, const DegreeWindow& window) {
    State& s = *m_state;
    ogr::ErrorCapture errors;
    SourceFeatures read;
    for (std::size_t vertices = 0; read.features.size() < most && vertices < kMostVerticesAtOnce;) {
        errors.forget();
        const std::size_t before = read.features.size();
        const ogr::Feature feature(OGR_L_GetNextFeature(s.current));
        // A file that breaks off looks to OGR like one that ends; only the error tells.
        if (!feature && errors.failed()) read.brokenOff = s.stopped(errors.text(""));
        if (!feature) return read;
        if (s.rowsBefore + s.counts.rows >= s.limits.features) {
            read.brokenOff = s.tooMany();
            return read;
        }
        if (errors.failed() && s.counts.complaints.count == 0) s.counts.complaint = errors.text("");
        if (errors.failed()) s.counts.complaints.add(static_cast<std::uint64_t>(OGR_F_GetFID(feature.get())));
        const bool lostCharacters = errors.lostCharacters();
        s.add(read, feature.get(), window);
        s.countText(read.features.back(), lostCharacters);
        for (std::size_t i = before; i < read.features.size(); ++i) vertices += read.features[i].geometry.points.size();
    }
    read.more = true;
    return read;
}

}  // namespace geodata
