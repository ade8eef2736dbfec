// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/workbook.hpp"

#include <cpl_minixml.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <memory>
#include <set>
#include <string_view>

#include "geodata/source/ogr_handles.hpp"

namespace geodata {
namespace {

constexpr std::size_t kMostColumns = 16'384, kMostRows = 1'048'576;  // of a sheet in both formats
constexpr std::size_t kMostCells = 20'000'000;                       // what is more is a damaged or hostile file

using Xml = std::unique_ptr<CPLXMLNode, void (*)(CPLXMLNode*)>;

// Without the prefixes of names.
Xml parsed(const std::string& text) {
    Xml root(text.empty() ? nullptr : CPLParseXMLString(text.c_str()), CPLDestroyXMLNode);
    if (root) CPLStripXMLNamespace(root.get(), nullptr, TRUE);
    return root;
}

bool isNamed(const CPLXMLNode* node, std::string_view name) {
    return node->eType == CXT_Element && name == node->pszValue;
}

std::string attribute(const CPLXMLNode* node, const char* name) {
    return CPLGetXMLValue(const_cast<CPLXMLNode*>(node), name, "");
}

// Calls `found` with each element of this name below the node, but not with those inside such an element.
void forEach(const CPLXMLNode* node, std::string_view name, const std::function<void(const CPLXMLNode*)>& found) {
    for (const CPLXMLNode* child = node; child != nullptr; child = child->psNext) {
        if (child->eType != CXT_Element) continue;
        if (isNamed(child, name)) found(child);
        else forEach(child->psChild, name, found);
    }
}

const CPLXMLNode* firstNamed(const CPLXMLNode* root, std::string_view name) {
    const CPLXMLNode* first = nullptr;
    forEach(root, name, [&](const CPLXMLNode* node) { first = first == nullptr ? node : first; });
    return first;
}

// All text below the node but that of elements of the name `without`.
std::string textBelow(const CPLXMLNode* node, std::string_view without) {
    std::string text;
    for (const CPLXMLNode* child = node->psChild; child != nullptr; child = child->psNext) {
        if (child->eType == CXT_Text) text += child->pszValue;
        if (child->eType != CXT_Element || without == child->pszValue) continue;
        text += isNamed(child, "s") ? " " : isNamed(child, "line-break") ? "\n" : textBelow(child, without);
    }
    return text;
}

// "33.270499999999998" is 33.2705.
std::string shortest(const std::string& number) {
    if (number.find_first_of(".eE") == std::string::npos) return number;
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    return error == std::errc() && end == number.data() + number.size() ? fmt::format("{}", value) : number;
}

bool isDateFormat(std::string_view code) {
    const bool general = code.find("General") != std::string_view::npos;
    return !general && code.find_first_of("yY") != std::string_view::npos;
}

// A number of days since 1899-12-30, or 1904-01-01, with the time of day where it has one.
std::string dateText(const std::string& number, bool from1904) {
    double days = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), days);
    if (error != std::errc() || !(days >= 1 && days < 2'958'466)) return number;  // to the end of 9999
    const auto seconds = std::llround(days * 86'400);
    using namespace std::chrono;
    const sys_days first = from1904 ? sys_days(year(1904) / January / 1) : sys_days(year(1899) / December / 30);
    const year_month_day date(first + std::chrono::days(seconds / 86'400));
    const std::string day = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    const auto time = seconds % 86'400;
    return time == 0 ? day : fmt::format("{}T{:02}:{:02}:{:02}", day, time / 3600, time / 60 % 60, time % 60);
}

// The column of "AB12": 27.
std::optional<std::size_t> columnOf(std::string_view cell) {
    std::size_t column = 0;
    for (const char c : cell) {
        if (c < 'A' || c > 'Z' || column > kMostColumns) break;
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    }
    return column == 0 || column > kMostColumns ? std::nullopt : std::optional(column - 1);
}

class ExcelReader {
public:
    explicit ExcelReader(const MemberReader& read) : m_read(read) {}

    std::optional<Sheet> sheet() {
        const Xml book = parsed(m_read("xl/workbook.xml"));
        const Xml targets = parsed(m_read("xl/_rels/workbook.xml.rels"));
        if (!book || !targets) return {};
        m_from1904 =
            firstNamed(book.get(), "workbookPr") != nullptr &&
            std::set<std::string>{"1", "true"}.contains(attribute(firstNamed(book.get(), "workbookPr"), "date1904"));
        readTexts();
        readStyles();
        Sheet made;
        bool first = true, good = true;
        forEach(book.get(), "sheet", [&](const CPLXMLNode* node) {
            const std::string content = m_read(memberOf(targets.get(), attribute(node, "id")));
            if (!std::exchange(first, false)) {
                if (content.find("</c>") != std::string::npos) made.otherSheets.push_back(attribute(node, "name"));
                return;
            }
            made.name = attribute(node, "name");
            good = readRows(content, made.rows);
        });
        return good && !first ? std::optional(std::move(made)) : std::nullopt;
    }

private:
    static std::string memberOf(const CPLXMLNode* targets, const std::string& id) {
        std::string target;
        forEach(targets, "Relationship", [&](const CPLXMLNode* node) {
            if (attribute(node, "Id") == id) target = attribute(node, "Target");
        });
        return target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }

    void readTexts() {
        const Xml texts = parsed(m_read("xl/sharedStrings.xml"));
        forEach(texts.get(), "si", [&](const CPLXMLNode* node) { m_texts.push_back(textBelow(node, "rPh")); });
    }

    void readStyles() {
        const Xml styles = parsed(m_read("xl/styles.xml"));
        std::set<std::string> dates{"14", "15", "16", "17", "22"};  // formats of dates that every workbook has
        forEach(styles.get(), "numFmt", [&](const CPLXMLNode* node) {
            if (isDateFormat(attribute(node, "formatCode"))) dates.insert(attribute(node, "numFmtId"));
        });
        if (const CPLXMLNode* formats = firstNamed(styles.get(), "cellXfs"))
            forEach(formats->psChild, "xf",
                    [&](const CPLXMLNode* node) { m_isDate.push_back(dates.contains(attribute(node, "numFmtId"))); });
    }

    bool readRows(const std::string& content, std::vector<TableRow>& rows) const {
        const Xml sheet = parsed(content);
        std::size_t cells = 0;
        forEach(sheet.get(), "row", [&](const CPLXMLNode* row) {
            if (rows.size() >= kMostRows || cells > kMostCells) return;
            rows.emplace_back();
            forEach(row->psChild, "c", [&](const CPLXMLNode* cell) {
                const auto column = columnOf(attribute(cell, "r")).value_or(rows.back().size());
                if (column >= rows.back().size()) rows.back().resize(std::min(column, kMostColumns) + 1);
                rows.back()[std::min(column, kMostColumns)] = valueOf(cell);
            });
            cells += rows.back().size();
        });
        return sheet && cells <= kMostCells;
    }

    std::string valueOf(const CPLXMLNode* cell) const {
        const std::string type = attribute(cell, "t"), value = attribute(cell, "v");
        if (type == "inlineStr") return textBelow(cell, "rPh");
        if (type == "b") return value == "1" ? "true" : "false";
        if (type == "str" || type == "e" || type == "d") return value;
        std::size_t number = 0;
        if (type == "s") {
            std::from_chars(value.data(), value.data() + value.size(), number);
            return number < m_texts.size() ? m_texts[number] : std::string();
        }
        const std::string style = attribute(cell, "s");
        std::from_chars(style.data(), style.data() + style.size(), number);
        return !value.empty() && number < m_isDate.size() && m_isDate[number] ? dateText(value, m_from1904)
                                                                              : shortest(value);
    }

    const MemberReader& m_read;
    std::vector<std::string> m_texts;
    std::vector<bool> m_isDate;  // by style
    bool m_from1904 = false;
};

std::string openDocumentValue(const CPLXMLNode* cell) {
    const std::string type = attribute(cell, "value-type");
    if (type == "date") return attribute(cell, "date-value");
    if (type == "float") return shortest(attribute(cell, "value"));
    std::string text;
    forEach(cell->psChild, "p", [&](const CPLXMLNode* paragraph) {
        text += (text.empty() ? "" : "\n") + textBelow(paragraph, "annotation");
    });
    return text;
}

std::size_t repeated(const CPLXMLNode* node, const char* name) {
    const std::string text = attribute(node, name);
    std::size_t times = 1;
    std::from_chars(text.data(), text.data() + text.size(), times);
    return std::max<std::size_t>(times, 1);
}

// Empty cells at the end of a row are repeated to the edge of the sheet; they are no values.
TableRow openDocumentRow(const CPLXMLNode* row) {
    TableRow values;
    std::size_t empty = 0;
    for (const CPLXMLNode* cell = row->psChild; cell != nullptr; cell = cell->psNext) {
        if (!isNamed(cell, "table-cell") && !isNamed(cell, "covered-table-cell")) continue;
        const std::string value = openDocumentValue(cell);
        const std::size_t times = std::min(repeated(cell, "number-columns-repeated"), kMostColumns);
        if (value.empty()) {
            empty += times;
            continue;
        }
        values.resize(std::min(values.size() + empty, kMostColumns));
        values.resize(std::min(values.size() + times, kMostColumns), value);
        empty = 0;
    }
    return values;
}

bool readOpenDocumentRows(const CPLXMLNode* table, std::vector<TableRow>& rows) {
    std::size_t cells = 0, emptyRows = 0;
    forEach(table->psChild, "table-row", [&](const CPLXMLNode* row) {
        if (cells > kMostCells) return;
        const TableRow values = openDocumentRow(row);
        const std::size_t times = std::min(repeated(row, "number-rows-repeated"), kMostRows);
        if (values.empty()) {
            emptyRows += times;
            return;
        }
        cells += values.size() * times;
        if (cells > kMostCells || rows.size() + emptyRows + times > kMostRows) return void(cells = kMostCells + 1);
        rows.resize(rows.size() + std::exchange(emptyRows, 0));
        rows.resize(rows.size() + times, values);
    });
    return cells <= kMostCells;
}

}  // namespace

std::optional<Sheet> excelSheet(const MemberReader& read) {
    const ogr::ErrorCapture errors;
    return ExcelReader(read).sheet();
}

std::optional<Sheet> openDocumentSheet(const MemberReader& read) {
    const ogr::ErrorCapture errors;
    const Xml content = parsed(read("content.xml"));
    Sheet made;
    bool first = true, good = true;
    forEach(content.get(), "table", [&](const CPLXMLNode* table) {
        if (!std::exchange(first, false)) {
            std::vector<TableRow> rows;
            if (!readOpenDocumentRows(table, rows) || !rows.empty())
                made.otherSheets.push_back(attribute(table, "name"));
            return;
        }
        made.name = attribute(table, "name");
        good = readOpenDocumentRows(table, made.rows);
    });
    return good && !first ? std::optional(std::move(made)) : std::nullopt;
}

}  // namespace geodata
