// SPDX-License-Identifier: Apache-2.0
#include "layers/area/table_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "layers/area/color.hpp"
#include "layers/model/date.hpp"

namespace layers {
namespace {

using Kind = TomlNode::Kind;

std::string keyName(std::string_view key) { return geodata::quoted(key, 60); }

// Levenshtein's distance, row by row.
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

// `"a", "b" or "c"`
std::string listed(std::span<const std::string_view> words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
        out += keyName(words[i]);
    }
    return out;
}

}  // namespace

std::string nearestWord(std::string_view word, std::span<const std::string> known) {
    if (word.size() > 60) return {};  // no slip of the finger
    std::size_t best = word.size() <= 4 ? 1 : 2;
    std::string nearest;
    for (const std::string& candidate : known) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance < best || (distance == best && nearest.empty())) nearest = candidate, best = distance;
    }
    return nearest;
}

const TomlNode* TableReader::find(std::string_view key) {
    m_known.emplace_back(key);
    const auto found = std::ranges::find(m_table.keys, key, &TomlKey::name);
    return found == m_table.keys.end() ? nullptr
                                       : &m_table.items[static_cast<std::size_t>(found - m_table.keys.begin())];
}

const TomlNode* TableReader::findKind(std::string_view key, Kind kind, std::string_view kindName) {
    const TomlNode* node = find(key);
    if (!node || node->kind == kind) return node;
    m_problems.add(node->place, fmt::format("{} must be {}", keyName(key), kindName));
    return nullptr;
}

std::optional<Place> TableReader::text(std::string_view key, std::string& to) {
    const TomlNode* node = findKind(key, Kind::text, "text in quotes");
    if (!node) return {};
    if (node->text.find('\0') != std::string::npos) {  // paths and C interfaces would end there
        m_problems.add(node->place, fmt::format("{} holds a zero character", keyName(key)));
        return {};
    }
    to = node->text;
    return node->place;
}

std::optional<Place> TableReader::requiredText(std::string_view key, std::string& to) {
    if (std::ranges::find(m_table.keys, key, &TomlKey::name) == m_table.keys.end()) {
        m_known.emplace_back(key);
        m_problems.add(m_table.place, fmt::format("{} has no {}", m_where, keyName(key)));
        return {};
    }
    const auto place = text(key, to);
    if (!place || !to.empty()) return place;
    m_problems.add(*place, fmt::format("{} must not be empty", keyName(key)));
    return {};
}

std::optional<Place> TableReader::date(std::string_view key, std::string& to) {
    const TomlNode* node = find(key);
    if (!node) return {};
    const bool good = (node->kind == Kind::text || node->kind == Kind::date) && isDate(node->text);
    if (!good) m_problems.add(node->place, fmt::format("{} must be a date of the form YYYY-MM-DD", keyName(key)));
    if (!good) return {};
    to = node->text;
    return node->place;
}

std::optional<Place> TableReader::textOrDate(std::string_view key, std::string& to) {
    const TomlNode* node = find(key);
    return node && node->kind == Kind::date ? date(key, to) : text(key, to);
}

std::optional<Place> TableReader::flag(std::string_view key, bool& to) {
    const TomlNode* node = findKind(key, Kind::flag, "true or false");
    if (!node) return {};
    to = node->flag;
    return node->place;
}

bool TableReader::within(std::string_view key, const TomlNode& node, Bounds bounds) {
    if (node.number >= bounds.min && node.number <= bounds.max) return true;  // false for NaN
    m_problems.add(node.place, fmt::format("{} must be between {} and {}, not {}", keyName(key), bounds.min, bounds.max,
                                           node.number));
    return false;
}

std::optional<Place> TableReader::number(std::string_view key, Bounds bounds, double& to) {
    const TomlNode* node = findKind(key, Kind::number, "a number");
    if (!node || !within(key, *node, bounds)) return {};
    to = node->number;
    return node->place;
}

std::optional<Place> TableReader::wholeNumber(std::string_view key, Bounds bounds, int& to) {
    const TomlNode* node = findKind(key, Kind::number, "a whole number");
    if (!node) return {};
    if (!node->whole) m_problems.add(node->place, fmt::format("{} must be a whole number", keyName(key)));
    if (!node->whole || !within(key, *node, bounds)) return {};
    to = static_cast<int>(node->number);
    return node->place;
}

std::optional<Place> TableReader::numbers(std::string_view key, Bounds bounds, std::vector<double>& to) {
    const TomlNode* node = findKind(key, Kind::array, "a list of numbers");
    if (!node) return {};
    std::vector<double> read;
    for (const TomlNode& item : node->items) {
        if (item.kind != Kind::number)
            m_problems.add(item.place, fmt::format("{} must hold numbers only", keyName(key)));
        if (item.kind != Kind::number || !within(key, item, bounds)) return {};
        read.push_back(item.number);
    }
    to = std::move(read);
    return node->place;
}

std::optional<Place> TableReader::color(std::string_view key, Rgba& to) {
    std::string written;
    const auto place = text(key, written);
    if (!place) return {};
    if (const auto color = parseColor(written)) {
        to = *color;
        return place;
    }
    m_problems.add(*place, fmt::format("{} is no colour", geodata::quoted(written, 60)),
                   "Write #rgb, #rrggbb, #rrggbbaa, a name such as \"navy\", or \"none\".");
    return {};
}

std::optional<Place> TableReader::choiceIndex(std::string_view key, std::span<const std::string_view> words,
                                              std::size_t& index) {
    std::string written;
    const auto place = text(key, written);
    if (!place) return {};
    const auto found = std::ranges::find(words, written);
    index = static_cast<std::size_t>(found - words.begin());
    if (found != words.end()) return place;
    m_problems.add(*place,
                   fmt::format("{} must be {}, not {}", keyName(key), listed(words), geodata::quoted(written, 60)));
    return {};
}

std::vector<std::pair<std::string, Place>> TableReader::texts(std::string_view key) {
    std::vector<std::pair<std::string, Place>> read;
    const TomlNode* node = findKind(key, Kind::array, "a list of texts");
    if (!node) return read;
    for (const TomlNode& item : node->items) {
        if (item.kind == Kind::text) read.emplace_back(item.text, item.place);
        else m_problems.add(item.place, fmt::format("{} must hold texts only", keyName(key)));
    }
    return read;
}

std::vector<const TomlNode*> TableReader::tables(std::string_view key) {
    const std::string kindName = fmt::format("a list of tables, each headed [[{}]]", key);
    std::vector<const TomlNode*> read;
    const TomlNode* node = findKind(key, Kind::array, kindName);
    if (!node) return read;
    for (const TomlNode& item : node->items) {
        if (item.kind == Kind::table) read.push_back(&item);
        else m_problems.add(item.place, fmt::format("{} must be {}", keyName(key), kindName));
    }
    return read;
}

void TableReader::finish(std::span<const std::string> elsewhere, std::string_view elsewhereName) const {
    for (const TomlKey& key : m_table.keys) {
        if (std::ranges::find(m_known, key.name) != m_known.end()) continue;
        const bool misplaced = std::ranges::find(elsewhere, key.name) != elsewhere.end();
        const std::string nearest = m_problems.many() ? "" : nearestWord(key.name, m_known);
        std::string advice;
        if (misplaced) advice = fmt::format("It belongs in {}.", elsewhereName);
        else if (!nearest.empty()) advice = fmt::format("Did you mean {}?", keyName(nearest));
        m_problems.add(key.place, fmt::format("unknown key {} in {}", keyName(key.name), m_where), advice);
    }
}

}  // namespace layers
