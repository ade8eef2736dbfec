// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/plain_coordinates.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <vector>

namespace geodata {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";
constexpr const char* kNoNumber = "nan";

bool isSpace(char c) { return kSpaces.find(c) != kSpaces.npos; }

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(kSpaces);
    return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

bool isNumber(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(number);
}

std::string plainNumber(std::string_view text) {
    if (isNumber(text)) return std::string(text);
    std::string pointed(text);
    if (std::ranges::count(pointed, ',') == 1) std::ranges::replace(pointed, ',', '.');
    return isNumber(pointed) ? pointed : kNoNumber;
}

// Copies a text and puts others in place of some of its parts, which come in order.
class Rewriter {
public:
    explicit Rewriter(const std::string& text) : m_text(text) {}
    void replace(std::size_t begin, std::size_t length, const std::string& by) {
        if (std::string_view(m_text).substr(begin, length) == by) return;
        m_made.append(m_text, m_copied, begin - m_copied);
        m_made += by;
        m_copied = begin + length;
    }
    std::optional<std::string> take() {
        if (m_copied == 0) return {};
        m_made.append(m_text, m_copied);
        return std::move(m_made);
    }

private:
    const std::string& m_text;
    std::string m_made;
    std::size_t m_copied = 0;
};

// Values of the attributes lat and lon, in either kind of quotes.
std::optional<std::string> plainGpx(const std::string& text) {
    Rewriter rewriter(text);
    for (std::size_t at = text.find('l'); at != text.npos; at = text.find('l', at + 1)) {
        const std::string_view name = std::string_view(text).substr(at, 3);
        if ((name != "lat" && name != "lon") || at == 0 || !isSpace(text[at - 1])) continue;
        const std::size_t equals = text.find_first_not_of(kSpaces, at + 3);
        if (equals == text.npos || text[equals] != '=') continue;
        const std::size_t quote = text.find_first_not_of(kSpaces, equals + 1);
        if (quote == text.npos || (text[quote] != '"' && text[quote] != '\'')) continue;
        const std::size_t end = text.find(text[quote], quote + 1);
        if (end == text.npos) break;
        rewriter.replace(quote + 1, end - quote - 1,
                         plainNumber(std::string_view(text).substr(quote + 1, end - quote - 1)));
        at = end;
    }
    return rewriter.take();
}

// Longitude, latitude and perhaps a height.
std::string plainTuple(std::string_view tuple) {
    std::vector<std::string_view> numbers;
    for (std::string_view rest = tuple;;) {
        const std::size_t comma = rest.find(',');
        numbers.push_back(rest.substr(0, comma));
        if (comma == rest.npos) break;
        rest.remove_prefix(comma + 1);
    }
    while (numbers.size() > 2 && trimmed(numbers.back()).empty()) numbers.pop_back();
    const bool good = (numbers.size() == 2 || numbers.size() == 3) && std::ranges::all_of(numbers, isNumber);
    return good ? std::string(tuple) : "nan,nan";
}

std::optional<std::string> plainKml(const std::string& text) {
    constexpr std::string_view kBegin = "coordinates>", kEnd = "<";
    Rewriter rewriter(text);
    for (std::size_t at = text.find(kBegin); at != text.npos; at = text.find(kBegin, at + 1)) {
        std::size_t begin = at + kBegin.size();
        const std::size_t end = std::min(text.find(kEnd, begin), text.size());
        const std::size_t tag = text.rfind('<', at);
        if (tag == text.npos || text[tag + 1] == '/') continue;
        while ((begin = text.find_first_not_of(kSpaces, begin)) < end) {
            // Blanks beside a comma do not end the tuple.
            std::size_t tupleEnd = begin;
            for (std::size_t i = begin; i < end; ++i) {
                const std::size_t next = text.find_first_not_of(kSpaces, i);
                if (isSpace(text[i]) && text[tupleEnd - 1] != ',' && (next >= end || text[next] != ',')) break;
                if (!isSpace(text[i])) tupleEnd = i + 1;
            }
            rewriter.replace(begin, tupleEnd - begin,
                             plainTuple(std::string_view(text).substr(begin, tupleEnd - begin)));
            begin = tupleEnd;
        }
        at = end;
    }
    return rewriter.take();
}

}  // namespace

std::optional<std::string> withPlainCoordinates(std::string_view driver, const std::string& text) {
    if (driver == "GPX") return plainGpx(text);
    return driver == "LIBKML" ? plainKml(text) : std::nullopt;
}

std::optional<std::string> plainTextOf(std::string_view driver, const std::filesystem::path& file) {
    if (driver != "GPX" && driver != "LIBKML") return {};
    std::ifstream in(file, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    if (!in || text.starts_with("PK")) return {};  // a KMZ is packed
    return withPlainCoordinates(driver, text);
}

}  // namespace geodata
