// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads one TOML table key by key into typed values. The known keys are those that were asked for, so no separate
// list exists; finish() reports the others. A wrong value leaves its target unchanged. Any thread.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layers/area/toml_tree.hpp"
#include "layers/model/style.hpp"

namespace layers {

struct Bounds {
    double min = 0, max = 0;
};

template <class Value>
using Choices = std::span<const std::pair<std::string_view, Value>>;

class TableReader {
public:
    // `where` as sentences name it: "[area]", "[[layer]]", "style".
    TableReader(const TomlNode& table, std::string where, Problems& problems)
        : m_table(table), m_where(std::move(where)), m_problems(problems) {}

    Place place() const { return m_table.place; }
    // The value of a key, which is thereby known; nullptr where the file does not have it.
    const TomlNode* find(std::string_view key);

    // Each returns the value's place where a good value was read.
    std::optional<Place> text(std::string_view key, std::string& to);
    std::optional<Place> requiredText(std::string_view key, std::string& to);
    std::optional<Place> date(std::string_view key, std::string& to);
    std::optional<Place> textOrDate(std::string_view key, std::string& to);
    std::optional<Place> flag(std::string_view key, bool& to);
    std::optional<Place> number(std::string_view key, Bounds bounds, double& to);
    std::optional<Place> wholeNumber(std::string_view key, Bounds bounds, int& to);
    std::optional<Place> numbers(std::string_view key, Bounds bounds, std::vector<double>& to);
    std::optional<Place> color(std::string_view key, Rgba& to);
    template <class Value>
    std::optional<Place> choice(std::string_view key, Choices<Value> choices, Value& to) {
        std::vector<std::string_view> words;
        for (const auto& [word, value] : choices) words.push_back(word);
        std::size_t index = 0;
        const auto where = choiceIndex(key, words, index);
        if (where) to = choices[index].second;
        return where;
    }
    // Texts of a list, each with its place.
    std::vector<std::pair<std::string, Place>> texts(std::string_view key);
    // Tables of a list written [[key]].
    std::vector<const TomlNode*> tables(std::string_view key);

    // Reports keys that were not asked for. `elsewhere`: keys of another table, named in the sentence as
    // `elsewhereName`.
    void finish(std::span<const std::string> elsewhere = {}, std::string_view elsewhereName = {}) const;
    const std::vector<std::string>& knownKeys() const { return m_known; }

private:
    std::optional<Place> choiceIndex(std::string_view key, std::span<const std::string_view> words, std::size_t& index);
    const TomlNode* findKind(std::string_view key, TomlNode::Kind kind, std::string_view kindName);
    bool within(std::string_view key, const TomlNode& node, Bounds bounds);

    const TomlNode& m_table;
    std::string m_where;
    Problems& m_problems;
    std::vector<std::string> m_known;
};

// The known word that a typing slip may have meant: at most two letters away, one for words of up to four.
std::string nearestWord(std::string_view word, std::span<const std::string> known);

}  // namespace layers
