// SPDX-License-Identifier: Apache-2.0
#include "layers/area/area_edits.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "layers/area/area.hpp"
#include "layers/area/table_reader.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kWhat = "edits of the area";
constexpr Bounds kShare{0, 1}, kOffsetPt{-1e5, 1e5};

std::string quotedText(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            out += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
        else out += c;
    }
    return out + "\"";
}

// Ids of the layers that both have.
std::vector<std::string> orderOf(const Document& document, const Document& other) {
    std::vector<std::string> ids;
    for (const LayerSpec& layer : document.layers)
        if (other.layer(layer.id) != nullptr) ids.push_back(quotedText(layer.id));
    return ids;
}

std::string layerText(const LayerSpec& before, const LayerSpec& now) {
    std::string text = fmt::format("\n[[layer]]\nid = {}\n", quotedText(now.id));
    if (now.visible != before.visible) text += fmt::format("visible = {}\n", now.visible);
    if (now.opacity != before.opacity) text += fmt::format("opacity = {}\n", now.opacity);
    return text;
}

class EditsReader {
public:
    EditsReader(Document area, Problems& problems) : m_area(std::move(area)), m_problems(problems) {}

    Document read(const TomlNode& top) {
        TableReader in(top, "the edits", m_problems);
        std::vector<std::string> order;
        for (auto& [id, place] : in.texts("order")) order.push_back(std::move(id));
        if (!order.empty()) sortBy(order);
        readAll(in, "layer", [this](TableReader& table) { readLayer(table); });
        readAll(in, "offset", [this](TableReader& table) { readOffset(table); });
        in.finish();
        return std::move(m_area);
    }

private:
    template <class Read>
    void readAll(TableReader& in, std::string_view key, Read read) {
        for (const TomlNode* table : in.tables(key)) {
            TableReader inner(*table, fmt::format("[[{}]]", key), m_problems);
            read(inner);
            inner.finish();
        }
    }

    void sortBy(const std::vector<std::string>& order) {
        std::ranges::stable_sort(m_area.layers, {}, [&](const LayerSpec& layer) {
            return std::ranges::find(order, layer.id) - order.begin();
        });
    }

    void readLayer(TableReader& in) {
        std::string id;
        in.requiredText("id", id);
        const auto found = std::ranges::find(m_area.layers, id, &LayerSpec::id);
        LayerSpec gone, &layer = found == m_area.layers.end() ? gone : *found;
        in.flag("visible", layer.visible);
        in.number("opacity", kShare, layer.opacity);
    }

    void readOffset(TableReader& in) {
        std::string unit;
        UnitOffset offset;
        in.requiredText("unit", unit);
        in.number("right_pt", kOffsetPt, offset.rightPt);
        in.number("down_pt", kOffsetPt, offset.downPt);
        m_area.unitOffsets[unit] = offset;
    }

    Document m_area;
    Problems& m_problems;
};

}  // namespace

fs::path editsFileOf(const fs::path& areaFile) { return fs::path(areaFile).replace_extension(".edits.toml"); }

std::string editsText(const Document& area, const Document& now) {
    const std::string areaName = area.file.filename().string();
    std::string text = fmt::format(
        "# Written by opsmap and laid over {}. Without this file the area is as its own file says.\n", areaName);
    if (const auto order = orderOf(now, area); order != orderOf(area, now))
        text += fmt::format("order = [{}]\n", fmt::join(order, ", "));
    for (const LayerSpec& layer : now.layers) {
        const LayerSpec* before = area.layer(layer.id);
        if (before != nullptr && (before->visible != layer.visible || before->opacity != layer.opacity))
            text += layerText(*before, layer);
    }
    for (const auto& [unit, offset] : now.unitOffsets)
        text += fmt::format("\n[[offset]]\nunit = {}\nright_pt = {}\ndown_pt = {}\n", quotedText(unit), offset.rightPt,
                            offset.downPt);
    return text;
}

geodata::Result<Document> withEdits(Document area, std::string_view toml, const fs::path& editsFile) {
    Problems problems(editsFile, std::string(kWhat));
    const auto parsed = parseToml(toml);
    if (const auto* fault = std::get_if<TomlFault>(&parsed)) {
        problems.add(fault->place, fault->reason);
        return problems.error();
    }
    Document edited = EditsReader(std::move(area), problems).read(std::get<TomlNode>(parsed));
    if (!problems.empty()) return problems.error();
    return edited;
}

geodata::Result<Document> readAreaWithEdits(const fs::path& areaFile) {
    auto area = readAreaFile(areaFile);
    if (!area) return area.error();
    const fs::path editsFile = editsFileOf(areaFile);
    std::error_code missing;
    if (!fs::exists(editsFile, missing)) return area;
    const auto text = readTomlText(editsFile, kWhat);
    if (!text) return text.error();
    return withEdits(std::move(*area), *text, editsFile);
}

}  // namespace layers
