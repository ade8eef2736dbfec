// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/unit_filter.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "layers/orbat/roll_up.hpp"

namespace layers {
namespace {

// Places in the codes, from 0: MIL-STD-2525D table A and 2525C table A.
constexpr std::size_t kNumberCode = 20, kSectorCode = 30, kLetterCode = 15, kStatusDigit = 6, kEchelonDigits = 8,
                      kStatusLetter = 3, kEchelonLetter = 11;

template <std::size_t N>
using Names = std::array<std::pair<std::string_view, std::string_view>, N>;

constexpr Names<13> kEchelonNumbers{{{"11", "team"},
                                     {"12", "squad"},
                                     {"13", "section"},
                                     {"14", "platoon"},
                                     {"15", "company"},
                                     {"16", "battalion"},
                                     {"17", "regiment"},
                                     {"18", "brigade"},
                                     {"21", "division"},
                                     {"22", "corps"},
                                     {"23", "army"},
                                     {"24", "army group"},
                                     {"25", "region"}}};
constexpr Names<13> kEchelonLetters{{{"A", "team"},
                                     {"B", "squad"},
                                     {"C", "section"},
                                     {"D", "platoon"},
                                     {"E", "company"},
                                     {"F", "battalion"},
                                     {"G", "regiment"},
                                     {"H", "brigade"},
                                     {"I", "division"},
                                     {"J", "corps"},
                                     {"K", "army"},
                                     {"L", "army group"},
                                     {"M", "region"}}};
constexpr Names<6> kStatusNumbers{{{"0", "present"},
                                   {"1", "planned"},
                                   {"2", "fully capable"},
                                   {"3", "damaged"},
                                   {"4", "destroyed"},
                                   {"5", "full to capacity"}}};
constexpr Names<6> kStatusLetters{{{"P", "present"},
                                   {"A", "planned"},
                                   {"C", "fully capable"},
                                   {"D", "damaged"},
                                   {"X", "destroyed"},
                                   {"F", "full to capacity"}}};

bool isNumberCode(std::string_view code) { return code.size() == kNumberCode || code.size() == kSectorCode; }

template <std::size_t N>
std::string_view nameOf(const Names<N>& names, std::string_view code) {
    const auto found = std::ranges::find(names, code, &std::pair<std::string_view, std::string_view>::first);
    return found == names.end() ? std::string_view() : found->second;
}

std::size_t levelOf(std::string_view echelon) {
    return static_cast<std::size_t>(std::ranges::find(kEchelons, echelon) - kEchelons.begin());
}

bool reaches(const Unit& unit, std::string_view least) {
    const std::string_view own = echelonOf(unit);
    return !own.empty() && levelOf(own) >= levelOf(least);
}

}  // namespace

std::string_view echelonOf(const Unit& unit) {
    const auto said = std::ranges::find(kEchelons, std::string_view(unit.echelon));
    if (said != kEchelons.end()) return *said;
    const std::string_view code = unit.sidc;
    if (isNumberCode(code)) return nameOf(kEchelonNumbers, code.substr(kEchelonDigits, 2));
    return code.size() == kLetterCode ? nameOf(kEchelonLetters, code.substr(kEchelonLetter, 1)) : std::string_view();
}

std::string_view statusOf(const Unit& unit) {
    const std::string_view code = unit.sidc;
    if (isNumberCode(code)) return nameOf(kStatusNumbers, code.substr(kStatusDigit, 1));
    return code.size() == kLetterCode ? nameOf(kStatusLetters, code.substr(kStatusLetter, 1)) : std::string_view();
}

bool passes(const Unit& unit, const UnitFilter& filter) {
    if (!filter.leastEchelon.empty() && !reaches(unit, filter.leastEchelon)) return false;
    if (!filter.country.empty() && unit.country != filter.country) return false;
    return filter.status.empty() || statusOf(unit) == filter.status;
}

std::vector<bool> hiddenUnits(const Orbat& orbat, const UnitFilter& filter) {
    std::vector<bool> hidden(orbat.units.size());
    if (filter.hidden.empty()) return hidden;
    for (const TreePlace& place : treeOrder(orbat)) {
        const Unit& unit = orbat.units[place.unit];
        hidden[place.unit] =
            filter.hidden.contains(unit.id) || (unit.tree.parentIndex && hidden[*unit.tree.parentIndex]);
    }
    return hidden;
}

std::vector<std::string> countriesOf(const Orbat& orbat) {
    std::set<std::string> found;
    for (const Unit& unit : orbat.units)
        if (!unit.country.empty()) found.insert(unit.country);
    return {found.begin(), found.end()};
}

std::vector<std::string> statusesOf(const Orbat& orbat) {
    std::set<std::string> found;
    for (const Unit& unit : orbat.units)
        if (!statusOf(unit).empty()) found.emplace(statusOf(unit));
    return {found.begin(), found.end()};
}

}  // namespace layers
