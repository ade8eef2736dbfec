// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/symbol_meaning.hpp"

#include <array>
#include <utility>

namespace layers {
namespace {

using Meaning = std::pair<std::string_view, std::string_view>;

// Land units, by the first four digits of the entity.
constexpr std::array<Meaning, 46> kLandUnits{{{"1100", "command and control"},
                                              {"1102", "civil affairs"},
                                              {"1103", "civil-military cooperation"},
                                              {"1105", "liaison"},
                                              {"1106", "information operations"},
                                              {"1107", "radio"},
                                              {"1110", "signal"},
                                              {"1201", "air assault"},
                                              {"1202", "air traffic services"},
                                              {"1203", "amphibious"},
                                              {"1204", "anti-tank"},
                                              {"1205", "armour"},
                                              {"1206", "rotary-wing aviation"},
                                              {"1207", "aviation"},
                                              {"1208", "fixed-wing aviation"},
                                              {"1209", "combat"},
                                              {"1210", "combined arms"},
                                              {"1211", "infantry"},
                                              {"1212", "observers"},
                                              {"1213", "reconnaissance"},
                                              {"1215", "snipers"},
                                              {"1216", "surveillance"},
                                              {"1217", "special forces"},
                                              {"1218", "special operations forces"},
                                              {"1219", "unmanned systems"},
                                              {"1301", "air defence"},
                                              {"1303", "field artillery"},
                                              {"1307", "missiles"},
                                              {"1308", "mortars"},
                                              {"1401", "CBRN defence"},
                                              {"1402", "combat support"},
                                              {"1407", "engineer"},
                                              {"1408", "explosive ordnance disposal"},
                                              {"1412", "military police"},
                                              {"1413", "mines"},
                                              {"1414", "mine clearing"},
                                              {"1417", "security"},
                                              {"1510", "military intelligence"},
                                              {"1601", "administration"},
                                              {"1604", "ammunition"},
                                              {"1606", "combat service support"},
                                              {"1611", "maintenance"},
                                              {"1613", "medical"},
                                              {"1634", "supply"},
                                              {"1636", "transport"},
                                              {"1648", "water purification"}}};
constexpr std::array<Meaning, 10> kSets{{{"01", "aircraft"},
                                         {"02", "missile"},
                                         {"05", "spacecraft"},
                                         {"11", "civilian unit"},
                                         {"15", "equipment"},
                                         {"20", "installation"},
                                         {"25", "control measure"},
                                         {"30", "ship"},
                                         {"35", "submarine"},
                                         {"40", "activity"}}};

template <std::size_t n>
std::string_view meaningIn(const std::array<Meaning, n>& table, std::string_view key) {
    for (const auto& [code, words] : table)
        if (code == key) return words;
    return "unit";
}

bool isDigits(std::string_view sidc) { return sidc.size() >= 20 && sidc.find_first_not_of("0123456789") == sidc.npos; }

}  // namespace

std::string_view functionOf(std::string_view sidc) {
    if (!isDigits(sidc)) return "unit";
    return sidc.substr(4, 2) == "10" ? meaningIn(kLandUnits, sidc.substr(10, 4)) : meaningIn(kSets, sidc.substr(4, 2));
}

std::string_view affiliationOf(std::string_view sidc) {
    if (sidc.size() < 4) return {};
    switch (isDigits(sidc) ? sidc[3] : sidc[1]) {
        case '2':
        case '3':
        case 'F':
        case 'A': return "friend";
        case '4':
        case 'N': return "neutral";
        case '5':
        case '6':
        case 'H':
        case 'S': return "hostile";
        case '0':
        case '1':
        case 'P':
        case 'U': return "unknown";
        default: return {};
    }
}

bool isMultinational(std::string_view sidc) {
    return isDigits(sidc) && sidc.substr(4, 2) == "10" && sidc.substr(16, 2) == "39";
}

bool isControlMeasure(std::string_view sidc) {
    return isDigits(sidc) ? sidc.substr(4, 2) == "25" : sidc.size() == 15 && sidc[0] == 'G';
}

bool isHeadquarters(std::string_view sidc) {
    if (isDigits(sidc)) return sidc[7] == '2' || sidc[7] == '3' || sidc[7] == '6' || sidc[7] == '7';
    return sidc.size() > 10 && std::string_view("ABCD").find(sidc[10]) != std::string_view::npos;
}

}  // namespace layers
