// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/symbol_amplifiers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "layers/orbat/symbol_code.hpp"

namespace layers {
namespace {

using std::string_view;

constexpr std::size_t kNumberCode = 20, kSectorCode = 30, kCountryAt = 27, kStatusDigit = 6, kStatusLetter = 3;

struct Status {
    string_view word;
    char digit = 0, letter = 0;
};
constexpr std::array<Status, 8> kStatuses{{{"present", '0', 'P'},
                                           {"planned", '1', 'A'},
                                           {"anticipated", '1', 'A'},
                                           {"suspected", '1', 'A'},
                                           {"fully capable", '2', 'C'},
                                           {"damaged", '3', 'D'},
                                           {"destroyed", '4', 'X'},
                                           {"full to capacity", '5', 'F'}}};

// The signs of APP-6, with the ways to write each: small letters, without spaces and brackets.
constexpr std::array<std::pair<string_view, string_view>, 13> kStrengths{{{"+", "(+)"},
                                                                          {"reinforced", "(+)"},
                                                                          {"r", "(+)"},
                                                                          {"-", "(–)"},
                                                                          {"–", "(–)"},
                                                                          {"−", "(–)"},
                                                                          {"reduced", "(–)"},
                                                                          {"d", "(–)"},
                                                                          {"±", "(±)"},
                                                                          {"+-", "(±)"},
                                                                          {"+/-", "(±)"},
                                                                          {"rd", "(±)"},
                                                                          {"reinforcedandreduced", "(±)"}}};

// ISO 3166-1: three digits and three letters of each.
constexpr string_view kCountries =
    "004AFG008ALB010ATA012DZA016ASM020AND024AGO028ATG031AZE032ARG036AUS040AUT044BHS048BHR050BGD051ARM052BRB056BEL"
    "060BMU064BTN068BOL070BIH072BWA074BVT076BRA084BLZ086IOT090SLB092VGB096BRN100BGR104MMR108BDI112BLR116KHM120CMR"
    "124CAN132CPV136CYM140CAF144LKA148TCD152CHL156CHN158TWN162CXR166CCK170COL174COM175MYT178COG180COD184COK188CRI"
    "191HRV192CUB196CYP203CZE204BEN208DNK212DMA214DOM218ECU222SLV226GNQ231ETH232ERI233EST234FRO238FLK239SGS242FJI"
    "246FIN248ALA250FRA254GUF258PYF260ATF262DJI266GAB268GEO270GMB275PSE276DEU288GHA292GIB296KIR300GRC304GRL308GRD"
    "312GLP316GUM320GTM324GIN328GUY332HTI334HMD336VAT340HND344HKG348HUN352ISL356IND360IDN364IRN368IRQ372IRL376ISR"
    "380ITA384CIV388JAM392JPN398KAZ400JOR404KEN408PRK410KOR414KWT417KGZ418LAO422LBN426LSO428LVA430LBR434LBY438LIE"
    "440LTU442LUX446MAC450MDG454MWI458MYS462MDV466MLI470MLT474MTQ478MRT480MUS484MEX492MCO496MNG498MDA499MNE500MSR"
    "504MAR508MOZ512OMN516NAM520NRU524NPL528NLD531CUW533ABW534SXM535BES540NCL548VUT554NZL558NIC562NER566NGA570NIU"
    "574NFK578NOR580MNP581UMI583FSM584MHL585PLW586PAK591PAN598PNG600PRY604PER608PHL612PCN616POL620PRT624GNB626TLS"
    "630PRI634QAT638REU642ROU643RUS646RWA652BLM654SHN659KNA660AIA662LCA663MAF666SPM670VCT674SMR678STP682SAU686SEN"
    "688SRB690SYC694SLE702SGP703SVK704VNM705SVN706SOM710ZAF716ZWE724ESP728SSD729SDN732ESH740SUR744SJM748SWZ752SWE"
    "756CHE760SYR762TJK764THA768TGO772TKL776TON780TTO784ARE788TUN792TUR795TKM796TCA798TUV800UGA804UKR807MKD818EGY"
    "826GBR831GGY832JEY833IMN834TZA840USA850VIR854BFA858URY860UZB862VEN876WLF882WSM887YEM894ZMB";

std::string lower(string_view text) {
    std::string made(text);
    for (char& c : made)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return made;
}

std::string withoutBrackets(string_view text) {
    std::string made = lower(text);
    std::erase_if(made, [](char c) { return c == ' ' || c == '(' || c == ')'; });
    return made;
}

bool isNumberCode(string_view sidc) {
    return (sidc.size() == kNumberCode || sidc.size() == kSectorCode) &&
           sidc.find_first_not_of("0123456789") == sidc.npos;
}

// "45", "45.5", "45°"
std::optional<std::string> directionOf(string_view text) {
    constexpr string_view kDegree = "°";
    if (text.ends_with(kDegree)) text.remove_suffix(kDegree.size());
    double degrees = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), degrees);
    const bool good = error == std::errc() && end == text.data() + text.size() && degrees >= 0 && degrees <= 360;
    return good ? std::optional(fmt::format("{}", degrees)) : std::nullopt;
}

}  // namespace

std::optional<std::string> amplifierValue(string_view role, string_view text) {
    if (role == "direction") return directionOf(text);
    std::string value(text);
    if (role == "engagementType")
        for (char& c : value)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (role != "reinforcedReduced") return value;
    const auto sign = std::ranges::find(kStrengths, withoutBrackets(text), &std::pair<string_view, string_view>::first);
    return sign == kStrengths.end() ? value : std::string(sign->second);
}

std::string withStatus(const std::string& sidc, string_view status) {
    std::string word = lower(status);
    std::ranges::replace(word, '_', ' ');
    const auto found = std::ranges::find(kStatuses, word, &Status::word);
    const bool isWeather = sidc.starts_with('W');  // whose fourth letter is no status
    if (found == kStatuses.end() || isWeather || !codeFault(sidc).empty()) return sidc;
    std::string changed = sidc;
    const bool isNumber = isNumberCode(sidc);
    changed[isNumber ? kStatusDigit : kStatusLetter] = isNumber ? found->digit : found->letter;
    return changed;
}

std::string countryIn(string_view sidc) {
    if (sidc.size() != kSectorCode || !isNumberCode(sidc)) return {};
    const string_view number = sidc.substr(kCountryAt);
    for (std::size_t at = 0; at < kCountries.size(); at += 6)
        if (kCountries.substr(at, 3) == number) return std::string(kCountries.substr(at + 3, 3));
    return {};
}

bool hasEquipmentType(string_view sidc) {
    constexpr std::array<string_view, 6> kSets{"01", "02", "05", "15", "30", "35"};
    if (isNumberCode(sidc)) return std::ranges::find(kSets, sidc.substr(4, 2)) != kSets.end();
    if (sidc.size() != 15 || sidc[0] != 'S') return false;
    return sidc[2] == 'G' ? sidc[4] == 'E' : string_view("PASU").find(sidc[2]) != string_view::npos;
}

}  // namespace layers
