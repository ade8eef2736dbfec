// SPDX-License-Identifier: Apache-2.0
// The step "store to rows": which column is which, and where a unit is.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "layers/orbat/orbat.hpp"
#include "layers/orbat/symbol_amplifiers.hpp"
#include "layers/orbat/symbol_code.hpp"
#include "layers/orbat/symbol_meaning.hpp"

namespace layers {
namespace {

using geodata::FeatureRef;
using geodata::GeometryKind;

struct TextRole {
    std::string_view role;
    std::string Unit::* member;
};
constexpr std::array<TextRole, 14> kTextRoles{{{"id", &Unit::id},
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

// Any line with a code; of areas those of operations: others are squares of MGRS, or where a unit is.
bool drawnAsGeometry(const FeatureRef& feature, const Unit& unit) {
    if (unit.sidc.empty() || feature.box().empty()) return false;
    return feature.kind() == GeometryKind::line ||
           (feature.kind() == GeometryKind::polygon && isControlMeasure(unit.sidc));
}

std::optional<geodata::Warning> plainMeasures(const Orbat& orbat) {
    const auto count = std::ranges::count_if(orbat.units, [](const Unit& unit) { return unit.accuracy.isGeometry; });
    if (count == 0) return {};
    return geodata::Warning{
        fmt::format("{} of the rows of {} are lines or areas with a symbol code. They are drawn plainly, "
                    "in the colour of their side, without the signs that APP-6 puts on them.",
                    count, geodata::quoted(orbat.table)),
        static_cast<std::uint64_t>(count)};
}

void setColumn(Unit& unit, const std::string& column, std::optional<std::string_view> role, std::string_view value) {
    const auto text = std::ranges::find(kTextRoles, role.value_or(""), &TextRole::role);
    if (text != kTextRoles.end()) unit.*text->member = value;
    else if (role == "higher") unit.symbol.higher = value;
    else if (role == "legend") unit.symbol.legend = value;
    else if (role == "uncertainty_m") unit.accuracy.uncertaintyM = metresOf(value);
    else if (!value.empty()) unit.extra.emplace_back(column, value);  // amplifiers too: the card has the table's words
    if (!role || value.empty() || std::ranges::find(kAmplifierRoles, *role) == std::end(kAmplifierRoles)) return;
    if (auto drawn = amplifierValue(*role, value)) unit.symbol.amplifiers.emplace_back(*role, std::move(*drawn));
}

// The code as it is drawn, and the country that only the code says.
void completeCode(Unit& unit) {
    unit.sidc = withStatus(standardCode(unit.sidc), unit.status);
    if (unit.country.empty()) unit.country = countryIn(unit.sidc);
}

// How many rows have a direction that is no number of degrees, with the first.
std::optional<geodata::Warning> badDirections(const geodata::Store& store, const ColumnMapping& mapping) {
    const auto roles = rolesOf(store.info(), mapping);
    const auto column = static_cast<std::size_t>(std::ranges::find(roles, "direction") - roles.begin());
    if (column == roles.size()) return {};
    std::uint64_t count = 0;
    std::string first;
    for (std::uint32_t row = 0; row < store.size(); ++row) {
        const std::string_view value = trimmed(store.feature(row).value(column));
        if (value.empty() || amplifierValue("direction", value)) continue;
        if (count++ == 0) first = geodata::quoted(std::string(value), 40);
    }
    if (count == 0) return {};
    return geodata::Warning{
        fmt::format("Units of {} with a direction that is no number of degrees from 0 to 360, which is not drawn: "
                    "{} (first: {}).",
                    geodata::quoted(store.info().layerName), count, first),
        count};
}

}  // namespace

Orbat buildOrbat(const geodata::Store& store, const ColumnMapping& mapping) {
    const auto& columns = store.info().columns;
    const auto roles = rolesOf(store.info(), mapping);
    std::vector<Unit> units(store.size());
    for (std::uint32_t row = 0; row < store.size(); ++row) {
        const FeatureRef feature = store.feature(row);
        for (std::size_t i = 0; i < columns.size(); ++i)
            setColumn(units[row], columns[i].name, roles[i], trimmed(feature.value(i)));
        completeCode(units[row]);
        units[row].row = feature.id();
        units[row].position = positionOf(feature);
        units[row].accuracy.isGeometry = drawnAsGeometry(feature, units[row]);
        if (!units[row].accuracy.isGeometry) units[row].accuracy.square = squareOf(feature);
    }
    Orbat orbat = linkUnits(std::move(units), store.info().layerName);
    for (auto warning : {badDirections(store, mapping), plainMeasures(orbat)})
        if (warning) orbat.warnings.push_back(std::move(*warning));
    return orbat;
}

}  // namespace layers
