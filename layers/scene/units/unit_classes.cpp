// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/units/unit_classes.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "layers/orbat/symbol_meaning.hpp"
#include "layers/orbat/unit_filter.hpp"
#include "layers/scene/units/unit_text.hpp"

namespace layers {
namespace {

struct Members {
    const RosterUnit* first = nullptr;
    std::map<std::string, std::size_t> types;  // as the table writes them
    std::size_t count = 0;
};

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

// What the table says most often; without its bracket where the class's units differ.
std::string typeOf(const Members& members) {
    const auto most = std::ranges::max_element(members.types, {}, [](const auto& type) { return type.second; });
    std::string type = most->first;
    if (members.types.size() > 1)
        if (const auto bracket = type.find(" ("); bracket != type.npos) type.resize(bracket);
    return type.empty() ? std::string(functionOf(members.first->data().sidc)) : type;
}

// "headquarters" of a "division" is a division headquarters; a bracket comes last: "Engineer company (construction)".
std::string nameOf(const Members& members, bool saysAffiliation) {
    const std::string& noun = members.first->data().symbol.legend;  // the whole of it, where the table has one
    std::string type = noun.empty() ? typeOf(members) : noun, bracket;
    const std::string echelon(noun.empty() ? echelonOf(members.first->data()) : std::string_view());
    if (const auto at = type.find(" ("); at != type.npos) bracket = type.substr(at), type.resize(at);
    std::string name = type;
    if (!echelon.empty()) name = type == "headquarters" ? echelon + " " + type : type + " " + echelon;
    name = capitalised(name) + bracket;
    if (const auto side = affiliationOf(members.first->data().sidc); saysAffiliation && !side.empty())
        name += ", " + std::string(side);
    return name;
}

std::ptrdiff_t echelonRank(const Unit& unit) {
    const auto found = std::ranges::find(kEchelons, echelonOf(unit));
    return found == kEchelons.end() ? -1 : found - kEchelons.begin();
}

}  // namespace

std::vector<UnitClass> unitClassesOf(std::span<const RosterUnit* const> units, SymbolColors colors) {
    std::map<std::pair<std::string, std::string>, Members> classes;  // drawn and called alike: by code and legend
    std::set<std::string_view> sides;
    for (const RosterUnit* unit : units) {
        Members& members = classes[{unit->data().sidc, unit->data().symbol.legend}];
        if (members.first == nullptr) members.first = unit;
        ++members.types[unit->data().type];
        ++members.count;
        sides.insert(affiliationOf(unit->data().sidc));
    }
    std::vector<const Members*> order;
    for (const auto& [codeAndNoun, members] : classes) order.push_back(&members);
    std::ranges::stable_sort(order, [](const Members* a, const Members* b) {
        const Unit &one = a->first->data(), &other = b->first->data();
        if (echelonRank(one) != echelonRank(other)) return echelonRank(one) > echelonRank(other);
        return isHeadquarters(one.sidc) && !isHeadquarters(other.sidc);
    });
    std::vector<UnitClass> named;
    for (const Members* members : order)
        named.push_back({requestOf(*members->first->orbat, members->first->unit, {Amplifiers::none, colors}),
                         nameOf(*members, sides.size() > 1), members->count});
    for (UnitClass& one : named)  // two classes of one name also state how their symbols differ
        if (isMultinational(one.request.sidc) && std::ranges::count(named, one.name, &UnitClass::name) > 1)
            one.name += ", multinational";
    return named;
}

}  // namespace layers
