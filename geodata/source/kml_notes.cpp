// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/kml_notes.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace geodata {
namespace {

using std::string_view;

constexpr std::size_t kMostShown = 120;

// An element that begins at or after `from`: what is inside it, and where it ends.
struct Element {
    string_view content;
    std::size_t end = 0;
};

std::optional<Element> elementFrom(string_view kml, string_view name, std::size_t from) {
    const std::string opening = "<" + std::string(name), closing = "</" + std::string(name);
    for (std::size_t at = kml.find(opening, from); at != string_view::npos; at = kml.find(opening, at + 1)) {
        const std::size_t next = at + opening.size();
        if (next >= kml.size() || string_view(" \t\r\n>").find(kml[next]) == string_view::npos) continue;
        const std::size_t begin = kml.find('>', next);
        if (begin == string_view::npos) return {};
        const std::size_t end = std::min(kml.find(closing, begin), kml.size());
        return Element{kml.substr(begin + 1, end - begin - 1), end};
    }
    return {};
}

// The text of the first element of this name, without the blanks around it and the marks of CDATA.
std::string textOf(string_view content, string_view name) {
    const auto element = elementFrom(content, name, 0);
    if (!element) return {};
    string_view text = element->content;
    constexpr string_view kBlanks = " \t\r\n", kOpens = "<![CDATA[", kCloses = "]]>";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == string_view::npos) return {};
    text = text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
    if (text.starts_with(kOpens) && text.ends_with(kCloses) && text.size() >= kOpens.size() + kCloses.size())
        text = text.substr(kOpens.size(), text.size() - kOpens.size() - kCloses.size());
    std::string plain(text);
    for (std::size_t at = plain.find("&amp;"); at != std::string::npos; at = plain.find("&amp;", at + 1))
        plain.replace(at, 5, "&");
    return plain;
}

std::string counted(std::size_t count, const char* one, const char* several) {
    return count == 1 ? one : fmt::format("{} {}", count, several);
}

std::string firstOf(std::size_t count, const std::string& first) {
    return count == 1 ? ": " + quoted(first, kMostShown) : fmt::format(" (first: {})", quoted(first, kMostShown));
}

}  // namespace

std::vector<std::string> kmlLinks(string_view kml) {
    std::vector<std::string> targets;
    for (auto link = elementFrom(kml, "NetworkLink", 0); link; link = elementFrom(kml, "NetworkLink", link->end))
        targets.push_back(textOf(link->content, "href"));
    return targets;
}

std::vector<Warning> kmlNotes(string_view kml, const std::string& fileText,
                              const std::function<bool(const std::string& target)>& isInside) {
    std::vector<Warning> notes;
    std::vector<std::string> links;
    for (std::string& target : kmlLinks(kml))
        if (!isInside(target)) links.push_back(std::move(target));
    if (!links.empty())
        notes.push_back({fmt::format("{} holds {}, which {} not followed{}. Save what is there as a file and open it.",
                                     fileText, counted(links.size(), "a link to another file", "links to other files"),
                                     links.size() == 1 ? "is" : "are", firstOf(links.size(), links.front())),
                         links.size()});
    std::size_t overlays = 0;
    std::string first;
    for (const char* kind : {"GroundOverlay", "ScreenOverlay", "PhotoOverlay"})
        for (auto overlay = elementFrom(kml, kind, 0); overlay; overlay = elementFrom(kml, kind, overlay->end))
            if (overlays++ == 0) first = textOf(overlay->content, "name");
    if (overlays > 0)
        notes.push_back({fmt::format("{} holds {}, which {} not shown{}. An outline shows where it lies.", fileText,
                                     counted(overlays, "an image laid over the map", "images laid over the map"),
                                     overlays == 1 ? "is" : "are", firstOf(overlays, first)),
                         overlays});
    return notes;
}

}  // namespace geodata
