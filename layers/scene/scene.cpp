// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/scene.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "layers/model/layer_visibility.hpp"
#include "layers/scene/draw/gl_frame.hpp"
#include "layers/scene/labels/boundaries.hpp"
#include "layers/scene/labels/label_worker.hpp"
#include "layers/scene/marginalia/marginalia.hpp"
#include "layers/scene/marginalia/marginalia_content.hpp"
#include "layers/scene/tiles/layer_items.hpp"
#include "layers/scene/tiles/tile_cache.hpp"
#include "layers/scene/units/change_marks.hpp"

namespace layers {
namespace {

constexpr std::size_t kUploadBytesPerFrame = 4U << 20, kUploadBytesAtRest = 64U << 20;
constexpr double kBareShare = 0.25;  // of the picture's height
constexpr std::size_t kNoBudget = ~std::size_t{0};

bool sameInput(const SceneInput& a, const SceneInput& b) {
    return a.document == b.document && a.stage == b.stage && a.contents == b.contents && a.math == b.math &&
           a.zooming == b.zooming && a.panning == b.panning;
}

}  // namespace

struct Scene::State {
    State(SceneSettings given, FontSet loadedFonts, std::unique_ptr<Painter> madePainter)
        : settings(std::move(given)),
          fonts(std::move(loadedFonts)),
          painter(std::move(madePainter)),
          tiles(settings.wake),
          labels(settings.fontFolder, settings.wake),
          symbols({settings.milsymbolFile, settings.symbolCache, settings.wake}),
          sprites(fonts, settings.symbolCache, settings.wake),
          frame(*painter, sprites),
          margin(settings.magneticFolder) {}

    SceneSettings settings;
    FontSet fonts;
    std::unique_ptr<Painter> painter;
    TileCache tiles;
    LabelWorker labels;
    SymbolFactory symbols;
    Sprites sprites;
    GlFrame frame;
    Units units;
    MarginaliaGatherer margin;
    GridLines grids;
    ChangeMarks changeMarks;
    std::vector<UnitMark> marks;
    std::map<std::string, BoundaryDrawing> boundaries;  // by layer
    std::vector<ScreenRect> plates;
    std::shared_ptr<DrawList> list = std::make_shared<DrawList>();  // a canvas keeps what it shows
    SceneInput last, labelled;                                      // labelled: for which labels were wanted last

    void buildList(const SceneInput& input);
    void addLayers(const SceneInput& input);
    void drawBoundaries(const SceneInput& input);
    void append(std::vector<DrawItem>& items, const std::string& owner);
    std::vector<SolvedLabel> labelsIn(const MapView& view) const;
    bool labelsMayWait(const SceneInput& input) const;
    void wantLabels(const SceneInput& input, const PlacedMarginalia& decoration);
};

Scene::Scene(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Scene::~Scene() = default;

geodata::Result<std::unique_ptr<Scene>> Scene::create(SceneSettings settings) {
    auto fonts = FontSet::load(settings.fontFolder);
    if (!fonts) return fonts.error();
    auto painter = Painter::create(settings.shaderFolder);
    if (!painter) return painter.error();
    return std::unique_ptr<Scene>(
        new Scene(std::make_unique<State>(std::move(settings), std::move(*fonts), std::move(*painter))));
}

SceneChange Scene::update(const SceneInput& input) {
    State& s = *m_state;
    const bool newLabels = s.labels.poll(), newSymbols = s.symbols.poll(), newPixels = s.sprites.poll();
    const bool changed = newLabels || newSymbols || newPixels || s.tiles.hasNews() || !sameInput(input, s.last);
    if (changed) {
        s.tiles.beginFrame(shows(input) ? kUploadBytesAtRest : kUploadBytesPerFrame);
        s.buildList(input);
        s.sprites.beginFrame(false);
        s.sprites.order(*s.list);
        s.tiles.endFrame();
        s.last = input;
    }
    return {changed, s.tiles.busy() || s.labels.busy() || s.symbols.busy() || s.sprites.busy()};
}

bool Scene::shows(const SceneInput& input) const {
    const SceneInput& last = m_state->last;
    return input.document == last.document && input.stage == last.stage && input.math == last.math &&
           input.zooming == last.zooming && input.panning == last.panning;
}

bool Scene::awaitsMore(const SceneInput& input) const {
    const State& s = *m_state;
    return shows(input) && (s.tiles.working() || s.labels.working() || s.symbols.working());
}

void Scene::finish(const SceneInput& input) {
    State& s = *m_state;
    for (bool more = true; more;) {
        s.symbols.poll();
        s.tiles.beginFrame(kNoBudget);
        s.buildList(input);
        s.tiles.endFrame();
        const bool tilesMissing = s.tiles.busy(), symbolsMissing = s.symbols.busy();
        if (tilesMissing) s.tiles.wait();
        if (symbolsMissing) s.symbols.waitUntilIdle();
        more = tilesMissing || symbolsMissing;
    }
    s.labels.waitUntilIdle();
    s.labels.poll();
    s.tiles.beginFrame(kNoBudget);
    s.buildList(input);
    s.sprites.beginFrame(true);
    s.sprites.order(*s.list);
    s.sprites.waitUntilIdle();
    s.sprites.poll();
    s.last = input;
}

// They make room for the units' symbols.
void Scene::State::drawBoundaries(const SceneInput& input) {
    std::vector<ScreenRect> symbolRooms;
    for (const UnitMark& mark : marks) symbolRooms.push_back(mark.room);
    boundaries.clear();
    for (const LayerSpec& layer : input.document->layers) {
        const auto content = input.contents.find(layer.id);
        if (!isBoundary(layer) || content == input.contents.end() || !isDrawn(layer, input.stage)) continue;
        boundaries.emplace(layer.id, drawnBoundary({layer, input.stage, content->second.stores, symbolRooms}));
    }
}

// Areas and lines layer by layer, then the markers of all.
void Scene::State::addLayers(const SceneInput& input) {
    std::vector<std::pair<std::string, std::vector<DrawItem>>> markers;
    for (const LayerSpec& layer : input.document->layers) {
        const auto content = input.contents.find(layer.id);
        if (layer.kind != LayerKind::vector || content == input.contents.end() || content->second.stores.empty() ||
            !isDrawn(layer, input.stage))
            continue;
        TileSource source = tileSourceOf(layer);
        source.revision = content->second.revision;
        source.stores = content->second.stores;
        const TilePieces pieces =
            tiles.piecesFor(source, input.stage.view, input.stage.factor() / input.stage.userFactor);
        addLayer(list->items, layer, input.stage, pieces);
        list->endSection(layer.id);
        if (const auto boundary = boundaries.find(layer.id); boundary != boundaries.end())
            append(boundary->second.items, layer.id);
        addMarkers(markers.emplace_back(layer.id, std::vector<DrawItem>{}).second, layer, input.stage, pieces);
    }
    for (auto& [layer, items] : markers) append(items, layer);
}

void Scene::State::append(std::vector<DrawItem>& items, const std::string& owner) {
    list->items.insert(list->items.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
    list->endSection(owner);
}

// The labels at their places in this view.
std::vector<SolvedLabel> Scene::State::labelsIn(const MapView& view) const {
    std::vector<SolvedLabel> moved;
    const SolvedLabels& solved = labels.solved();
    moved.reserve(solved.labels.size());
    for (const SolvedLabel& label : solved.labels) moved.push_back(movedTo(label, solved.view, view));
    return moved;
}

// Those there are move with the map, as long as they have not left it bare.
bool Scene::State::labelsMayWait(const SceneInput& input) const {
    if (!input.panning || labelled.document != input.document || labelled.contents != input.contents) return false;
    Stage before = labelled.stage;
    const MapPoint was = std::exchange(before.view.center, input.stage.view.center), is = input.stage.view.center;
    const double panned = std::max(std::abs(is.x - was.x), std::abs(is.y - was.y));
    return before == input.stage && panned < kBareShare * input.stage.view.size.height * input.stage.view.mPerPx;
}

void Scene::State::wantLabels(const SceneInput& input, const PlacedMarginalia& decoration) {
    if (labelsMayWait(input)) return;
    labelled = input;
    const ScreenSize size = input.stage.view.size;
    LabelInput labelInput{
        input.document,     input.stage,
        input.contents,     {},
        decoration.keepOut, {0, 0, static_cast<double>(size.width), static_cast<double>(size.height)}};
    labelInput.symbolLabels = captionsOf(marks, input.stage);
    for (SymbolLabel& name : namesOf(units.controlMeasures(), input.stage))
        labelInput.symbolLabels.push_back(std::move(name));
    for (const UnitMark& mark : marks) labelInput.symbols.push_back(labelRoomOf(mark, input.stage));
    for (const auto& [layer, boundary] : boundaries) {
        labelInput.boundaryNames.insert(labelInput.boundaryNames.end(), boundary.names.begin(), boundary.names.end());
        labelInput.boundaryMarks.insert(labelInput.boundaryMarks.end(), boundary.marks.begin(), boundary.marks.end());
    }
    labels.want(std::move(labelInput));
}

// The picture from the bottom up: layers, graticule, markers, labels, units, plates.
void Scene::State::buildList(const SceneInput& input) {
    const Stage& stage = input.stage;
    PlacedMarginalia decoration =
        layOutMarginalia({*input.document, stage, input.math, fonts,
                          margin.of({input.document, stage, input.contents, input.math, input.zooming, input.panning,
                                     units, symbols, changeMarks}),
                          grids});
    marks = units.marksFor({input.document, stage, input.contents, input.zooming, input.panning}, decoration.keepOut,
                           symbols);
    drawBoundaries(input);
    plates.assign(decoration.keepOut.begin(),
                  decoration.keepOut.begin() + static_cast<std::ptrdiff_t>(decoration.plates));
    wantLabels(input, decoration);
    const std::size_t itemsBefore = list->items.size();
    list = std::make_shared<DrawList>(DrawList{
        .size = stage.view.size, .background = input.document->backgroundColor(), .items = {}, .view = stage.view});
    list->items.reserve(itemsBefore + itemsBefore / 8);  // as many as in the last frame, about
    addLayers(input);
    addControlMeasures(*list, units.controlMeasures(), stage);
    append(decoration.under, owner::kGrid);
    std::vector<SolvedLabel> texts = labelsIn(stage.view);
    for (SolvedLabel& label : texts) {  // leaders pass under the symbols
        if (label.leader) list->items.push_back(std::move(*label.leader));
        list->endSection(label.layer);
    }
    addMarks(*list, marks, stage, fonts);
    changeMarks.addTo(*list, marks, stage);
    list->endSection(owner::kChanges);
    for (SolvedLabel& label : texts) {
        list->items.push_back(std::move(label.text));
        list->endSection(label.layer);
    }
    for (draw::Text& text : decoration.gridLabels) list->items.push_back(std::move(text));
    list->endSection(owner::kGrid);
    append(decoration.over, owner::kMarginalia);
}

void Scene::draw(const FrameBuffer& buffer, int topPx, std::optional<PixelRect> part) const {
    m_state->frame.draw(*m_state->list, buffer, topPx, part);
}
void Scene::draw(RetainedFrame& canvas) const { m_state->frame.draw(m_state->list, canvas); }
void Scene::draw(const DrawList& list, const FrameBuffer& buffer) const { m_state->frame.draw(list, buffer, 0); }
const DrawList& Scene::drawList() const { return *m_state->list; }
const std::vector<UnitMark>& Scene::units() const { return m_state->marks; }
const std::vector<ScreenRect>& Scene::plates() const { return m_state->plates; }
std::shared_ptr<const SymbolDrawing> Scene::symbol(const SymbolRequest& request) {
    return m_state->symbols.find(request);
}
std::optional<geodata::Error> Scene::symbolError() const { return m_state->symbols.error(); }
std::vector<std::filesystem::path> Scene::fontFiles() const { return m_state->fonts.files(); }
std::size_t Scene::gpuBytes() const { return m_state->tiles.gpuBytes(); }
const TileFigures& Scene::tileFigures() const { return m_state->tiles.figures(); }

}  // namespace layers
