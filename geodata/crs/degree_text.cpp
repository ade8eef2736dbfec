// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/degree_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace geodata {
namespace {

using std::string_view;

constexpr std::size_t kLongestText = 100;  // what is longer is no position

// One angle as it is written: what its numbers say, and the letter that goes with it.
struct Angle {
    std::array<double, 3> parts{};
    std::size_t count = 0;
    std::size_t digits = 0;  // of the first number, before its point
    bool negative = false;
    char letter = 0;  // N S E W; 0: none
};

constexpr std::array<string_view, 7> kDegreeMarks{"°", "º", "˚", "deg", "d", "D", ":"};
constexpr std::array<string_view, 9> kMinuteMarks{"'", "′", "’", "‘", "´", "min", "m", "M", ":"};
constexpr std::array<string_view, 9> kSecondMarks{"\"", "″", "”", "''", "′′", "´´", "’’", "‘‘", "sec"};
// Words and abbreviations for the letters, in the order in which they are tried.
constexpr std::array<std::pair<string_view, char>, 16> kLetterWords{{{"north", 'N'},
                                                                     {"south", 'S'},
                                                                     {"east", 'E'},
                                                                     {"west", 'W'},
                                                                     {"с. ш.", 'N'},
                                                                     {"ю. ш.", 'S'},
                                                                     {"в. д.", 'E'},
                                                                     {"з. д.", 'W'},
                                                                     {"с.ш.", 'N'},
                                                                     {"ю.ш.", 'S'},
                                                                     {"в.д.", 'E'},
                                                                     {"з.д.", 'W'},
                                                                     {"с.ш", 'N'},
                                                                     {"ю.ш", 'S'},
                                                                     {"в.д", 'E'},
                                                                     {"з.д", 'W'}}};
constexpr std::array<string_view, 3> kMinuses{"-", "−", "–"};
constexpr std::array<string_view, 4> kSpaces{" ", "\t", "\xc2\xa0", "\xe2\x80\xaf"};

class AngleReader {
public:
    explicit AngleReader(string_view text) : m_rest(text) {}

    // The whole text, or nothing.
    std::optional<Angle> read() {
        skipSpaces();
        takeLetter();
        skipSpaces();
        if (takeAny(kMinuses)) m_angle.negative = true;
        else take("+");
        if (!takeNumbers()) return {};
        skipSpaces();
        if (m_angle.letter == 0) takeLetter();
        skipSpaces();
        const bool signTwice = m_angle.negative && m_angle.letter != 0;
        const bool good = !signTwice && (!m_dashes || m_angle.letter != 0);  // "33-16" may be anything
        return m_rest.empty() && good ? std::optional(m_angle) : std::nullopt;
    }

private:
    bool take(string_view what) {
        if (!m_rest.starts_with(what)) return false;
        m_rest.remove_prefix(what.size());
        return true;
    }
    template <std::size_t N>
    bool takeAny(const std::array<string_view, N>& choices) {
        for (const string_view choice : choices)
            if (take(choice)) return true;
        return false;
    }
    void skipSpaces() {
        while (takeAny(kSpaces)) {
        }
    }
    bool takeWord(string_view word) {
        const string_view start = m_rest.substr(0, word.size());
        const auto lowered = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
        return std::ranges::equal(start, word, {}, lowered) && take(start);
    }
    void takeLetter() {
        for (const auto& [word, letter] : kLetterWords)
            if (takeWord(word)) {
                m_angle.letter = letter;
                return;
            }
        takeOneLetter();
        if (m_angle.letter != 0) take(".");
    }
    void takeOneLetter() {
        for (const char letter : {'N', 'S', 'E', 'W'})
            if (!m_rest.empty() && (m_rest[0] == letter || m_rest[0] == letter - 'A' + 'a')) {
                m_angle.letter = letter;
                return m_rest.remove_prefix(1);
            }
    }

    bool takeNumbers() {
        bool letters = false;  // "33d07m12s": the s is no south
        for (std::size_t i = 0; i < 3; ++i) {
            if (i > 0 && !startsNumber()) break;
            if (i > 0 && !m_whole) return false;  // "33.5° 7'"
            if (!takeNumber()) return false;
            skipSpaces();
            const char mark = m_rest.empty() ? '\0' : m_rest[0];
            if (i == 0) letters = takeAny(kDegreeMarks) && (mark == 'd' || mark == 'D');
            if (i == 1) takeAny(kMinuteMarks);
            if (i < 2 && mark == '-' && take("-")) m_dashes = true;
            if (i == 2 && !takeAny(kSecondMarks) && letters) take("s");
            skipSpaces();
        }
        return true;
    }
    bool startsNumber() const { return !m_rest.empty() && m_rest[0] >= '0' && m_rest[0] <= '9'; }

    bool takeNumber() {
        std::size_t length = 0, points = 0;
        std::string plain;
        for (; length < m_rest.size(); ++length) {
            const char c = m_rest[length];
            const bool digit = c >= '0' && c <= '9';
            const bool point = (c == '.' || c == ',') && length > 0 && ++points == 1;
            if (!digit && !point) break;
            plain += digit ? c : '.';
        }
        if (plain.empty() || plain.back() == '.') return false;
        m_whole = points == 0;
        double& value = m_angle.parts[m_angle.count++];
        const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
        if (m_angle.count == 1) m_angle.digits = std::min(plain.find('.'), length);
        m_rest.remove_prefix(length);
        return error == std::errc() && end == plain.data() + plain.size();
    }

    string_view m_rest;
    Angle m_angle;
    bool m_whole = true;    // the number read last
    bool m_dashes = false;  // stand between its numbers
};

// "330712N", "0352500E", "330712.5N", "3307N": degrees, minutes and seconds without a space between.
Angle spelledOut(Angle angle, std::size_t degreeDigits) {
    const bool compact =
        angle.count == 1 && angle.letter != 0 && (angle.digits == degreeDigits + 2 || angle.digits == degreeDigits + 4);
    if (!compact) return angle;
    double rest = angle.parts[0];
    const bool seconds = angle.digits == degreeDigits + 4;
    if (seconds) {
        angle.parts[2] = std::fmod(rest, 100);
        rest = std::floor(rest / 100);
    }
    angle.parts[1] = std::fmod(rest, 100);
    angle.parts[0] = std::floor(rest / 100);
    angle.count = seconds ? 3 : 2;
    return angle;
}

std::optional<double> degreesOf(Angle angle, Axis axis) {
    const bool latitude = axis == Axis::latitude;
    const bool fits = angle.letter == 0 || latitude == (angle.letter == 'N' || angle.letter == 'S');
    angle = spelledOut(angle, latitude ? 2 : 3);
    if (!fits || angle.parts[1] >= 60 || angle.parts[2] >= 60) return {};
    const double degrees = angle.parts[0] + angle.parts[1] / 60 + angle.parts[2] / 3600;
    if (degrees > (latitude ? 90 : 180)) return {};
    return angle.negative || angle.letter == 'S' || angle.letter == 'W' ? -degrees : degrees;
}

std::optional<LonLat> placeOf(const Angle& first, const Angle& second) {
    const bool alike =
        first.count == second.count || first.letter != 0;  // "33 07 35 25" is two and two, never one and three
    const bool eastFirst = first.letter == 'E' || first.letter == 'W';
    const auto lat = degreesOf(eastFirst ? second : first, Axis::latitude),
               lon = degreesOf(eastFirst ? first : second, Axis::longitude);
    const bool lettersAlike = (first.letter == 0) == (second.letter == 0);
    return alike && lettersAlike && lat && lon ? std::optional(LonLat{*lon, *lat}) : std::nullopt;
}

std::optional<LonLat> splitAt(string_view text, std::size_t end, std::size_t begin) {
    const auto first = AngleReader(text.substr(0, end)).read(), second = AngleReader(text.substr(begin)).read();
    return first && second ? placeOf(*first, *second) : std::nullopt;
}

}  // namespace

std::optional<double> parseDegrees(string_view text, Axis axis) {
    if (text.size() > kLongestText) return {};
    const auto angle = AngleReader(text).read();
    return angle ? degreesOf(*angle, axis) : std::nullopt;
}

// The text is tried in two halves: at what parts most clearly first.
std::optional<LonLat> parseLatLon(string_view text) {
    if (text.size() > kLongestText) return {};
    for (const string_view mark : {";", "/", "|", ", ", ","})
        for (std::size_t at = text.find(mark); at != string_view::npos; at = text.find(mark, at + 1))
            if (const auto place = splitAt(text, at, at + mark.size())) return place;
    const auto isDigit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    for (std::size_t at = 1; at < text.size(); ++at)
        if (const auto place = isDigit(at - 1) && isDigit(at) ? std::nullopt : splitAt(text, at, at)) return place;
    return {};
}

}  // namespace geodata
