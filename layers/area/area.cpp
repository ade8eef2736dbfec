// SPDX-License-Identifier: Apache-2.0
#include "layers/area/area.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>

#include "layers/area/color.hpp"
#include "layers/area/preset_reader.hpp"
#include "layers/area/style_reader.hpp"
#include "layers/area/table_reader.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;
using geodata::failure;

constexpr std::uintmax_t kMaxBytes =
    4U << 20U;  // hand-written files are a hundredth of that; data does not belong here

constexpr std::array<std::pair<std::string_view, std::optional<LayerKind>>, 4> kKinds{
    {{"vector", LayerKind::vector},
     {"units", LayerKind::units},
     {"graticule", LayerKind::graticule},
     {"raster", std::nullopt}}};

bool isId(std::string_view text) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, allowed);
}

// Reads one file's tables in turn and remembers what must be unique.
class AreaReader {
public:
    AreaReader(const fs::path& file, Problems& problems) : m_problems(problems) {
        m_area.file = file;
        m_area.id = file.stem().string();
        m_area.title = m_area.id;
    }

    Document read(const TomlNode& root) {
        TableReader in(root, "the file", m_problems);
        readHead(in.find("area"));
        for (const TomlNode* table : in.tables("layer")) readLayer(*table);
        for (const TomlNode* table : in.tables("theme")) readTheme(*table);
        for (const TomlNode* table : in.tables("slide")) checkSlide(*table);
        m_area.presets = readPresets(in, m_problems);
        in.finish();
        return std::move(m_area);
    }

private:
    void readHead(const TomlNode* table) {
        if (!table || table->kind != TomlNode::Kind::table) {
            m_problems.add(table ? table->place : Place{}, "it has no [area] table",
                           "Begin it with [area], title = \"…\" and crs = \"EPSG:…\".");
            return;
        }
        TableReader in(*table, "[area]", m_problems);
        in.text("title", m_area.title);
        in.requiredText("crs", m_area.crs);
        readExtent(in, "home", m_problems, m_area.home);
        in.date("date", m_area.date);
        in.text("marking", m_area.marking);
        in.text("disclaimer", m_area.disclaimer);
        in.textOrDate("as_of", m_area.asOf);
        std::string timeline;
        if (in.text("timeline", timeline) && !timeline.empty()) m_area.timeline = absolutePath(timeline);
        Amplifiers amplifiers{};
        if (in.choice<Amplifiers>("amplifiers", kAmplifierWords, amplifiers)) m_area.amplifiers = amplifiers;
        SymbolColors colors{};
        if (in.choice<SymbolColors>("symbol_colors", kSymbolColorWords, colors)) m_area.symbolColors = colors;
        Rgba background{255, 255, 255, 255};
        const auto place = in.color("background", background);
        if (place && background.a < 255) m_problems.add(*place, "\"background\" must be opaque");
        m_area.background = colorText(background);
        in.finish();
    }

    void readLayer(const TomlNode& table) {
        TableReader in(table, "[[layer]]", m_problems);
        LayerSpec layer;
        readId(in, layer);
        layer.title = layer.id;
        in.text("title", layer.title);
        in.text("group", layer.group);
        readSource(in, layer);
        in.flag("visible", layer.visible);
        in.number("opacity", {0, 1}, layer.opacity);
        readScales(in, layer);
        readTimes(in, layer);
        readKey(in, layer);
        in.text("marking", layer.marking);
        in.textOrDate("as_of", layer.asOf);
        in.text("attribution", layer.attribution);
        readLayerStyle(in, layer);
        in.finish(m_styleKeys, "the layer's style");
        m_area.layers.push_back(std::move(layer));
    }

    void readId(TableReader& in, LayerSpec& layer) {
        const auto place = in.requiredText("id", layer.id);
        if (!place) return;
        if (!isId(layer.id))
            m_problems.add(*place, fmt::format("{} is no layer id", geodata::quoted(layer.id, 60)),
                           "Write 1 to 64 of a–z, 0–9, _ and -.");
        else if (!m_ids.insert(layer.id).second)
            m_problems.add(*place, fmt::format("a second layer has the id {}", geodata::quoted(layer.id)));
    }

    void readSource(TableReader& in, LayerSpec& layer) {
        std::optional<LayerKind> kind = LayerKind::vector;
        const auto place = in.choice<std::optional<LayerKind>>("kind", kKinds, kind);
        if (!kind) m_problems.add(*place, "layers of kind \"raster\" cannot be shown yet");
        layer.kind = kind.value_or(LayerKind::vector);
        std::string source;
        if (layer.kind == LayerKind::graticule) {
            if (const auto given = in.text("source", source)) m_problems.add(*given, "a graticule has no \"source\"");
        } else if (in.requiredText("source", source)) {
            layer.source = absolutePath(source);
        }
        in.text("table", layer.table);
        in.text("where", layer.where);
        in.text("crs", layer.crs);
        in.text("encoding", layer.encoding);
        readColumns(in, layer);
    }

    void readTimes(TableReader& in, LayerSpec& layer) {
        in.date("valid_from", layer.validFrom);
        const auto to = in.date("valid_to", layer.validTo);
        if (to && layer.validTo <= layer.validFrom)
            m_problems.add(*to, "\"valid_to\" must be later than \"valid_from\"");
    }

    // Of units any role; of other layers only those that say where a row is.
    void readColumns(TableReader& in, LayerSpec& layer) {
        const TomlNode* table = in.find("columns");
        if (!table) return;
        if (table->kind != TomlNode::Kind::table)
            return m_problems.add(table->place, "\"columns\" must be a table",
                                  "Write columns = { name = \"…\", sidc = \"…\" }.");
        TableReader columns(*table, "the layer's columns", m_problems);
        const auto readRole = [&](std::string_view role) {
            std::string column;
            if (columns.text(role, column)) layer.columns.emplace(role, column);
        };
        for (const std::string_view role : kPositionRoles) readRole(role);
        if (layer.kind == LayerKind::units) {
            for (const std::string_view role : kUnitRoles) readRole(role);
            for (const std::string_view role : kAmplifierRoles) readRole(role);
        }
        columns.finish();
    }

    fs::path absolutePath(const std::string& source) const {
        std::error_code error;
        const fs::path folder = fs::absolute(m_area.file, error).parent_path();
        return (folder / source).lexically_normal();
    }

    void readScales(TableReader& in, LayerSpec& layer) {
        constexpr Bounds kScale{0, 1e10};
        in.number("min_scale", kScale, layer.scales.least);
        const auto place = in.number("max_scale", kScale, layer.scales.most);
        if (place && layer.scales.most > 0 && layer.scales.most < layer.scales.least)
            m_problems.add(*place, "\"max_scale\" must not be below \"min_scale\"", "Both are the n of a scale 1:n.");
    }

    void readKey(TableReader& in, LayerSpec& layer) {
        const auto place = in.wholeNumber("key", {1, 9}, layer.key);
        if (place && !m_keys.insert(layer.key).second)
            m_problems.add(*place, fmt::format("a second layer has the key {}", layer.key));
    }

    void readLayerStyle(TableReader& in, LayerSpec& layer) {
        const TomlNode* style = in.find("style");
        if (!style) return;
        if (style->kind == TomlNode::Kind::table) layer.style = readStyle(*style, m_problems);
        else
            m_problems.add(style->place, "\"style\" must be a table",
                           "Write style = {…} or [layer.style] below the layer.");
    }

    void readTheme(const TomlNode& table) {
        TableReader in(table, "[[theme]]", m_problems);
        Theme theme;
        const auto place = in.requiredText("name", theme.name);
        if (place && !m_themes.insert(theme.name).second)
            m_problems.add(*place, fmt::format("a second theme has the name {}", geodata::quoted(theme.name, 60)));
        theme.title = theme.name;
        in.text("title", theme.title);
        theme.layers = layerIds(in);
        in.finish();
        m_area.themes.push_back(std::move(theme));
    }

    std::vector<std::string> layerIds(TableReader& in) {
        std::vector<std::string> ids;
        for (auto& [id, place] : in.texts("layers")) {
            if (!m_ids.contains(id)) reportUnknownLayer(id, place);
            ids.push_back(std::move(id));
        }
        return ids;
    }

    void reportUnknownLayer(const std::string& id, Place place) {
        std::string nearest;
        if (!m_problems.many()) nearest = nearestWord(id, std::vector<std::string>(m_ids.begin(), m_ids.end()));
        m_problems.add(place, fmt::format("there is no layer {}", geodata::quoted(id, 60)),
                       nearest.empty() ? "" : fmt::format("Did you mean {}?", geodata::quoted(nearest)));
    }

    void checkSlide(const TomlNode& table) {
        TableReader in(table, "[[slide]]", m_problems);
        std::string ignored;
        std::optional<LonLatBox> extent;
        in.text("title", ignored);
        in.text("notes", ignored);
        in.date("date", ignored);
        readExtent(in, "extent", m_problems, extent);
        layerIds(in);
        in.finish();
    }

    Problems& m_problems;
    Document m_area;
    std::set<std::string> m_ids, m_themes;
    std::set<int> m_keys;
    std::vector<std::string> m_styleKeys = styleKeys();
};

std::string advice(const TomlFault& fault) {
    if (fault.reason.find("utf-8") != std::string::npos) return "Save the file as UTF-8.";
    return {};
}

// Why the file cannot be read as a whole; nothing where it can.
std::string refusal(const fs::path& file) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) return "there is no such file";
    if (error) return error.message();
    if (fs::is_directory(status)) return "it is a folder";
    if (!fs::is_regular_file(status)) return "it is no regular file";
    if (fs::file_size(file, error) > kMaxBytes && !error)
        return fmt::format("it has more than {} MB", kMaxBytes >> 20U);
    return error ? error.message() : "";
}

}  // namespace

geodata::Result<Document> parseArea(std::string_view toml, const fs::path& file) {
    Problems problems(file);
    const auto parsed = parseToml(toml);
    if (const auto* fault = std::get_if<TomlFault>(&parsed)) {
        problems.add(fault->place, fault->reason, advice(*fault));
        return problems.error();
    }
    Document area = AreaReader(file, problems).read(*std::get_if<TomlNode>(&parsed));
    if (!problems.empty()) return problems.error();
    return area;
}

geodata::Result<std::string> readTomlText(const fs::path& file, std::string_view what) {
    const auto refused = [&](std::string_view reason) {
        return failure(fmt::format("Cannot read {}", what), geodata::quoted(file.string()), reason);
    };
    if (const std::string reason = refusal(file); !reason.empty()) return refused(reason);
    std::ifstream in(file, std::ios::binary);
    std::string text(kMaxBytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!in.eof()) return refused(in.good() ? "it grew while it was read" : std::strerror(errno));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

geodata::Result<Document> readAreaFile(const fs::path& file) {
    const auto text = readTomlText(file, "area file");
    if (!text) return text.error();
    return parseArea(*text, file);
}

}  // namespace layers
