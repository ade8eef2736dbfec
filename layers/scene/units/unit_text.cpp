// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/units/unit_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "layers/orbat/symbol_amplifiers.hpp"
#include "layers/orbat/symbol_code.hpp"

namespace layers {
namespace {

std::string extraOf(const Unit& unit, const std::string& column) {
    const auto found = std::ranges::find(unit.extra, column, &std::pair<std::string, std::string>::first);
    return column.empty() || found == unit.extra.end() ? std::string() : found->second;
}

// The table's own word, or the name of the unit above.
std::string higherOf(const Orbat& orbat, const Unit& unit, const std::string& shortNameColumn) {
    if (!unit.symbol.higher.empty() || !unit.tree.parentIndex) return unit.symbol.higher;
    return shortNameOf(orbat.units[*unit.tree.parentIndex], shortNameColumn);
}

// "± 2 km", "± 500 m"
std::string sureness(double uncertaintyM) {
    if (uncertaintyM <= 0) return {};
    return uncertaintyM < 1000 ? fmt::format("± {:.0f} m", uncertaintyM)
                               : fmt::format("± {:.1f} km", std::round(uncertaintyM / 100) / 10);
}

// What the table says, and how sure the position is.
std::string additionalInformation(const Unit& unit) {
    const auto found =
        std::ranges::find(unit.symbol.amplifiers, "additionalInformation", &std::pair<std::string, std::string>::first);
    const std::string said = found == unit.symbol.amplifiers.end() ? std::string() : found->second;
    const std::string sure = sureness(unit.accuracy.uncertaintyM);
    return said.empty() || sure.empty() ? said + sure : said + " / " + sure;
}

// "INDBATT · IND"
std::string nameAndCountry(const Unit& unit, const std::string& shortNameColumn) {
    std::string text = shortNameOf(unit, shortNameColumn);
    if (!unit.country.empty() && !text.starts_with(unit.country)) text += (text.empty() ? "" : " · ") + unit.country;
    return text;
}

}  // namespace

std::string shortNameOf(const Unit& unit, const std::string& shortNameColumn) {
    if (std::string name = extraOf(unit, shortNameColumn); !name.empty()) return name;
    std::string name = unit.name.substr(0, unit.name.find_first_of("(,;"));
    while (!name.empty() && name.back() == ' ') name.pop_back();
    return name;
}

std::string captionOf(const Orbat& orbat, std::size_t index, const UnitTexts& texts, bool isKnown) {
    const Unit& unit = orbat.units[index];
    const bool inSymbol = texts.amplifiers == Amplifiers::all && isKnown &&
                          codeFault(unit.sidc).empty();  // what is drawn for a wrong code has no texts
    if (texts.amplifiers == Amplifiers::none || inSymbol) return {};
    const std::string caption = nameAndCountry(unit, texts.shortNameColumn);
    const std::string higher =
        texts.amplifiers == Amplifiers::nameAndHigher ? higherOf(orbat, unit, texts.shortNameColumn) : std::string();
    return higher.empty() ? caption : caption + " / " + higher;
}

SymbolRequest requestOf(const std::string& sidc, SymbolColors colors) {
    SymbolRequest request{sidc, {}};
    if (colors != SymbolColors::light)
        request.amplifiers.emplace_back("colorMode", colors == SymbolColors::medium ? "Medium" : "Dark");
    return request;
}

SymbolRequest requestOf(const Orbat& orbat, std::size_t index, const UnitTexts& texts) {
    const Unit& unit = orbat.units[index];
    SymbolRequest request = requestOf(unit.sidc, texts.colors);
    const auto add = [&](const char* name, std::string value) {
        if (!value.empty()) request.amplifiers.emplace_back(name, std::move(value));
    };
    if (texts.amplifiers == Amplifiers::all) {
        add("uniqueDesignation",
            nameAndCountry(unit, texts.shortNameColumn));  // milsymbol has no place for a unit's country
        add("higherFormation", higherOf(orbat, unit, texts.shortNameColumn));
        if (hasEquipmentType(unit.sidc)) add("type", unit.type);
        for (const auto& [name, value] : unit.symbol.amplifiers)
            if (name != "additionalInformation") request.amplifiers.emplace_back(name, value);
        add("additionalInformation", additionalInformation(unit));
    }
    std::ranges::sort(request.amplifiers);
    return request;
}

}  // namespace layers
