// SPDX-License-Identifier: Apache-2.0
// The step "store to rows": which column is which, and where a unit is.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "layers/orbat/orbat.hpp"

namespace layers {
namespace {

using geodata::FeatureRef;
using geodata::GeometryKind;

struct TextRole {
    std::string_view role;
    std::string Unit::* member;
};
constexpr std::array<TextRole, 15> kTextRoles{{{"id", &Unit::id},
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
                                               {"valid_to", &Unit::validTo},
                                               {"higher", &Unit::higher},
                                               {"status", &Unit::status},
                                               {"relieves", &Unit::relieves}}};

std::string_view trimmed(std::string_view text) {
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
    return text;
}

// Metres; 0 where the table has no sensible value: the symbol then shows no uncertainty, and the card has the source.
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

std::vector<geodata::MapPoint> squareOf(const FeatureRef& feature) {
    if (feature.kind() != GeometryKind::polygon || feature.box().empty()) return {};
    const auto ring = feature.part(0);
    return {ring.begin(), ring.end()};
}

void setColumn(Unit& unit, const std::string& column, std::optional<std::string_view> role, std::string_view value) {
    const auto text = std::ranges::find(kTextRoles, role.value_or(""), &TextRole::role);
    if (text != kTextRoles.end()) unit.*text->member = value;
    else if (role) unit.accuracy.uncertaintyM = metresOf(value);  // the one role that is a number
    else if (!value.empty()) unit.extra.emplace_back(column, value);
}

}  // namespace

Orbat buildOrbat(const geodata::Store& store, const ColumnMapping& mapping) {
    const auto& columns = store.info().columns;
    const auto roles = rolesOf(columns, mapping);
    std::vector<Unit> units(store.size());
    for (std::uint32_t row = 0; row < store.size(); ++row) {
        const FeatureRef feature = store.feature(row);
        for (std::size_t i = 0; i < columns.size(); ++i)
            setColumn(units[row], columns[i].name, roles[i], trimmed(feature.value(i)));
        units[row].row = feature.id();
        units[row].position = positionOf(feature);
        units[row].accuracy.square = squareOf(feature);
    }
    return linkUnits(std::move(units), store.info().layerName);
}

}  // namespace layers
