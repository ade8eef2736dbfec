// The step "store to rows": which column is which, and where a unit stands.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "layers/orbat/orbat.hpp"

namespace layers {
namespace {

using geodata::FeatureRef;
using geodata::GeometryKind;

struct TextColumn {
    std::string_view name;
    std::string Unit::* member;
};
constexpr std::array<TextColumn, 12> kTextColumns{{{"id", &Unit::id},
                                                   {"name", &Unit::name},
                                                   {"sidc", &Unit::sidc},
                                                   {"parent", &Unit::parent},
                                                   {"country", &Unit::country},
                                                   {"strength", &Unit::strength},
                                                   {"place", &Unit::place},
                                                   {"source", &Unit::source},
                                                   {"type", &Unit::type},
                                                   {"echelon", &Unit::echelon},
                                                   {"valid_from", &Unit::validFrom},
                                                   {"valid_to", &Unit::validTo}}};
constexpr std::string_view kUncertainty = "uncertainty_m";

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::string_view trimmed(std::string_view text) {
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
    return text;
}

// Metres; 0 where nothing sensible is said: the symbol then shows no uncertainty, the card has the source.
double metresOf(std::string_view text) {
    double metres = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), metres);
    const bool good = error == std::errc() && end == text.data() + text.size() && std::isfinite(metres) && metres > 0;
    return good ? metres : 0;
}

std::optional<geodata::MapPoint> positionOf(const FeatureRef& feature) {
    if (feature.kind() == GeometryKind::none || feature.box().empty()) return {};
    if (feature.kind() == GeometryKind::point) return feature.part(0)[0];
    return feature.box().center();
}

void setColumn(Unit& unit, const std::string& column, std::string_view value) {
    const std::string known = lowered(column);
    const auto text = std::ranges::find(kTextColumns, known, &TextColumn::name);
    if (text != kTextColumns.end()) unit.*text->member = value;
    else if (known == kUncertainty) unit.uncertaintyM = metresOf(value);
    else if (!value.empty()) unit.extra.emplace_back(column, value);
}

Unit unitOf(const FeatureRef& feature, const std::vector<geodata::Column>& columns) {
    Unit unit;
    for (std::size_t i = 0; i < columns.size(); ++i) setColumn(unit, columns[i].name, trimmed(feature.value(i)));
    unit.position = positionOf(feature);
    return unit;
}

}  // namespace

Orbat buildOrbat(const geodata::Store& store) {
    std::vector<Unit> units;
    units.reserve(store.size());
    for (std::uint32_t i = 0; i < store.size(); ++i) units.push_back(unitOf(store.feature(i), store.info().columns));
    return linkUnits(std::move(units), store.info().layerName);
}

}  // namespace layers
