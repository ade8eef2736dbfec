// SPDX-License-Identifier: Apache-2.0
// A session as text. Every text in it is plain ASCII, other bytes as %XX: names of files need not be UTF-8.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "layers/model/marginalia_switches.hpp"
#include "viewer/session/session.hpp"
#include "viewer/session/session_words.hpp"

namespace viewer {
namespace {

using Lines = std::vector<std::string>;

std::string quotedText(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const bool plain = c >= ' ' && c <= '~' && c != '%' && c != '"' && c != '\\';
        if (plain) out += c;
        else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out + "\"";
}

template <class Texts>
std::string quotedList(const Texts& texts) {
    Lines items;
    for (const std::string& text : texts) items.push_back(quotedText(text));
    return fmt::format("[{}]", fmt::join(items, ", "));
}

void addText(Lines& lines, std::string_view key, const std::string& text) {
    if (!text.empty()) lines.push_back(fmt::format("{} = {}", key, quotedText(text)));
}

void addWindow(Lines& lines, const Session& session) {
    if (!session.window) return;
    const WindowPlace& w = *session.window;
    lines.push_back("[window]");
    lines.push_back(fmt::format("x = {}\ny = {}\nwidth = {}\nheight = {}", w.x, w.y, w.size.width, w.size.height));
}

void addView(Lines& lines, const layers::MapView& view) {
    lines.push_back("[view]");
    lines.push_back(fmt::format("x = {}\ny = {}\nm_per_px = {}\nwidth = {}\nheight = {}", view.center.x, view.center.y,
                                view.mPerPx, view.size.width, view.size.height));
}

void addStage(Lines& lines, const layers::Stage& stage) {
    lines.push_back("[stage]");
    lines.push_back(fmt::format("user_factor = {}\nlabels = {}\ngrid = {}\nlegend = {}", stage.userFactor, stage.labels,
                                stage.grid, stage.legend));
    addText(lines, "grid_kind", std::string(wordOf(kGridWords, stage.gridKind)));
    addText(lines, "language", std::string(wordOf(kLanguageWords, stage.language)));
    addText(lines, "amplifiers", std::string(wordOf(kAmplifierWords, stage.amplifiers)));
    addText(lines, "symbol_colors", std::string(wordOf(kSymbolColorWords, stage.symbolColors)));
    addText(lines, "date", stage.date);
    addText(lines, "compare_date", stage.compareDate);
    if (stage.dpi > 0) lines.push_back(fmt::format("dpi = {}", stage.dpi));
}

void addMarginalia(Lines& lines, const layers::Marginalia& marginalia) {
    lines.push_back("[marginalia]");
    addText(lines, "subtitle", marginalia.subtitle);
    addText(lines, "note", marginalia.note);
    addText(lines, "marking", marginalia.marking);
    lines.push_back("shown = " + quotedList(layers::switchedOn(marginalia)));
}

void addUnits(Lines& lines, const layers::UnitFilter& units) {
    lines.push_back("[units]");
    lines.push_back("hidden = " + quotedList(units.hidden));
    addText(lines, "least_echelon", units.leastEchelon);
    addText(lines, "country", units.country);
    addText(lines, "status", units.status);
}

void addOrder(Lines& lines, const Differences& differences) {
    if (!differences.order) return;
    lines.push_back("[order]");
    lines.push_back("from = " + quotedList(differences.order->from));
    lines.push_back("to = " + quotedList(differences.order->to));
}

void addLayers(Lines& lines, const Differences& differences) {
    for (const auto& [id, layer] : differences.layers) {
        lines.push_back("[[layer]]");
        addText(lines, "id", id);
        if (layer.visible) lines.push_back(fmt::format("visible = {}", layer.visible->to));
        if (layer.opacity) lines.push_back(fmt::format("opacity = [{}, {}]", layer.opacity->from, layer.opacity->to));
    }
}

void addOffsets(Lines& lines, const Differences& differences) {
    for (const auto& [unit, offset] : differences.offsets) {
        lines.push_back("[[offset]]");
        lines.push_back("unit = " + quotedText(unit));
        if (offset) lines.push_back(fmt::format("right_pt = {}\ndown_pt = {}", offset->rightPt, offset->downPt));
    }
}

}  // namespace

std::string sessionText(const Session& session) {
    Lines files, lines{fmt::format("version = {}", kSessionVersion)};
    for (const auto& file : session.files) files.push_back(file.string());
    lines.push_back("files = " + quotedList(files));
    addText(lines, "crs", session.crs);
    addText(lines, "area_date", session.areaDate);
    addText(lines, "preset", session.preset);
    lines.push_back(fmt::format("fullscreen = {}\nshow_layers = {}\nhide_panels = {}", session.fullscreen,
                                session.showLayers, session.hidePanels));
    addWindow(lines, session);
    addView(lines, session.stage.view);
    addStage(lines, session.stage);
    addMarginalia(lines, session.stage.marginalia);
    addUnits(lines, session.stage.units);
    addOrder(lines, session.differences);
    addLayers(lines, session.differences);
    addOffsets(lines, session.differences);
    return fmt::format("{}\n{}", fmt::join(lines, "\n"), kSessionEnd);
}

}  // namespace viewer
