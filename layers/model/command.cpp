// SPDX-License-Identifier: Apache-2.0
#include "layers/model/command.hpp"

#include <algorithm>
#include <cmath>

#include "geodata/result/overloaded.hpp"

namespace layers {
namespace {

using geodata::Overloaded;

// Whole documents are small (no data inside), so many steps cost little; a bound keeps an eight-hour session flat.
constexpr std::size_t kMaxSteps = 200;

LayerSpec* find(Document& document, const std::string& id) {
    const auto found = std::ranges::find(document.layers, id, &LayerSpec::id);
    return found == document.layers.end() ? nullptr : &*found;
}

void change(Document& document, const command::SetVisible& c) {
    if (LayerSpec* layer = find(document, c.layer)) layer->visible = c.visible;
}

void change(Document& document, const command::SetOpacity& c) {
    LayerSpec* layer = find(document, c.layer);
    if (layer && !std::isnan(c.opacity)) layer->opacity = std::clamp(c.opacity, 0.0, 1.0);
}

void change(Document& document, const command::MoveLayer& c) {
    auto& list = document.layers;
    const auto from = std::ranges::find(list, c.layer, &LayerSpec::id);
    if (from == list.end()) return;
    const auto to = list.begin() + static_cast<std::ptrdiff_t>(std::min(c.index, list.size() - 1));
    if (from < to) std::rotate(from, from + 1, to + 1);
    else std::rotate(to, from, from + 1);
}

void change(Document& document, const command::Solo& c) {
    if (!find(document, c.layer)) return;
    for (LayerSpec& layer : document.layers) layer.visible = layer.id == c.layer;
}

void change(Document& document, const command::ApplyTheme& c) {
    const auto theme = std::ranges::find(document.themes, c.theme, &Theme::name);
    if (theme == document.themes.end()) return;
    for (LayerSpec& layer : document.layers)
        layer.visible = std::ranges::find(theme->layers, layer.id) != theme->layers.end();
}

void change(Document& document, const command::SetUnitOffset& c) {
    if (!c.offset) document.unitOffsets.erase(c.unit);
    else if (std::isfinite(c.offset->rightPt) && std::isfinite(c.offset->downPt))
        document.unitOffsets[c.unit] = *c.offset;
}

// What is being dragged, or nothing: a layer's slider, a unit's symbol.
std::string mergeKey(const Command& command) {
    if (const auto* opacity = std::get_if<command::SetOpacity>(&command)) return "layer " + opacity->layer;
    const auto* offset = std::get_if<command::SetUnitOffset>(&command);
    return offset && offset->offset ? "unit " + offset->unit : std::string();
}

}  // namespace

std::string_view commandName(const Command& command) {
    return std::visit(Overloaded{[](const command::SetVisible&) { return "layer.visible"; },
                                 [](const command::SetOpacity&) { return "layer.opacity"; },
                                 [](const command::MoveLayer&) { return "layer.move"; },
                                 [](const command::Solo&) { return "layer.solo"; },
                                 [](const command::ApplyTheme&) { return "theme.apply"; },
                                 [](const command::SetUnitOffset&) { return "unit.offset"; }},
                      command);
}

DocumentPtr apply(const DocumentPtr& document, const Command& command) {
    Document changed = *document;
    std::visit([&](const auto& c) { change(changed, c); }, command);
    return changed == *document ? document : std::make_shared<const Document>(std::move(changed));
}

void History::run(const Command& command) {
    DocumentPtr next = layers::apply(m_now, command);
    if (next == m_now) return;
    const std::string key = mergeKey(command);
    m_future.clear();
    const bool merges = !key.empty() && key == m_lastMerged && !m_past.empty();
    m_lastMerged = key;
    if (!merges) {
        m_past.push_back(std::move(m_now));
        if (m_past.size() > kMaxSteps) m_past.erase(m_past.begin());
    }
    m_now = std::move(next);
    if (merges && *m_now == *m_past.back()) undo(), m_future.clear();  // dragged back to where it began: no step at all
}

void History::amend(const std::function<DocumentPtr(const DocumentPtr&)>& amended) {
    m_now = amended(m_now);
    for (auto* steps : {&m_past, &m_future})
        for (DocumentPtr& step : *steps) step = amended(step);
}

bool History::undo() {
    if (m_past.empty()) return false;
    m_future.push_back(std::move(m_now));
    m_now = std::move(m_past.back());
    m_past.pop_back();
    m_lastMerged.clear();
    return true;
}

bool History::redo() {
    if (m_future.empty()) return false;
    m_past.push_back(std::move(m_now));
    m_now = std::move(m_future.back());
    m_future.pop_back();
    m_lastMerged.clear();
    return true;
}

}  // namespace layers
