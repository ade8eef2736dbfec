// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/symbol_code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace layers {
namespace {

using std::string_view;

// One field of a code: its position, counted from 1 as in the standards, and its allowed values.
struct Field {
    std::size_t place = 0, length = 1;
    string_view name, values;  // these, one after the other
};

// MIL-STD-2525D/E, APP-6D/E: table of set A. 2525E's echelons of mobility and leadership are among them.
constexpr std::array<Field, 5> kNumberFields{
    {{3, 1, "context", "012345678"},
     {4, 1, "identity", "0123456"},
     {7, 1, "status", "012345"},
     {8, 1, "headquarters or task force", "01234567"},
     {9, 2, "echelon", "001112131415161718212223242526313233343536374142515261627172"}}};
// 2525C, APP-6B.
constexpr std::array<Field, 5> kLetterFields{{{1, 1, "scheme", "SGWIOE"},
                                              {2, 1, "identity", "PUAFNSHGWMDLJKO"},
                                              {4, 1, "status", "APCDXF-"},
                                              {11, 1, "headquarters or task force", "-ABCDEFGHMN"},
                                              {12, 1, "echelon", "-ABCDEFGHIJKLMNOPQRSTUVWXY"}}};

bool isKnown(const Field& field, string_view value) {
    for (std::size_t at = 0; at < field.values.size(); at += field.length)
        if (field.values.substr(at, field.length) == value) return true;
    return false;
}

template <std::size_t N>
std::string faultIn(string_view code, const std::array<Field, N>& fields) {
    for (const Field& field : fields) {
        const string_view value = code.substr(field.place - 1, field.length);
        if (!isKnown(field, value)) return fmt::format("has the {} \"{}\", which there is not", field.name, value);
    }
    return {};
}

constexpr std::size_t kLetters = 15, kFewestLetters = 10, kDigits = 20, kDigitsWithSector = 30;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// '1003… and ="1003…", as spreadsheets write what must stay a text, and 1003….0, as programs write a number.
string_view withoutDress(string_view text) {
    if (text.starts_with("=\"") && text.ends_with('"') && text.size() > 3) text = text.substr(2, text.size() - 3);
    if (text.starts_with('\'')) text.remove_prefix(1);
    if (text.size() > 2 && text.ends_with(".0") && isDigit(text.front())) text.remove_suffix(2);
    return text;
}

// Spaces gone, capitals, dashes for asterisks; dashes gone where all else is digits; filled up where only trailing
// dashes of a letter code are missing.
std::string unified(string_view sidc) {
    std::string code;
    for (const char c : sidc)
        if (c != ' ') code.push_back(c == '*' ? '-' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    code = withoutDress(code);
    const bool isNumber = std::ranges::all_of(code, [](char c) { return isDigit(c) || c == '-'; });
    if (isNumber) std::erase(code, '-');
    else if (code.size() >= kFewestLetters && code.size() < kLetters) code.resize(kLetters, '-');
    return code;
}

}  // namespace

std::string standardCode(string_view sidc) {
    std::string code = unified(sidc);
    return codeFault(code).empty() ? code : std::string(sidc);
}

std::string codeFault(string_view sidc) {
    const std::string code = unified(sidc);
    if (code.empty()) return "is empty";
    const bool digits = std::ranges::all_of(code, isDigit);
    if (digits && (code.size() == kDigits || code.size() == kDigitsWithSector)) return faultIn(code, kNumberFields);
    if (digits || code.size() != kLetters)
        return fmt::format("has {} characters: 20 digits or 15 letters are needed", code.size());
    const bool plain =
        std::ranges::all_of(code, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; });
    const bool mobile = plain && (code[10] == 'M' || code[10] == 'N');  // the next letter says how it moves
    if (!mobile && plain && code[11] > 'N') return fmt::format("has the echelon \"{}\", which there is not", code[11]);
    return plain ? faultIn(code, kLetterFields) : "has characters other than letters, digits and -";
}

bool holdsUnits(const geodata::Store& store) {
    constexpr std::uint32_t kMostRows = 1000;  // looked at
    const auto& columns = store.info().columns;
    const auto roles = rolesOf(store.info(), {});
    const auto column = static_cast<std::size_t>(std::ranges::find(roles, "sidc") - roles.begin());
    if (column == roles.size()) return false;
    const auto equals = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
    if (std::ranges::equal(columns[column].name, string_view("sidc"), equals)) return true;
    const auto rows = std::min<std::uint64_t>(store.size(), kMostRows);
    for (std::uint32_t row = 0; row < rows; ++row)
        if (codeFault(store.feature(row).value(column)).empty()) return true;
    return false;
}

std::optional<geodata::Warning> unnamedCodes(const geodata::Store& store) {
    constexpr std::uint32_t kMostRows = 200;  // looked at
    const auto& columns = store.info().columns;
    const auto roles = rolesOf(store.info(), {});
    if (std::ranges::find(roles, "sidc") != roles.end()) return {};
    const auto rows = std::min<std::uint32_t>(static_cast<std::uint32_t>(store.size()), kMostRows);
    for (std::size_t column = 0; column < columns.size(); ++column) {
        std::uint32_t codes = 0, others = 0;
        for (std::uint32_t row = 0; row < rows; ++row) {
            const string_view value = store.feature(row).value(column);
            if (!value.empty()) ++(codeFault(value).empty() ? codes : others);
        }
        if (codes > others)
            return geodata::Warning{
                fmt::format("Column {} of {} holds symbol codes but has another name, so no symbols are drawn. Name it "
                            "sidc, or write in an area file: columns = {{ sidc = {} }}.",
                            geodata::quoted(columns[column].name, 60), geodata::quoted(store.info().layerName),
                            geodata::quoted(columns[column].name, 60)),
                store.size()};
    }
    return {};
}

CodeFindings codeFindings(const Orbat& orbat, const CodeKnowledge& knows) {
    constexpr std::size_t kMostSentences = 10;
    CodeFindings found;
    std::uint64_t more = 0;
    for (const Unit& unit : orbat.units) {
        if (unit.accuracy.isGeometry) continue;  // no symbol is drawn of it
        std::string fault = codeFault(unit.sidc);
        if (fault.empty()) {
            const auto known = knows(unit.sidc);
            found.complete &= known.has_value();
            if (known.value_or(true)) continue;
            fault = "names a symbol that there is not";
        }
        if (found.warnings.size() == kMostSentences && ++more) continue;
        found.warnings.push_back(
            {fmt::format("Row {} of {}, {}, is drawn as a question mark: its symbol code {} {}.", unit.row,
                         geodata::quoted(orbat.table), geodata::quoted(unit.id.empty() ? unit.name : unit.id, 60),
                         geodata::quoted(unit.sidc, 40), fault),
             1});
    }
    if (more > 0)
        found.warnings.push_back({fmt::format("{} more rows of {} have symbol codes that cannot be drawn.", more,
                                              geodata::quoted(orbat.table)),
                                  more});
    return found;
}

}  // namespace layers
