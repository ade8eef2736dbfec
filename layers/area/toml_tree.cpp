#include "layers/area/toml_tree.hpp"

#include <fmt/format.h>

// No exceptions leave or enter; the bound on nesting, with the one on dotted keys below, bounds the recursion of parsing,
// of converting and of toml++'s destructors.
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 32
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>

namespace layers {
namespace {

// toml++ nests one table per dot of a key: a line of a million dots would overflow the stack when it is destroyed.
constexpr std::size_t kMaxDotsPerLine = 100;

// Dots outside quotes; all of them where quotes span lines or do not match, for then nobody knows what is quoted.
std::size_t dotsOf(std::string_view line) {
    const auto all = [&] { return static_cast<std::size_t>(std::ranges::count(line, '.')); };
    if (line.find(R"(""")") != line.npos || line.find("'''") != line.npos) return all();
    std::size_t dots = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        dots += line[i] == '.';
        if (const char quote = line[i]; quote == '"' || quote == '\'') {
            for (++i; i < line.size() && line[i] != quote; ++i) i += quote == '"' && line[i] == '\\';
            if (i >= line.size()) return all();
        }
    }
    return dots;
}

std::optional<TomlFault> deepKey(std::string_view toml) {
    for (std::uint32_t number = 1; !toml.empty(); ++number) {
        const std::size_t end = std::min(toml.find('\n'), toml.size());
        if (dotsOf(toml.substr(0, end)) > kMaxDotsPerLine)
            return TomlFault{{number, 1}, fmt::format("more than {} dots in one line", kMaxDotsPerLine)};
        toml.remove_prefix(std::min(end + 1, toml.size()));
    }
    return {};
}

Place placeOf(const toml::source_region& region) { return {region.begin.line, region.begin.column}; }

std::string dateText(const toml::date& d) { return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day); }

TomlNode converted(const toml::node& from);

void fillTable(TomlNode& to, const toml::table& from) {
    to.kind = TomlNode::Kind::table;
    for (const auto& [key, value] : from) {
        to.keys.push_back({std::string(key.str()), placeOf(key.source())});
        to.items.push_back(converted(value));
    }
}

void fillArray(TomlNode& to, const toml::array& from) {
    to.kind = TomlNode::Kind::array;
    for (const toml::node& item : from) to.items.push_back(converted(item));
}

void fillNumber(TomlNode& to, double number, bool whole) {
    to.kind = TomlNode::Kind::number;
    to.number = number;
    to.whole = whole;
}

TomlNode converted(const toml::node& from) {
    TomlNode to;
    to.place = placeOf(from.source());
    if (const auto* table = from.as_table()) fillTable(to, *table);
    else if (const auto* array = from.as_array()) fillArray(to, *array);
    else if (const auto* text = from.as_string()) to.kind = TomlNode::Kind::text, to.text = text->get();
    else if (const auto* whole = from.as_integer()) fillNumber(to, static_cast<double>(whole->get()), true);
    else if (const auto* real = from.as_floating_point()) fillNumber(to, real->get(), false);
    else if (const auto* flag = from.as_boolean()) to.kind = TomlNode::Kind::flag, to.flag = flag->get();
    else if (const auto* date = from.as_date()) to.kind = TomlNode::Kind::date, to.text = dateText(date->get());
    return to;
}

}  // namespace

std::variant<TomlNode, TomlFault> parseToml(std::string_view toml) {
    if (auto fault = deepKey(toml)) return *fault;
    const toml::parse_result result = toml::parse(toml);
    if (result.succeeded()) return converted(result.table());
    std::string reason(result.error().description());
    while (reason.ends_with('.')) reason.pop_back();
    return TomlFault{placeOf(result.error().source()), reason};
}

}  // namespace layers
