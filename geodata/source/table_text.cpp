// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/table_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "geodata/source/position_names.hpp"
#include "geodata/source/text_positions.hpp"

namespace geodata {
namespace {

constexpr std::size_t kRowsLookedAt = 10;
constexpr std::array<char, 4> kSeparators{',', ';', '\t', '|'};

// Reads rows one after the other.
class RowReader {
public:
    RowReader(std::string_view text, char separator) : m_text(text), m_separator(separator) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    std::size_t at() const { return m_at; }

    TableRow next() {
        TableRow row(1);
        bool quoted = false;
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (quoted) {
                if (c != '"') row.back() += c;
                else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') row.back() += m_text[m_at++];
                else quoted = false;
            } else if (c == '"' && row.back().empty()) {
                quoted = true;
            } else if (c == m_separator) {
                row.emplace_back();
            } else if (c == '\n' || c == '\r') {
                break;
            } else {
                row.back() += c;
            }
        }
        takeLineEnd();
        return row;
    }

private:
    void takeLineEnd() {
        if (m_at < m_text.size() && m_text[m_at] == '\r') ++m_at;
        else if (m_at < m_text.size()) return void(++m_at);
        if (m_at < m_text.size() && m_text[m_at] == '\n') ++m_at;
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0;
};

std::size_t filledIn(const TableRow& row) {
    return static_cast<std::size_t>(std::ranges::count_if(
        row, [](const std::string& value) { return value.find_first_not_of(" \t\xc2\xa0") != std::string::npos; }));
}

bool hasNumber(const TableRow& row) {
    return std::ranges::any_of(row, [](const std::string& value) {
        return !value.empty() && value.find_first_not_of("0123456789.,-+ ") == std::string::npos &&
               value.find_first_of("0123456789") != std::string::npos;
    });
}

bool namesPlaces(const TableRow& row, const PositionColumns& named) {
    std::vector<Column> columns;
    for (const std::string& value : row) columns.push_back({value});
    const auto isGeometry = [&](const Column& column) {
        return sameLetters(column.name, "sidc") ||
               (named.wkt.empty() ? rankOf(column.name, PositionName::wkt).has_value()
                                  : sameLetters(column.name, named.wkt));
    };
    return std::ranges::any_of(columns, isGeometry) || TextPositions(columns, named, true).any();
}

// Which of the rows is the header: the first where none is known as one.
std::size_t headerOf(const std::vector<TableRow>& rows, const PositionColumns& named) {
    std::size_t most = 0;
    for (std::size_t i = 0; i < std::min(rows.size(), kRowsLookedAt); ++i) {
        const std::size_t filled = filledIn(rows[i]);
        if (filled > most && !hasNumber(rows[i]) && namesPlaces(rows[i], named)) return i;
        most = std::max(most, filled);
    }
    return 0;
}

// "sep=;" above the header tells a spreadsheet its separator.
std::optional<char> namedSeparator(std::string_view text) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    if (line.size() > 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
    return line.size() == 5 && sameLetters(line.substr(0, 4), "sep=") ? std::optional(line[4]) : std::nullopt;
}

char commonestSeparator(std::string_view text) {
    const auto mostValues = [&](char separator) {
        std::size_t most = 0;
        for (const TableRow& row : rowsOf(text, separator, kRowsLookedAt)) most = std::max(most, filledIn(row));
        return most;
    };
    return *std::ranges::max_element(kSeparators, {}, mostValues);
}

void addValue(std::string& text, const std::string& value) {
    if (value.find_first_of(",;\t|\"\r\n") == std::string::npos) {
        text += value;
        return;
    }
    text += '"';
    for (const char c : value) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    text += '"';
}

}  // namespace

std::vector<TableRow> rowsOf(std::string_view text, char separator, std::size_t most) {
    RowReader reader(text, separator);
    std::vector<TableRow> rows;
    while (!reader.atEnd() && rows.size() < most) rows.push_back(reader.next());
    return rows;
}

TableStart startOf(std::string_view text, const PositionColumns& named) {
    TableStart start;
    const std::string_view mark = text.starts_with("\xef\xbb\xbf") ? text.substr(0, 3) : std::string_view{};
    const auto told = namedSeparator(text.substr(mark.size()));
    std::size_t begin = mark.size();
    if (told) begin += std::min(text.substr(begin).find_first_of("\r\n"), text.size() - begin);
    while (told && begin < text.size() && (text[begin] == '\r' || text[begin] == '\n')) ++begin;
    const std::string_view table = text.substr(begin);
    start.separator = told ? *told : commonestSeparator(table);
    const std::size_t header = headerOf(rowsOf(table, start.separator, kRowsLookedAt), named);
    RowReader reader(table, start.separator);
    for (std::size_t i = 0; i < header; ++i) reader.next();
    start.skippedBytes = header > 0 || told ? begin + reader.at() : 0;
    return start;
}

std::string csvOf(const std::vector<TableRow>& rows, const PositionColumns& named) {
    std::size_t width = 0;
    for (const TableRow& row : rows) width = std::max(width, row.size());
    std::string text;
    for (std::size_t i = headerOf(rows, named); i < rows.size(); ++i) {
        for (std::size_t column = 0; column < width; ++column) {
            if (column > 0) text += ',';
            if (column < rows[i].size()) addValue(text, rows[i][column]);
        }
        text += '\n';
    }
    return text;
}

}  // namespace geodata
