// SPDX-License-Identifier: Apache-2.0
#include "layers/model/date_text.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <regex>
#include <utility>

#include "layers/model/date.hpp"
#include "layers/model/plain_text.hpp"

namespace layers {
namespace {

using std::string_view;
using Match = std::smatch;

constexpr std::size_t kLongestText = 64;  // what is longer is no date

// Lower case and without accents. A name may be shortened to three letters.
constexpr std::array<std::pair<string_view, unsigned>, 62> kMonths{
    {{"january", 1},    {"januar", 1},     {"janvier", 1},   {"enero", 1},     {"января", 1},    {"январь", 1},
     {"february", 2},   {"februar", 2},    {"fevrier", 2},   {"febrero", 2},   {"февраля", 2},   {"февраль", 2},
     {"march", 3},      {"marz", 3},       {"maerz", 3},     {"mars", 3},      {"marzo", 3},     {"марта", 3},
     {"april", 4},      {"avril", 4},      {"abril", 4},     {"апреля", 4},    {"апрель", 4},    {"may", 5},
     {"mai", 5},        {"mayo", 5},       {"мая", 5},       {"май", 5},       {"june", 6},      {"juni", 6},
     {"juin", 6},       {"junio", 6},      {"июня", 6},      {"июнь", 6},      {"july", 7},      {"juli", 7},
     {"juillet", 7},    {"julio", 7},      {"июля", 7},      {"июль", 7},      {"august", 8},    {"aout", 8},
     {"agosto", 8},     {"августа", 8},    {"september", 9}, {"sept", 9},      {"septembre", 9}, {"septiembre", 9},
     {"сентября", 9},   {"october", 10},   {"oktober", 10},  {"octubre", 10},  {"октября", 10},  {"november", 11},
     {"novembre", 11},  {"noviembre", 11}, {"ноября", 11},   {"december", 12}, {"dezember", 12}, {"decembre", 12},
     {"diciembre", 12}, {"декабря", 12}}};

std::string trimmedPlain(string_view text) {
    const std::string plain = plainText(text);
    const std::size_t first = plain.find_first_not_of(' ');
    return first == std::string::npos ? std::string() : plain.substr(first, plain.find_last_not_of(' ') - first + 1);
}

// Characters, not bytes.
std::size_t lettersIn(string_view text) {
    std::size_t letters = 0;
    for (const char c : text) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    return letters;
}

// None where the name is none or may be two months ("jui").
std::optional<unsigned> monthNamed(string_view name) {
    if (lettersIn(name) < 3) return {};
    std::optional<unsigned> found;
    for (const auto& [month, number] : kMonths) {
        if (!month.starts_with(name)) continue;
        if (found && *found != number) return {};
        found = number;
    }
    return found;
}

unsigned numberOf(const std::string& digits) {
    unsigned number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

// Years of two digits are those from 1970 to 2069.
unsigned yearOf(const std::string& digits) {
    const unsigned year = numberOf(digits);
    return digits.size() > 2 ? year : year < 70 ? year + 2000 : year + 1900;
}

struct DayOfYear {
    unsigned year = 0, month = 0, day = 0;
};

std::optional<std::string> dayText(DayOfYear date) {
    const std::string text = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    return isDate(text) ? std::optional(text) : std::nullopt;
}

std::optional<std::string> namedDay(const std::string& year, const std::string& month, const std::string& day) {
    const auto number = monthNamed(month);
    return number ? dayText({yearOf(year), *number, numberOf(day)}) : std::nullopt;
}

// A time of day and a zone, which may follow a date: "T12:00:00.5+02:00", " 1200Z", " 9:05 PM", "Z".
constexpr const char* kTime =
    R"((?:(?:[ ,t]+(?:at )?(?:[01]?\d|2[0-3])(?:[:.h]?[0-5]\d(?:[:.]?[0-5]\d(?:[.,]\d+)?)?)(?: ?[ap]\.?m\.?)?)?)"
    R"( ?(?:z|utc|gmt|(?:utc|gmt)?[-+]\d\d(?::?\d\d)?)?)?)";
constexpr const char* kWeekday = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]? )?";
constexpr const char* kWord = R"(([^\d \-/.,:+']{3,}))";

std::regex pattern(const std::string& date) { return std::regex(date + kTime, std::regex::optimize); }

std::optional<Match> matched(const std::string& text, const std::regex& form) {
    Match match;
    return std::regex_match(text, match, form) ? std::optional(match) : std::nullopt;
}

// 2018-11-06, 2018/11/6, 2018.11.06
std::optional<std::string> yearFirst(const std::string& text) {
    static const std::regex form = pattern(R"((\d{4})([-/. ])(\d{1,2})\2(\d{1,2}))");
    const auto m = matched(text, form);
    return m ? dayText({numberOf((*m)[1]), numberOf((*m)[3]), numberOf((*m)[4])}) : std::nullopt;
}

// 20181106, 20181106T120000Z, 20181106120000
std::optional<std::string> compact(const std::string& text) {
    static const std::regex form = pattern(R"((\d{4})(\d\d)(\d\d)(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?)");
    const auto m = matched(text, form);
    return m ? dayText({numberOf((*m)[1]), numberOf((*m)[2]), numberOf((*m)[3])}) : std::nullopt;
}

// 06.11.2018: with points the day comes first in every country that writes the year last.
std::optional<std::string> withPoints(const std::string& text) {
    static const std::regex form = pattern(R"((\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?: ?(?:г|г\.|j\.))?)");
    const auto m = matched(text, form);
    return m ? dayText({numberOf((*m)[3]), numberOf((*m)[2]), numberOf((*m)[1])}) : std::nullopt;
}

// 06/11/2018 and 06-11-2018 as day and month, and as month and day.
std::pair<std::optional<std::string>, std::optional<std::string>> bothReadings(const std::string& text) {
    static const std::regex form = pattern(R"((\d{1,2})([-/ ])(\d{1,2})\2(\d{4}))");
    const auto m = matched(text, form);
    if (!m) return {};
    const unsigned year = numberOf((*m)[4]), first = numberOf((*m)[1]), second = numberOf((*m)[3]);
    return {dayText({year, second, first}), dayText({year, first, second})};
}

std::optional<std::string> withSlashes(const std::string& text) {
    const auto [dayFirst, monthFirst] = bothReadings(text);
    if (dayFirst && monthFirst && *dayFirst != *monthFirst) return {};
    return dayFirst ? dayFirst : monthFirst;
}

// 6 Nov 2018, 06-NOV-18, 6th of November 2018, 6. November 2018, 6 de noviembre de 2018
std::optional<std::string> monthInTheMiddle(const std::string& text) {
    static const std::regex form =
        pattern(std::string(kWeekday) + R"((\d{1,2})(?:st|nd|rd|th|er)?[-/. ]*(?:of |de )?)" + kWord +
                R"(\.?,?[-/. ]*(?:de )?(\d{4}|'?\d{2})(?: ?(?:г|г\.))?)");
    const auto m = matched(text, form);
    if (!m) return {};
    const std::string year = (*m)[3];
    return namedDay(year.starts_with('\'') ? year.substr(1) : year, (*m)[2], (*m)[1]);
}

// November 6, 2018; Tue Nov 06 2018
std::optional<std::string> monthFirst(const std::string& text) {
    static const std::regex form =
        pattern(std::string(kWeekday) + kWord + R"([-/. ]+(\d{1,2})(?:st|nd|rd|th)?[-,/. ]+(\d{4}))");
    const auto m = matched(text, form);
    return m ? namedDay((*m)[3], (*m)[1], (*m)[2]) : std::nullopt;
}

// 2018 Nov 6, 2018-NOV-06
std::optional<std::string> yearAndMonthName(const std::string& text) {
    static const std::regex form = pattern(R"((\d{4})[-/. ]+)" + std::string(kWord) + R"(\.?[-/. ]+(\d{1,2}))");
    const auto m = matched(text, form);
    return m ? namedDay((*m)[1], (*m)[2], (*m)[3]) : std::nullopt;
}

// A date-time group: 061200ZNOV18, 06 1200Z NOV 2018, 061200BNOV18, 061200NOV18. Its months have three English letters.
std::optional<std::string> dateTimeGroup(const std::string& text) {
    static const std::regex form(R"((\d\d) ?(?:[01]\d|2[0-3])[0-5]\d ?[a-z]? ?([a-z]{3}) ?(\d{4}|\d\d))");
    const auto m = matched(text, form);
    return m ? namedDay((*m)[3], (*m)[2], (*m)[1]) : std::nullopt;
}

// Spreadsheets count days from 1899-12-30; their numbers of five digits from 20000 on are the years 1954 to 2173.
std::optional<std::string> spreadsheetDay(const std::string& text) {
    static const std::regex form(R"(([2-9]\d{4})(?:[.,]\d+)?)");
    constexpr long kDaysBefore1970 = 25'569;
    const auto m = matched(text, form);
    return m ? dateOfDay(static_cast<long>(numberOf((*m)[1])) - kDaysBefore1970) : std::nullopt;
}

std::optional<std::string> read(const std::string& text) {
    for (const auto form :
         {yearFirst, compact, withPoints, withSlashes, dateTimeGroup, monthInTheMiddle, monthFirst, yearAndMonthName})
        if (auto day = form(text)) return day;
    return {};
}

}  // namespace

std::optional<std::string> parseDate(string_view text) {
    if (isDate(text)) return std::string(text);  // nearly all texts
    return text.size() > kLongestText ? std::nullopt : read(trimmedPlain(text));
}

std::optional<std::string> parseDateOfTable(string_view text) {
    if (auto day = parseDate(text)) return day;
    return text.size() > kLongestText ? std::nullopt : spreadsheetDay(trimmedPlain(text));
}

bool isAmbiguousDate(string_view text) {
    if (text.size() > kLongestText) return false;
    const auto [dayFirst, monthFirst] = bothReadings(trimmedPlain(text));
    return dayFirst && monthFirst && *dayFirst != *monthFirst;
}

}  // namespace layers
