// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/labels/labels.hpp"
#include "layers/model/layer_visibility.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <tuple>

#include "geodata/tiles/clip.hpp"
#include "geodata/tiles/tile_mesh.hpp"
#include "layers/scene/labels/label_obstacles.hpp"

namespace layers {
namespace {

using geodata::FeatureRef;
using geodata::GeometryKind;
using geodata::Store;

constexpr std::size_t kMostCandidates = 2500;  // shaped and tried per view; the least important fall away first
constexpr int kPartsOfView = 40;               // to each side, for an even choice among equals
constexpr std::size_t kLongestName = 60;       // characters; what is longer would cover the map
constexpr int kLeaderPriority = 40;  // of label-priority: towns and cities are named even where units crowd them
constexpr double kBoundaryPriority =
    5e8;                           // the formations' names come after the units' captions and before all other labels
constexpr double kFarPt = 22;      // about a symbol's height
constexpr double kRepeatPt = 420;  // between two labels of one river

struct Draft {  // a candidate before its text is measured
    std::string text;
    const LabelStyle* style = nullptr;
    LabelCandidate candidate;
    MapPoint anchor;
    std::string layer;
};

std::string upperCased(std::string text) {
    for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

// Cut before the last characters that have no room, with "…".
std::string shortened(std::string text) {
    std::size_t characters = 0, cut = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
        if (++characters == kLongestName) cut = at;
        if (characters > kLongestName) return text.substr(0, cut) + "…";
    }
    return text;
}

std::string_view valueOf(const Store& store, const FeatureRef& feature, const std::string& field) {
    const auto column = field.empty() ? std::nullopt : store.column(field);
    return column ? feature.value(*column) : std::string_view{};
}

std::string textOf(const Store& store, const FeatureRef& feature, const LabelStyle& style, LabelLanguage language) {
    std::string latin(valueOf(store, feature, style.field));
    const std::string_view arabic = valueOf(store, feature, style.arabicField);
    if (style.upperCase) latin = upperCased(std::move(latin));
    if (arabic.empty() || language == LabelLanguage::latin) return latin.empty() ? std::string(arabic) : latin;
    if (language == LabelLanguage::arabic || latin.empty()) return std::string(arabic);
    return latin + "  " + std::string(arabic);
}

double rankOf(const Store& store, const FeatureRef& feature, const LabelStyle& style) {
    const std::string_view text = valueOf(store, feature, style.rankField);
    double rank = 0;
    std::from_chars(text.data(), text.data() + text.size(), rank);
    return rank;
}

double lengthPx(const std::vector<ScreenPoint>& path) {
    double length = 0;
    for (std::size_t i = 1; i < path.size(); ++i)
        length += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
    return length;
}

// Labels are solved in nominal pixels from the picture's middle, so that a picture twice as large shows the same labels
// at the same places, twice as fine.
class NominalFrame {
public:
    explicit NominalFrame(const Stage& stage)
        : m_factor(stage.factor()),
          m_middle{stage.view.size.width / 2.0, stage.view.size.height / 2.0},
          m_view{stage.view.center, stage.view.mPerPx * m_factor, {}} {}

    // Its size is nothing: the middle is the origin.
    const MapView& view() const { return m_view; }
    double nominal(double px) const { return px / m_factor; }
    ScreenPoint nominal(ScreenPoint p) const { return {(p.x - m_middle.x) / m_factor, (p.y - m_middle.y) / m_factor}; }
    ScreenRect nominal(const ScreenRect& r) const {
        const ScreenPoint leftTop = nominal(ScreenPoint{r.left, r.top}),
                          rightBottom = nominal(ScreenPoint{r.right, r.bottom});
        return {leftTop.x, leftTop.y, rightBottom.x, rightBottom.y};
    }
    ScreenPoint actual(ScreenPoint p) const { return {p.x * m_factor + m_middle.x, p.y * m_factor + m_middle.y}; }

private:
    double m_factor;
    ScreenPoint m_middle;
    MapView m_view;
};

constexpr double nominalPx(double pt) { return pt * kPxPerPt; }

class Gatherer {
public:
    Gatherer(const LabelInput& input, const MapView& nominalView)
        : m_input(input), m_view(nominalView), m_box(input.stage.view.box()) {}

    std::vector<Draft> take() { return std::move(m_drafts); }

    void addLayer(std::size_t layerIndex) {
        m_layer = &m_input.document->layers[layerIndex];
        m_style = &m_layer->style.label;
        const auto content = m_input.contents.find(m_layer->id);
        if (content == m_input.contents.end()) return;
        for (std::size_t s = 0; s < content->second.stores.size(); ++s) {
            m_store = content->second.stores[s].get();
            m_keyBase = (static_cast<std::uint64_t>(layerIndex) << 52) ^ (static_cast<std::uint64_t>(s) << 44);
            m_store->query(m_box, 0, [this](FeatureRef feature) { addFeature(feature); });
        }
    }

private:
    void addFeature(const FeatureRef& feature) {
        std::string text = textOf(*m_store, feature, *m_style, m_input.stage.language);
        if (text.empty()) return;
        Draft draft{
            .text = shortened(std::move(text)), .style = m_style, .candidate = {}, .anchor = {}, .layer = m_layer->id};
        draft.candidate.key = m_keyBase ^ (static_cast<std::uint64_t>(feature.index()) << 12);
        draft.candidate.priority = m_style->priority * 1e6 - rankOf(*m_store, feature, *m_style);
        switch (feature.kind()) {
            case GeometryKind::point: return addPoint(std::move(draft), feature);
            case GeometryKind::line: return addLines(std::move(draft), feature);
            case GeometryKind::polygon: return addArea(std::move(draft), feature);
            case GeometryKind::none: return;
        }
    }

    void addPoint(Draft draft, const FeatureRef& feature) {
        const MapPoint at = feature.part(0)[0];
        if (!m_box.contains(at)) return;
        const bool marked = m_layer->style.markerSizePt > 0;
        draft.candidate.kind =
            marked ? CandidateKind::point : CandidateKind::area;  // without a marker the text itself is on the place
        draft.candidate.offsetPx = static_cast<float>(nominalPx(m_layer->style.markerSizePt / 2 + 1.5));
        if (marked && m_style->priority >= kLeaderPriority)
            draft.candidate.farPx = static_cast<float>(nominalPx(kFarPt));
        push(std::move(draft), {m_view.toScreen(at)}, at);
    }

    void addLines(Draft draft, const FeatureRef& feature) {
        if (m_style->placement != LabelPlacement::line) return;
        draft.candidate.kind = CandidateKind::line;
        draft.candidate.repeatPx = static_cast<float>(nominalPx(kRepeatPt));
        std::uint64_t piece = 0;
        for (const auto& part : geodata::partsAt(feature, m_view.mPerPx, m_box))
            for (const auto& inside : geodata::clipLine(part, false, m_box)) {
                std::vector<ScreenPoint> path;
                for (const MapPoint p : inside.points) path.push_back(m_view.toScreen(p));
                if (lengthPx(path) < nominalPx(m_style->sizePt) * 3) continue;
                Draft one = draft;
                one.candidate.key ^= ++piece & 0xfff;
                push(std::move(one), std::move(path), inside.points.front());
            }
    }

    // Where the whole area's own place is out of sight, the best place in what is seen of it.
    void addArea(Draft draft, const FeatureRef& feature) {
        geodata::Geometry seen{GeometryKind::polygon, {}, {}};
        for (const auto& ring : geodata::partsAt(feature, m_view.mPerPx * 4, m_box))
            if (const auto clipped = geodata::clipRing(ring, m_box); clipped.size() >= 3) seen.addPart(clipped);
        if (seen.partCount() == 0) return;
        const geodata::MapBox box = geodata::boxOf(seen.points);
        if (std::max(box.width(), box.height()) / m_view.mPerPx < nominalPx(m_style->sizePt) * 2) return;
        const MapPoint at = labelAnchor(seen, m_view.mPerPx * 8);
        draft.candidate.kind = CandidateKind::area;
        push(std::move(draft), {m_view.toScreen(at)}, at);
    }

    void push(Draft draft, std::vector<ScreenPoint> path, MapPoint anchor) {
        draft.candidate.path = std::move(path);
        draft.anchor = anchor;
        m_drafts.push_back(std::move(draft));
    }

    const LabelInput& m_input;
    const MapView& m_view;  // in nominal pixels
    geodata::MapBox m_box;  // what the picture shows
    const LayerSpec* m_layer = nullptr;
    const LabelStyle* m_style = nullptr;
    const Store* m_store = nullptr;
    std::uint64_t m_keyBase = 0;
    std::vector<Draft> m_drafts;
};

// The name beside a unit's symbol.
const LabelStyle& symbolLabelStyle() {
    static const LabelStyle style = [] {
        LabelStyle made;
        made.sizePt = 9.5;
        made.color = {16, 24, 40, 255};
        made.halo = {255, 255, 255, 235};
        made.haloPt = 1.6;
        made.font = FontFace::bold;
        return made;
    }();
    return style;
}

Draft draftOf(const BoundaryName& name, const LayerSpec& layer, const LabelInput& input, const NominalFrame& frame) {
    const LabelStyle& style = layer.style.label;
    Draft draft{style.upperCase ? upperCased(name.text) : name.text,
                &style,
                {},
                input.stage.view.toMap(name.path[name.path.size() / 2]),
                layer.id};
    draft.candidate.kind = CandidateKind::line;
    draft.candidate.side = name.side;
    draft.candidate.key = (std::uint64_t{1} << 62) |
                          (static_cast<std::uint64_t>(&layer - input.document->layers.data()) << 50) |
                          (name.key & ((std::uint64_t{1} << 50) - 1));
    draft.candidate.priority = kBoundaryPriority;
    draft.candidate.middlePx = static_cast<float>(frame.nominal(name.middlePx));
    draft.candidate.repeatPx = static_cast<float>(nominalPx(layer.style.boundary.spacingPt / 2));
    draft.candidate.offsetPx = static_cast<float>(frame.nominal(name.offsetPx));
    for (const ScreenPoint p : name.path) draft.candidate.path.push_back(frame.nominal(p));
    return draft;
}

std::vector<Draft> draftsOf(const LabelInput& input, const NominalFrame& frame) {
    Gatherer gatherer(input, frame.view());
    if (input.stage.labels)
        for (std::size_t i = 0; i < input.document->layers.size(); ++i) {
            const LayerSpec& layer = input.document->layers[i];
            if (layer.kind == LayerKind::vector && !layer.style.label.field.empty() && isDrawn(layer, input.stage))
                gatherer.addLayer(i);
        }
    std::vector<Draft> drafts = gatherer.take();
    for (const BoundaryName& name : input.boundaryNames)
        if (const LayerSpec* layer = input.document->layer(name.layer); layer != nullptr && input.stage.labels)
            drafts.push_back(draftOf(name, *layer, input, frame));
    for (const SymbolLabel& label : input.symbolLabels) {
        Draft draft{shortened(label.text), &symbolLabelStyle(), {}, input.stage.view.toMap(label.anchor), label.layer};
        draft.candidate.key = label.key;
        draft.candidate.priority = label.priority;
        draft.candidate.offsetPx = static_cast<float>(frame.nominal(label.offsetPx));
        draft.candidate.farPx = static_cast<float>(nominalPx(kFarPt));
        draft.candidate.farSteps = label.farSteps;
        draft.candidate.ofSymbol = true;
        draft.candidate.path = {frame.nominal(label.anchor)};
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

// Of equally important names each part of the view gives its first, then each its second, and so on: a layer without
// ranks is named everywhere, not where its file begins.
void keepMostImportant(std::vector<Draft>& drafts, const ScreenRect& view) {
    if (drafts.size() <= kMostCandidates) return;
    std::map<std::tuple<double, int, int>, std::uint32_t> before;  // of this priority in this part
    std::vector<std::tuple<double, std::uint32_t, std::uint64_t, std::size_t>> order;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const LabelCandidate& candidate = drafts[i].candidate;
        const ScreenPoint at = candidate.path[candidate.path.size() / 2];
        const auto part = [](double from, double to, double value) {
            return static_cast<int>(std::clamp((value - from) / (to - from), 0.0, 1.0) * kPartsOfView);
        };
        const std::tuple key{candidate.priority, part(view.left, view.right, at.x), part(view.top, view.bottom, at.y)};
        order.emplace_back(-candidate.priority, before[key]++, candidate.key, i);
    }
    std::nth_element(order.begin(), order.begin() + kMostCandidates, order.end());
    order.resize(kMostCandidates);
    std::vector<Draft> kept;
    for (const auto& entry : order) kept.push_back(std::move(drafts[std::get<3>(entry)]));
    drafts = std::move(kept);
}

TextRun shapedAt(double sizePx, const Draft& draft, const FontSet& fonts) {
    return fonts.shape(draft.text, {draft.style->font, static_cast<float>(sizePx),
                                    static_cast<float>(sizePx * draft.style->letterSpacingEm)});
}

void measure(Draft& draft, const FontSet& fonts) {
    const TextRun run = shapedAt(nominalPx(draft.style->sizePt), draft, fonts);
    LabelCandidate& candidate = draft.candidate;
    candidate.widthPx = run.widthPx;
    candidate.ascentPx = run.ascentPx;
    candidate.descentPx = run.descentPx;
    candidate.marginPx = static_cast<float>(nominalPx(1));
    candidate.text = draft.text;
    if (candidate.kind == CandidateKind::line)
        for (const ShapedGlyph& glyph : run.glyphs) candidate.advancesPx.push_back(glyph.advancePx);
}

draw::Polyline leaderOf(ScreenPoint from, ScreenPoint to, const LabelStyle& style, const Stage& stage) {
    return {{from, to}, {style.color, stage.px(0.75), {}}, false};
}

}  // namespace

SolvedLabels solveLabels(const LabelInput& input, const FontSet& fonts) {
    const NominalFrame frame(input.stage);
    std::vector<Draft> drafts = draftsOf(input, frame);
    keepMostImportant(drafts, frame.nominal(input.bounds));
    PlacementInput placement{{}, {}, frame.nominal(input.bounds)};
    for (const ScreenRect& rect : input.keepOut) placement.keepOut.push_back(frame.nominal(rect));
    for (const ScreenRect& rect : input.symbols) placement.symbols.push_back(frame.nominal(rect));
    LabelObstacles obstacles = obstaclesOf(input, frame.view());
    placement.dots = std::move(obstacles.markers);
    placement.thickLines = std::move(obstacles.thickLines);
    for (const ScreenRect& rect : input.boundaryMarks) placement.lineMarks.push_back(frame.nominal(rect));
    for (Draft& draft : drafts) {
        measure(draft, fonts);
        placement.candidates.push_back(draft.candidate);
    }
    SolvedLabels solved{input.stage.view, {}};
    for (PlacedLabel& placed : placeLabels(placement)) {
        const Draft& draft = drafts[placed.candidate];
        for (GlyphPose& pose : placed.glyphs) pose.origin = frame.actual(pose.origin);
        solved.labels.push_back(
            {{shapedAt(input.stage.px(draft.style->sizePt), draft, fonts), frame.actual(placed.origin),
              std::move(placed.glyphs), draft.style->color, draft.style->halo, input.stage.px(draft.style->haloPt)},
             draft.anchor,
             draft.layer});
        if (placed.leaderEnd)
            solved.labels.back().leader = leaderOf(frame.actual(draft.candidate.path.front()),
                                                   frame.actual(*placed.leaderEnd), *draft.style, input.stage);
    }
    return solved;
}

SolvedLabel movedTo(const SolvedLabel& label, const MapView& solved, const MapView& now) {
    const ScreenPoint from = solved.toScreen(label.anchor), to = now.toScreen(label.anchor);
    const auto move = [by = ScreenPoint{to.x - from.x, to.y - from.y}](ScreenPoint& p) {
        p = {p.x + by.x, p.y + by.y};
    };
    SolvedLabel moved = label;
    move(moved.text.origin);
    for (GlyphPose& pose : moved.text.glyphs) move(pose.origin);
    if (moved.leader) std::ranges::for_each(moved.leader->points, move);
    return moved;
}

}  // namespace layers
