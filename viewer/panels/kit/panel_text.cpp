// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/panel_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <iterator>
#include <utility>

#include "geodata/crs/position_text.hpp"
#include "layers/text/readable_characters.hpp"

namespace viewer {
namespace {

constexpr std::string_view kEllipsis = "…", kThinSpace = "\u2009";

// Where the character ends that begins at `at`; `text` is UTF-8.
std::size_t characterEnd(std::string_view text, std::size_t at) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    return at;
}

char32_t firstOf(std::string_view text) {
    const std::u32string characters = layers::readableCharacters(text, 1);
    return characters.empty() ? U'\0' : characters.front();
}

char32_t small(char32_t letter) {
    return letter < 0x80 ? static_cast<char32_t>(std::tolower(static_cast<int>(letter))) : letter;
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", countText(count), count == 1 ? one : many);
}

std::uint64_t warningCount(const SourceState& state) { return state.warnings.size(); }

void addLine(std::vector<CardLine>& lines, std::string label, std::string_view value) {
    if (!value.empty()) lines.push_back({std::move(label), shownText(value, 600), {}});
}

const std::string& nameOf(const layers::Unit& unit) { return unit.name.empty() ? unit.id : unit.name; }

// "valid_from" reads as "Valid from".
std::string readableColumn(std::string_view column) {
    std::string name = shownText(column, 60);
    std::ranges::replace(name, '_', ' ');
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

// All of it is read; what is made of it, for fast drawing, is not there yet.
bool isPrepared(const SourceState& state) {
    return state.status == SourceStatus::reading && state.total > 0 && state.done >= state.total;
}

// Said by the lines of the position already.
bool isPosition(std::string_view column) { return column == "lat" || column == "lon"; }

std::string scaleText(double n) { return "1:" + countText(static_cast<std::uint64_t>(std::llround(n))); }

}  // namespace

std::string shownText(std::string_view text, std::size_t maxBytes) {
    const std::string marked = geodata::quoted(text, maxBytes);
    return marked.substr(1, marked.size() - 2);
}

std::string cutToWidth(std::string_view text, float widthPx, const TextWidth& width) {
    if (width(text) <= widthPx) return std::string(text);
    std::vector<std::size_t> ends{0};
    while (ends.back() < text.size()) ends.push_back(characterEnd(text, ends.back()));
    const auto cut = [&](std::size_t end) { return std::string(text.substr(0, end)) + std::string(kEllipsis); };
    const auto tooLong =
        std::partition_point(ends.begin() + 1, ends.end(), [&](std::size_t end) { return width(cut(end)) <= widthPx; });
    std::size_t end = *(tooLong - 1);
    while (end > 0 && text[end - 1] == ' ') --end;
    return cut(end);
}

std::string countText(std::uint64_t count) {
    std::string digits = std::to_string(count);
    if (digits.size() < 5) return digits;
    for (std::size_t at = digits.size() - 3; at > 0 && at < digits.size(); at -= 3) {
        digits.insert(at, kThinSpace);
        if (at <= 3) break;
    }
    return digits;
}

std::optional<float> progressOf(const SourceState& state) {
    if (state.status != SourceStatus::reading || state.total == 0) return std::nullopt;
    return std::min(1.0F, static_cast<float>(static_cast<double>(state.done) / static_cast<double>(state.total)));
}

std::string clusterText(std::uint32_t points) { return countText(points) + " points here; zoom in to see them"; }

std::string stateText(const SourceState& state) {
    if (isPrepared(state)) return "preparing";
    if (state.status == SourceStatus::failed) return state.features > 0 ? countText(state.features) : std::string();
    if (state.status == SourceStatus::ready) return countText(state.features);
    if (const auto progress = progressOf(state)) return fmt::format("{:.0f}\u2009%", std::floor(*progress * 100));
    return state.done > 0 ? countText(state.done) : std::string(kEllipsis);
}

// ", 12 400 a second, 3 s left"; nothing in the first second, when both would be guesses.
std::string paceText(const SourceState& state) {
    if (state.readingS < 1 || state.done == 0) return {};
    const double perSecond = static_cast<double>(state.done) / state.readingS;
    const std::string rate =
        perSecond >= 1 ? fmt::format(", {} a second", countText(static_cast<std::uint64_t>(perSecond))) : std::string();
    if (state.total <= state.done) return rate;
    return rate + fmt::format(", {:.0f} s left", std::ceil(static_cast<double>(state.total - state.done) / perSecond));
}

std::string detailText(const SourceState& state) {
    if (isPrepared(state)) return "Preparing: all " + counted(state.done, "feature is", "features are") + " read";
    if (state.status == SourceStatus::reading) {
        if (state.total > 0)
            return fmt::format("Reading: {} of {} features", countText(state.done), countText(state.total)) +
                   paceText(state);
        return state.done > 0 ? "Reading: " + counted(state.done, "feature", "features") + paceText(state) : "Reading…";
    }
    std::string text = counted(state.features, "feature", "features");
    if (warningCount(state) > 0) text += ", " + counted(warningCount(state), "warning", "warnings");
    if (state.status == SourceStatus::failed) return state.features > 0 ? "Stopped after " + text : std::string();
    return state.fromCache ? text + ", from the cache" : text;
}

std::string layerTimeText(const layers::LayerSpec& layer) {
    if (!layer.validFrom.empty() && !layer.validTo.empty())
        return fmt::format("Shown from {} until {}.", layer.validFrom, layer.validTo);
    if (!layer.validFrom.empty()) return fmt::format("Shown from {} on.", layer.validFrom);
    if (!layer.validTo.empty()) return fmt::format("Shown until {}.", layer.validTo);
    return {};
}

std::string scaleRangeText(const layers::LayerSpec& layer) {
    if (layer.scales.least > 0 && layer.scales.most > 0)
        return fmt::format("Shown from {} to {}.", scaleText(layer.scales.least), scaleText(layer.scales.most));
    if (layer.scales.least > 0) return fmt::format("Shown at {} and smaller scales.", scaleText(layer.scales.least));
    if (layer.scales.most > 0) return fmt::format("Shown at {} and larger scales.", scaleText(layer.scales.most));
    return {};
}

std::string datesText(const layers::Unit& unit) {
    if (!unit.validFrom.empty() && unit.validFrom == unit.validTo) return "on " + unit.validFrom;
    std::string text;
    if (!unit.validFrom.empty()) text = "from " + unit.validFrom;
    if (!unit.validTo.empty()) text += (text.empty() ? "until " : " until ") + unit.validTo;
    return text;
}

std::string uncertaintyText(double uncertaintyM) {
    if (!(uncertaintyM > 0) || !std::isfinite(uncertaintyM)) return {};
    if (uncertaintyM < 1000) return fmt::format("± {:.0f} m", uncertaintyM);
    const double tenths = std::round(uncertaintyM / 100);
    return std::fmod(tenths, 10) == 0 ? fmt::format("± {:.0f} km", tenths / 10)
                                      : fmt::format("± {:.1f} km", tenths / 10);
}

std::string unitSubtitle(const layers::Unit& unit) {
    std::string text;
    for (const std::string* part : {&unit.country, &unit.echelon, &unit.type})
        if (!part->empty() && *part != "none")
            text += (text.empty() ? "" : " · ") + shownText(*part, 80);  // a base has no echelon
    return text;
}

std::optional<std::size_t> choiceAt(std::span<const std::string> choices, char32_t letter,
                                    std::optional<std::size_t> after) {
    const char32_t wanted = small(letter);
    const auto begins = [&](std::size_t i) { return small(firstOf(choices[i])) == wanted; };
    const std::size_t first = after && *after < choices.size() && begins(*after) ? *after + 1 : 0;
    for (std::size_t n = 0; n < choices.size(); ++n)
        if (const std::size_t i = (first + n) % choices.size(); begins(i)) return i;
    return {};
}

std::vector<CardLine> positionLines(geodata::LonLat position, double uncertaintyM) {
    const int zeros = uncertaintyM > 1 ? static_cast<int>(std::lround(std::min(5.0, std::log10(uncertaintyM)))) : 0;
    std::vector<CardLine> lines;
    addLine(lines, "MGRS", geodata::mgrsText(position, 5 - zeros));
    addLine(lines, "UTM", geodata::utmText(position, std::pow(10, zeros)));
    addLine(lines, "Degrees", geodata::lonLatText(position, 5 - zeros));
    return lines;
}

std::vector<CardLine> cardLines(const CardAsk& ask) {
    const auto& units = ask.orbat.units;
    const layers::Unit& unit = units[ask.unit];
    std::vector<CardLine> lines;
    addLine(lines, "Strength", unit.strength);
    if (unit.tree.parentIndex)
        addLine(lines, "Higher unit", nameOf(units[*unit.tree.parentIndex])),
            lines.back().leadsTo = unit.tree.parentIndex;
    std::string label = "Subordinate units";
    for (const std::size_t child : unit.tree.children) {
        if (!layers::validOn(units[child], ask.date)) continue;
        addLine(lines, std::exchange(label, ""), nameOf(units[child]));
        lines.back().leadsTo = child;
    }
    addLine(lines, "Place", unit.place);
    if (ask.position)
        std::ranges::move(positionLines(*ask.position, unit.accuracy.uncertaintyM), std::back_inserter(lines));
    const std::string uncertainty = uncertaintyText(unit.accuracy.uncertaintyM);
    if (!unit.position) addLine(lines, "Position", "not known");
    else if (!uncertainty.empty()) addLine(lines, "", "approximate, " + uncertainty);
    addLine(lines, "Present", datesText(unit));
    for (std::size_t i = 0; i < units.size() && !unit.id.empty(); ++i) {
        const bool isBefore = !unit.relieves.empty() && units[i].id == unit.relieves,
                   isAfter = units[i].relieves == unit.id;
        if (!isBefore && !isAfter) continue;
        addLine(lines, isBefore ? "Took over from" : "Handed over to", nameOf(units[i]));
        lines.back().leadsTo = i;
    }
    for (const auto& [column, value] : unit.extra)
        if (!value.empty() && !(unit.position && isPosition(column))) addLine(lines, readableColumn(column), value);
    addLine(lines, "Symbol", unit.sidc);
    addLine(lines, "Id", unit.id);
    addLine(lines, "Source", unit.source);
    return lines;
}

std::vector<std::string> keyCaps(std::string_view keys) {
    std::vector<std::string> caps(1);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const bool parts = keys[i] == '+' && !caps.back().empty() && i + 1 < keys.size();
        if (parts) caps.emplace_back();
        else caps.back() += keys[i];
    }
    if (caps.back().empty()) caps.pop_back();
    return caps;
}

std::string switchWords(std::string_view name) {
    if (name == "unit-table") return "ORBAT table";
    if (name == "as-of") return "Accuracy";
    std::string words(name);
    std::ranges::replace(words, '-', ' ');
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

}  // namespace viewer
