// SPDX-License-Identifier: Apache-2.0
#include "viewer/cli/argument_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "layers/model/date.hpp"
#include "layers/model/marginalia_switches.hpp"

namespace viewer {
namespace {

using geodata::Error;
using geodata::Result;

template <class Number>
std::optional<Number> numberOf(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return number;
}

// Finite numbers between commas; empty where a piece is none.
std::vector<double> numbersOf(std::string_view text) {
    std::vector<double> numbers;
    for (;;) {
        const std::size_t comma = text.find(',');
        const auto number = numberOf<double>(text.substr(0, comma));
        if (!number || !std::isfinite(*number)) return {};
        numbers.push_back(*number);
        if (comma == text.npos) return numbers;
        text.remove_prefix(comma + 1);
    }
}

bool isPosition(double lon, double lat) { return std::abs(lon) <= 180 && std::abs(lat) <= 90; }

Error refused(std::string_view what, std::string_view text, std::string_view reason, std::string_view advice) {
    return geodata::failure(fmt::format("Cannot use the {}", what), geodata::quoted(text, 60), reason, advice);
}

}  // namespace

Result<layers::ScreenSize> parseSize(std::string_view text) {
    const std::size_t x = text.find('x');
    const auto width = numberOf<int>(text.substr(0, x));
    const auto height = numberOf<int>(x == text.npos ? "" : text.substr(x + 1));
    if (!width || !height)
        return refused("size", text, "it is not of the form WIDTHxHEIGHT", "Write for example --size 3840x2160.");
    const auto fits = [](int side) { return side >= kMinSidePx && side <= kMaxSidePx; };
    if (fits(*width) && fits(*height)) return layers::ScreenSize{*width, *height};
    return refused("size", text, fmt::format("each side must have {} to {} pixels", kMinSidePx, kMaxSidePx), "");
}

Result<geodata::LonLatBox> parseExtent(std::string_view text) {
    const auto n = numbersOf(text);
    if (n.size() != 4)
        return refused("extent", text, "it is not of the form W,S,E,N in degrees",
                       "Write for example --extent 35,33,35.9,33.6.");
    if (!isPosition(n[0], n[1]) || !isPosition(n[2], n[3]))
        return refused("extent", text, "it reaches beyond 180° or 90°", "");
    if (n[1] >= n[3]) return refused("extent", text, "its south does not lie below its north", "");
    if (n[0] == n[2]) return refused("extent", text, "its west is its east", "");
    return geodata::LonLatBox{n[0], n[1], n[2], n[3]};
}

Result<geodata::LonLat> parseCenter(std::string_view text) {
    const auto n = numbersOf(text);
    if (n.size() != 2)
        return refused("center", text, "it is not of the form LON,LAT in degrees",
                       "Write for example --center 35.2,33.27.");
    if (!isPosition(n[0], n[1])) return refused("center", text, "it lies beyond 180° or 90°", "");
    return geodata::LonLat{n[0], n[1]};
}

Result<double> parseScale(std::string_view text) {
    const auto n = numberOf<double>(text.starts_with("1:") ? text.substr(2) : text);
    if (n && *n >= 1 && *n <= 1e10) return *n;
    return refused("scale", text, "it is no number from 1 to 10000000000",
                   "Write for example --scale 250000 for 1:250000.");
}

Result<std::string> parseDate(std::string_view text) {
    if (layers::isDate(text)) return std::string(text);
    return refused("date", text, "it is no day of the form YYYY-MM-DD", "Write for example --date 2018-11-06.");
}

Result<layers::LabelLanguage> parseLanguage(std::string_view text) {
    if (text == "latin") return layers::LabelLanguage::latin;
    if (text == "arabic") return layers::LabelLanguage::arabic;
    if (text == "both") return layers::LabelLanguage::both;
    return refused("language", text, "labels are written in \"latin\", \"arabic\" or \"both\"", "");
}

Result<layers::Amplifiers> parseAmplifiers(std::string_view text) {
    for (const auto& [word, value] : layers::kAmplifierWords)
        if (word == text) return value;
    return refused("choice of texts at symbols", text,
                   "it is neither \"none\", \"name\", \"name-and-higher\" nor \"all\"", "");
}

Result<layers::SymbolColors> parseSymbolColors(std::string_view text) {
    for (const auto& [word, value] : layers::kSymbolColorWords)
        if (word == text) return value;
    return refused("colours of symbols", text, "they are neither \"light\", \"medium\" nor \"dark\"", "");
}

Result<PaperName> parsePaper(std::string_view text) {
    constexpr std::string_view kPortrait = "-portrait";
    const bool upright = text.ends_with(kPortrait);
    const std::string_view name = upright ? text.substr(0, text.size() - kPortrait.size()) : text;
    if (layers::paperOf(name, upright)) return PaperName{std::string(name), upright};
    return refused("paper", text, "it is neither A4, A3, A2, A1 nor A0, nor one of them with -portrait", "");
}

Result<std::string> parseAspect(std::string_view text) {
    if (layers::aspectOf(text)) return std::string(text);
    return refused("aspect", text, "it is neither 16:9, 4:3 nor 1:1", "");
}

Result<std::vector<std::string>> parseMarginalia(std::string_view text) {
    std::vector<std::string> edits;
    for (std::string_view rest = text;;) {
        const std::size_t comma = rest.find(',');
        edits.emplace_back(rest.substr(0, comma));
        if (comma == rest.npos) break;
        rest.remove_prefix(comma + 1);
    }
    if (const auto known = layers::withSwitches({}, edits); !known) return known.error();
    return edits;
}

Result<double> parseDpi(std::string_view text) {
    const auto n = numberOf<double>(text);
    if (n && *n >= 30 && *n <= 2400) return *n;
    return refused("resolution", text, "it is no number from 30 to 2400 dots per inch", "Write for example --dpi 300.");
}

Result<layers::GridChoice> parseGrid(std::string_view text) {
    if (text == "none") return layers::GridChoice{false};
    if (text == "geo") return layers::GridChoice{true, layers::GridKind::geo};
    if (text == "mgrs") return layers::GridChoice{true, layers::GridKind::mgrs};
    if (text == "utm") return layers::GridChoice{true, layers::GridKind::utm};
    return refused("grid", text, "it is neither \"none\", \"geo\", \"mgrs\" nor \"utm\"", "");
}

Result<ReloadPolicy> parseReload(std::string_view text) {
    if (text == "auto") return ReloadPolicy::automatic;
    if (text == "ask") return ReloadPolicy::ask;
    if (text == "off") return ReloadPolicy::off;
    return refused("way of reloading", text, "files that change are read again \"auto\", \"ask\" or \"off\"", "");
}

}  // namespace viewer
