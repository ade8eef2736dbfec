// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/coordinate_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <future>
#include <numeric>
#include <span>

namespace geodata {
namespace {

constexpr std::size_t kOwnThreadFromBytes = 1 << 20;
constexpr int kDeepest = 4;  // arrays in each other: a multipolygon
constexpr std::uint64_t kMostExact = std::uint64_t{1}
                                     << 53;  // whole numbers up to here are doubles, and so are the powers
constexpr std::array kPowersOfTen{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr std::ptrdiff_t kMostDigits = 19;  // that many always fit into 64 bits

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

class CoordinateReader {
public:
    explicit CoordinateReader(std::string_view text) : m_at(text.data()), m_end(text.data() + text.size()) {}

    std::optional<Coordinates> run() {
        // Each position has a comma inside and, but for the last, one behind it.
        m_out.points.reserve(static_cast<std::size_t>(std::count(m_at, m_end, ',') + 1) / 2);
        m_out.depth = takeArray(kDeepest);
        if (m_out.depth == 0 || m_at != m_end) return {};
        return std::move(m_out);
    }

private:
    void skipSpaces() {
        while (isSpace(*m_at)) ++m_at;
    }

    // Past a comma, or past the closing bracket, which ends the array.
    enum class After { next, end, neither };
    After after() {
        skipSpaces();
        const char c = *m_at;
        if (c != ',' && c != ']') return After::neither;
        ++m_at;
        return c == ',' ? After::next : After::end;
    }

    // How deep the array at hand is nested; 0 where it is empty, uneven, deeper than `most`, or holds anything but
    // numbers.
    int takeArray(int most) {
        if (most == 0 || *m_at != '[') return 0;
        ++m_at;
        skipSpaces();
        if (*m_at != '[') return takePosition() ? 1 : 0;
        int inner = -1;
        for (After next = After::next; next == After::next;) {
            skipSpaces();
            const int depth = takeArray(most - 1);
            if (depth == 0 || (inner >= 0 && depth != inner)) return 0;
            inner = depth;
            if (next = after(); next == After::neither) return 0;
        }
        if (inner == 1) m_out.listEnds.push_back(static_cast<std::uint32_t>(m_out.points.size()));
        if (inner == 2) m_out.polygonEnds.push_back(static_cast<std::uint32_t>(m_out.listEnds.size()));
        return inner + 1;
    }

    // Behind its opening bracket.
    bool takePosition() {
        MapPoint position;
        double further = 0;
        std::size_t numbers = 0;
        for (After next = After::next; next == After::next; ++numbers) {
            skipSpaces();
            if (!takeNumber(numbers == 0 ? position.x : numbers == 1 ? position.y : further)) return false;
            if (next = after(); next == After::neither) return false;
        }
        m_out.heights = m_out.heights || numbers > 2;
        m_out.points.push_back(position);
        return numbers > 1;
    }

    const char* pastDigits(const char* at, std::uint64_t& value) {
        for (; isDigit(*at); ++at) value = value * 10 + static_cast<std::uint64_t>(*at - '0');
        return at;
    }

    // As JSON writes it. Where digits and power of ten are exact, their quotient is the nearest double there is.
    bool takeNumber(double& number) {
        const bool negative = *m_at == '-';
        const char* const whole = m_at + negative;
        std::uint64_t digits = 0;
        const char* at = pastDigits(whole, digits);
        if (at == whole || (*whole == '0' && at - whole > 1)) return false;
        std::ptrdiff_t decimals = 0, count = at - whole;
        if (*at == '.') {
            const char* const fraction = at + 1;
            at = pastDigits(fraction, digits);
            decimals = at - fraction;
            count += decimals;
            if (decimals == 0) return false;
        }
        if (*at == 'e' || *at == 'E' || count > kMostDigits || digits > kMostExact) return takeUnusual(number);
        const double quotient = static_cast<double>(digits) / kPowersOfTen[static_cast<std::size_t>(decimals)];
        number = negative ? -quotient : quotient;
        m_at = at;
        return true;
    }

    bool takeUnusual(double& number) {
        const auto [end, error] = std::from_chars(m_at, m_end, number);
        m_at = end;
        // It reads "1e" as 1 and stops at the letter, where no comma follows.
        return error == std::errc{};
    }

    const char *m_at, *m_end;
    Coordinates m_out;
};

// Knows just enough of JSON to see where a feature's geometry has its coordinates.
class Cutter {
public:
    explicit Cutter(std::string_view text)
        : m_at(text.data()), m_copied(text.data()), m_end(text.data() + text.size()) {}

    CutText run() {
        while (m_at != m_end) {
            const char c = *m_at++;
            if (c == '"') takeString();
            if (c == '{' || c == '[') ++m_depth;
            if (c == '}' || c == ']') --m_depth;
        }
        m_out.rest.append(m_copied, m_end);
        return std::move(m_out);
    }

private:
    static constexpr int kFeature = 3, kGeometry = 4;  // collection, its array, a feature, its geometry

    void skipSpaces() {
        while (m_at != m_end && isSpace(*m_at)) ++m_at;
    }

    // Behind its opening quote.
    void takeString() {
        const char* const begin = m_at;
        while (m_at != m_end && *m_at != '"') m_at += *m_at == '\\' && m_at + 1 != m_end ? 2 : 1;
        const std::string_view text(begin, static_cast<std::size_t>(m_at - begin));
        if (m_at != m_end) ++m_at;
        if (m_depth != kFeature && (m_depth != kGeometry || !m_inGeometry || text != "coordinates")) return;
        skipSpaces();
        if (m_at == m_end || *m_at != ':') return;
        if (m_depth == kFeature) m_inGeometry = text == "geometry";
        else cutArray();
    }

    // No such array has strings or objects in it: it ends before the next of their signs.
    void cutArray() {
        ++m_at;
        skipSpaces();
        if (m_at == m_end || *m_at != '[') return;
        const char* const sign = std::find_if(m_at, m_end, [](char c) { return c == '}' || c == '"'; });
        if (sign == m_end) return;
        const char* const end = std::find(std::reverse_iterator(sign), std::reverse_iterator(m_at), ']').base();
        if (end == m_at) return;
        m_out.rest.append(m_copied, m_at);
        m_out.places.push_back(m_out.rest.size());
        m_out.arrays.emplace_back(m_at, static_cast<std::size_t>(end - m_at));
        m_out.rest += '0';
        m_at = m_copied = end;
    }

    const char *m_at, *m_copied, *m_end;  // the text is in `rest` up to m_copied
    int m_depth = 0;
    bool m_inGeometry = false;  // of the members of a feature, the one at hand
    CutText m_out;
};

bool parse(std::span<const std::string_view> arrays, std::span<Coordinates> out) {
    for (std::size_t i = 0; i < arrays.size(); ++i) {
        auto parsed = coordinatesOf(arrays[i]);
        if (!parsed) return false;
        out[i] = std::move(*parsed);
    }
    return true;
}

}  // namespace

std::optional<Coordinates> coordinatesOf(std::string_view array) { return CoordinateReader(array).run(); }

CutText cutCoordinates(std::string_view text) { return Cutter(text).run(); }

std::optional<std::vector<Coordinates>> allCoordinatesOf(const std::vector<std::string_view>& arrays) {
    std::vector<Coordinates> all(arrays.size());
    std::size_t bytes = 0, half = 0, first = 0;  // of the arrays' texts; of the arrays, those in the first half of that
    for (const std::string_view array : arrays) bytes += array.size();
    while (half < arrays.size() && 2 * first < bytes) first += arrays[half++].size();
    const std::span texts(arrays);
    const std::span coordinates(all);
    auto other = std::async(bytes < kOwnThreadFromBytes ? std::launch::deferred : std::launch::async,
                            [&] { return parse(texts.subspan(half), coordinates.subspan(half)); });
    const bool good = parse(texts.first(half), coordinates.first(half));
    if (!other.get() || !good) return {};
    return all;
}

}  // namespace geodata
