// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/units/unit_roster.hpp"

#include <algorithm>

#include "layers/model/layer_visibility.hpp"
#include "layers/orbat/joined_orbats.hpp"
#include "layers/orbat/unit_filter.hpp"

namespace layers {
namespace {

constexpr double kUnitsPerFrame = 100;  // milsymbol's units in a land unit's frame height, at size 100

// While the drawing is not there: the room that a land unit's frame will need.
const SymbolDrawing& drawingOf(const RosterUnit& unit) {
    static const SymbolDrawing plain{.svg = {},
                                     .width = 158,
                                     .height = 130,
                                     .anchorX = 79,
                                     .anchorY = 76,
                                     .frameLeft = 4,
                                     .frameTop = 26,
                                     .frameRight = 154,
                                     .frameBottom = 126};
    return unit.drawing ? *unit.drawing : plain;
}

// An echelon that is not known comes last.
double priorityOf(const Unit& unit) {
    const auto found = std::ranges::find(kEchelons, echelonOf(unit));
    return found == kEchelons.end() ? -1 : static_cast<double>(found - kEchelons.begin());
}

std::optional<ScreenPoint> handMadeOffset(const Document& document, const std::string& id) {
    const auto found = document.unitOffsets.find(id);
    if (id.empty() || found == document.unitOffsets.end()) return {};
    return ScreenPoint{found->second.rightPt * kPxPerPt, found->second.downPt * kPxPerPt};
}

}  // namespace

ScreenRect frameOf(const RosterUnit& unit) {
    const SymbolDrawing& d = drawingOf(unit);
    const double px = unit.unitPx;
    return {(d.frameLeft - d.anchorX) * px, (d.frameTop - d.anchorY) * px, (d.frameRight - d.anchorX) * px,
            (d.frameBottom - d.anchorY) * px};
}

ScreenRect roomOf(const RosterUnit& unit) {
    const SymbolDrawing& d = drawingOf(unit);
    const double px = unit.unitPx;
    return {-d.anchorX * px, -d.anchorY * px, (d.width - d.anchorX) * px, (d.height - d.anchorY) * px};
}

UnitRoster::Input UnitRoster::inputOf(const DocumentPtr& document, const Stage& stage, const Contents& contents) {
    Input input{document, {}, stage.date, stage.units, stage.amplifiers, stage.symbolColors, {}};
    for (const LayerSpec& layer : document->layers) {
        const auto content = contents.find(layer.id);
        const bool isTable = layer.kind == LayerKind::units && content != contents.end();
        input.drawn.push_back(isTable && isDrawn(layer, stage));
        if (input.drawn.back() || (isTable && !stage.units.hidden.empty())) input.contents.insert(*content);
    }
    return input;
}

bool UnitRoster::update(const DocumentPtr& document, const Stage& stage, const Contents& contents,
                        SymbolFactory& symbols) {
    Input input = inputOf(document, stage, contents);
    const bool changed = input != m_input;
    if (changed) {
        m_input = std::move(input);
        m_units.clear();
        m_measures.clear();
        m_shown.clear();
        findHidden();
        for (std::size_t i = 0; i < document->layers.size(); ++i)
            if (m_input.drawn[i]) addLayer(document->layers[i]);
        findAboveElsewhere();
        giveKeys();
        m_withoutDrawing = m_units.size();
    }
    return findDrawings(symbols) || changed;
}

std::shared_ptr<const Orbat> UnitRoster::orbatOf(const Table& table) {
    auto& orbat = m_orbats[table];
    if (!orbat) orbat = std::make_shared<const Orbat>(buildOrbat(*table.first, table.second));
    return orbat;
}

void UnitRoster::addLayer(const LayerSpec& layer) {
    for (const auto& store : m_input.contents.at(layer.id).stores) addTable(layer, store);
}

UnitTexts UnitRoster::textsOf(const LayerSpec& layer) const {
    return {m_input.amplifiers, m_input.colors, layer.style.label.field};
}

void UnitRoster::addTable(const LayerSpec& layer, const std::shared_ptr<const geodata::Store>& store) {
    const std::shared_ptr<const Orbat> orbat = orbatOf({store, layer.columns});
    const UnitTexts texts = textsOf(layer);
    const std::vector<bool> hidden = hiddenUnits(*orbat, m_input.filter);
    std::vector<std::optional<std::size_t>> placeOf(orbat->units.size());
    const std::size_t first = m_units.size();
    auto& shownOfSource = m_shown[layer.source];
    std::unordered_map<std::string_view, std::shared_ptr<const SymbolRequest>> requests;  // by code
    const auto requestFor = [&](std::size_t i) {
        if (texts.amplifiers == Amplifiers::all)
            return std::make_shared<const SymbolRequest>(requestOf(*orbat, i, texts));
        auto& request = requests[orbat->units[i].sidc];
        if (!request) request = std::make_shared<const SymbolRequest>(requestOf(*orbat, i, texts));
        return request;
    };
    for (std::size_t i = 0; i < orbat->units.size(); ++i) {
        const Unit& unit = orbat->units[i];
        if (!unit.position || hidden[i] || m_hidden.contains(unit.id) || !validOn(unit, m_input.date) ||
            !passes(unit, m_input.filter))
            continue;
        if (unit.accuracy.isGeometry) {
            m_measures.push_back({layer.id, orbat, i, store});
            continue;
        }
        // Layers that pick rows of one file may both have it: it is on the map once.
        if (!unit.id.empty()) {
            const auto [shown, isNew] = shownOfSource.try_emplace({unit.id, unit.validFrom}, m_units.size());
            placeOf[i] = shown->second;
            if (!isNew) continue;
        }
        placeOf[i] = m_units.size();
        m_units.push_back({layer.id,
                           orbat,
                           i,
                           captionOf(*orbat, i, texts),
                           requestFor(i),
                           nullptr,
                           layer.style.symbolSizePt * kPxPerPt / kUnitsPerFrame,
                           priorityOf(unit),
                           0,
                           {},
                           handMadeOffset(*m_input.document, unit.id)});
    }
    for (std::size_t n = first; n < m_units.size(); ++n) {
        auto above = m_units[n].data().tree.parentIndex;
        while (above && !placeOf[*above]) above = orbat->units[*above].tree.parentIndex;
        if (above) m_units[n].above = placeOf[*above];
    }
}

// A branch that is switched off may reach into other layers, drawn or not.
void UnitRoster::findHidden() {
    m_hidden.clear();
    if (m_input.filter.hidden.empty()) return;
    std::vector<OrbatPtr> tables;
    for (const LayerSpec& layer : m_input.document->layers)
        if (const auto content = m_input.contents.find(layer.id);
            layer.kind == LayerKind::units && content != m_input.contents.end())
            for (const auto& store : content->second.stores) tables.push_back(orbatOf({store, layer.columns}));
    const Orbat all = joined(tables, {});
    const std::vector<bool> hidden = hiddenUnits(all, m_input.filter);
    for (std::size_t i = 0; i < hidden.size(); ++i)
        if (hidden[i] && !all.units[i].id.empty()) m_hidden.insert(all.units[i].id);
}

// The next unit above may be in another layer's table.
void UnitRoster::findAboveElsewhere() {
    std::unordered_map<std::string_view, std::size_t> placeOf;
    placeOf.reserve(m_units.size());
    for (std::size_t n = 0; n < m_units.size(); ++n) placeOf.try_emplace(m_units[n].data().id, n);
    const auto isBelow = [this](std::size_t n, std::size_t top) {
        for (std::optional<std::size_t> at = n; at; at = m_units[*at].above)
            if (*at == top) return true;
        return false;
    };
    for (std::size_t n = 0; n < m_units.size(); ++n) {
        if (m_units[n].above) continue;
        const Unit* top = &m_units[n].data();
        while (top->tree.parentIndex) top = &m_units[n].orbat->units[*top->tree.parentIndex];
        const auto found = top->parent.empty() ? placeOf.end() : placeOf.find(top->parent);
        if (found != placeOf.end() && !isBelow(found->second, n)) m_units[n].above = found->second;
    }
}

void UnitRoster::giveKeys() {
    std::vector<std::pair<std::string_view, std::size_t>> order;
    order.reserve(m_units.size());
    for (std::size_t i = 0; i < m_units.size(); ++i) order.emplace_back(m_units[i].data().id, i);
    std::ranges::sort(order);
    for (std::size_t rank = 0; rank < order.size(); ++rank) m_units[order[rank].second].key = rank;
}

bool UnitRoster::findDrawings(SymbolFactory& symbols) {
    if (m_withoutDrawing == 0) return false;
    const std::size_t before = m_withoutDrawing;
    m_withoutDrawing = 0;
    std::unordered_map<const SymbolRequest*, std::shared_ptr<const SymbolDrawing>> found;
    for (RosterUnit& unit : m_units) {
        if (unit.drawing) continue;
        const auto [drawing, isNew] = found.try_emplace(unit.request.get());
        if (isNew) drawing->second = symbols.find(*unit.request);
        unit.drawing = drawing->second;
        if (unit.drawing && !unit.drawing->valid)
            unit.caption = captionOf(*unit.orbat, unit.unit, textsOf(*m_input.document->layer(unit.layer)), false);
        m_withoutDrawing += !unit.drawing;
    }
    return m_withoutDrawing != before;
}

}  // namespace layers
