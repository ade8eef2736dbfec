// SPDX-License-Identifier: Apache-2.0
// The text of a session to its value, through the same typed table reader as area files.
#include <fmt/format.h>

#include "layers/area/table_reader.hpp"
#include "layers/model/marginalia_switches.hpp"
#include "viewer/session/session.hpp"
#include "viewer/session/session_words.hpp"

namespace viewer {
namespace {

using layers::Bounds;
using layers::Problems;
using layers::TableReader;
using layers::TomlNode;

constexpr Bounds kMapM{-1e15, 1e15}, kPixels{-65536, 65536}, kSidePx{1, 65536}, kMPerPx{1e-6, 1e6}, kFactor{0.1, 10},
    kShare{0, 1}, kOffsetPt{-1e5, 1e5}, kDpi{1, 10000};

geodata::Error refused(const std::filesystem::path& file, std::string_view reason) {
    return geodata::failure("Cannot read session", geodata::quoted(file.string()), reason);
}

int hexDigit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

std::string plainText(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape =
            text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0;
        out += escape ? static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2])) : text[i];
        if (escape) i += 2;
    }
    return out;
}

void readText(TableReader& in, std::string_view key, std::string& to) {
    if (in.text(key, to)) to = plainText(to);
}

std::vector<std::string> readTexts(TableReader& in, std::string_view key) {
    std::vector<std::string> found;
    for (const auto& [text, place] : in.texts(key)) found.push_back(plainText(text));
    return found;
}

// The table under `key` to `read`; what it does not know is a problem.
template <class Read>
void readTable(TableReader& in, std::string_view key, Problems& problems, Read read) {
    const TomlNode* table = in.find(key);
    if (table == nullptr) return;
    if (table->kind != TomlNode::Kind::table)
        return problems.add(table->place, fmt::format("\"{}\" must be a table", key));
    TableReader inner(*table, fmt::format("[{}]", key), problems);
    read(inner);
    inner.finish();
}

void readSize(TableReader& in, layers::ScreenSize& to) {
    in.wholeNumber("width", kSidePx, to.width);
    in.wholeNumber("height", kSidePx, to.height);
}

void readWindow(TableReader& in, Session& to) {
    WindowPlace place;
    in.wholeNumber("x", kPixels, place.x);
    in.wholeNumber("y", kPixels, place.y);
    readSize(in, place.size);
    to.window = place;
}

void readView(TableReader& in, layers::MapView& to) {
    in.number("x", kMapM, to.center.x);
    in.number("y", kMapM, to.center.y);
    in.number("m_per_px", kMPerPx, to.mPerPx);
    readSize(in, to.size);
}

void readStage(TableReader& in, layers::Stage& to) {
    in.number("user_factor", kFactor, to.userFactor);
    in.flag("labels", to.labels);
    in.flag("grid", to.grid);
    in.flag("legend", to.legend);
    in.choice<layers::LabelLanguage>("language", kLanguageWords, to.language);
    in.choice<layers::GridKind>("grid_kind", kGridWords, to.gridKind);
    in.choice<layers::Amplifiers>("amplifiers", kAmplifierWords, to.amplifiers);
    in.choice<layers::SymbolColors>("symbol_colors", kSymbolColorWords, to.symbolColors);
    in.date("date", to.date);
    in.date("compare_date", to.compareDate);
    in.number("dpi", kDpi, to.dpi);
}

void readMarginalia(TableReader& in, Problems& problems, layers::Marginalia& to) {
    readText(in, "subtitle", to.subtitle);
    readText(in, "note", to.note);
    readText(in, "marking", to.marking);
    if (in.find("shown") == nullptr) return;
    const auto chosen = layers::withExactly(std::move(to), readTexts(in, "shown"));
    if (chosen) to = *chosen;
    else problems.add(in.place(), chosen.error().text);
}

void readUnits(TableReader& in, layers::UnitFilter& to) {
    for (std::string& id : readTexts(in, "hidden")) to.hidden.insert(std::move(id));
    readText(in, "least_echelon", to.leastEchelon);
    readText(in, "country", to.country);
    readText(in, "status", to.status);
}

void readLayer(TableReader& in, Differences& to) {
    std::string id;
    bool visible = false;
    std::vector<double> opacity;
    in.requiredText("id", id);
    LayerDifference& layer = to.layers[plainText(id)];
    if (in.flag("visible", visible)) layer.visible = ValueChange<bool>{!visible, visible};
    if (in.numbers("opacity", kShare, opacity) && opacity.size() == 2)
        layer.opacity = ValueChange<double>{opacity[0], opacity[1]};
}

void readOffset(TableReader& in, Differences& to) {
    std::string unit;
    layers::UnitOffset offset;
    readText(in, "unit", unit);
    const bool has = in.number("right_pt", kOffsetPt, offset.rightPt).has_value();
    in.number("down_pt", kOffsetPt, offset.downPt);
    to.offsets[unit] = has ? std::optional(offset) : std::nullopt;
}

template <class Read>
void readList(TableReader& in, std::string_view key, Problems& problems, Differences& to, Read read) {
    for (const TomlNode* table : in.tables(key)) {
        TableReader inner(*table, fmt::format("[[{}]]", key), problems);
        read(inner, to);
        inner.finish();
    }
}

void readDifferences(TableReader& in, Problems& problems, Differences& to) {
    readTable(in, "order", problems, [&](TableReader& order) {
        to.order = ValueChange<std::vector<std::string>>{readTexts(order, "from"), readTexts(order, "to")};
    });
    readList(in, "layer", problems, to, readLayer);
    readList(in, "offset", problems, to, readOffset);
}

Session read(TableReader& in, Problems& problems) {
    Session session;
    for (const std::string& file : readTexts(in, "files")) session.files.emplace_back(file);
    readText(in, "crs", session.crs);
    in.date("area_date", session.areaDate);
    readText(in, "preset", session.preset);
    in.flag("fullscreen", session.fullscreen);
    in.flag("show_layers", session.showLayers);
    in.flag("hide_panels", session.hidePanels);
    readTable(in, "window", problems, [&](TableReader& table) { readWindow(table, session); });
    readTable(in, "view", problems, [&](TableReader& table) { readView(table, session.stage.view); });
    readTable(in, "stage", problems, [&](TableReader& table) { readStage(table, session.stage); });
    readTable(in, "marginalia", problems,
              [&](TableReader& table) { readMarginalia(table, problems, session.stage.marginalia); });
    readTable(in, "units", problems, [&](TableReader& table) { readUnits(table, session.stage.units); });
    readDifferences(in, problems, session.differences);
    return session;
}

}  // namespace

geodata::Result<Session> parseSession(std::string_view text, const std::filesystem::path& file) {
    if (!text.ends_with(kSessionEnd)) return refused(file, "its end is missing");
    const auto parsed = layers::parseToml(text);
    if (const auto* fault = std::get_if<layers::TomlFault>(&parsed))
        return refused(file, fmt::format("line {}: {}", fault->place.line, fault->reason));
    Problems problems(file);
    TableReader in(std::get<TomlNode>(parsed), "the session", problems);
    int version = 0;
    in.wholeNumber("version", {0, 1e6}, version);
    if (version != kSessionVersion)
        return refused(file, fmt::format("it is of version {}, not {}", version, kSessionVersion));
    Session session = read(in, problems);
    if (session.stage.view.size.width == 0 || session.stage.view.size.height == 0)
        return refused(file, "it has no view");
    in.finish();
    if (!problems.empty()) return refused(file, "a value in it is not what a session holds");
    return session;
}

}  // namespace viewer
