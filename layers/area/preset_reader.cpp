// SPDX-License-Identifier: Apache-2.0
#include "layers/area/preset_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "layers/model/marginalia_switches.hpp"

namespace layers {
namespace {

constexpr Bounds kDpi{30, 2400}, kScale{1, 1e10};
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kPapers{
    {{"A4", "A4"}, {"A3", "A3"}, {"A2", "A2"}, {"A1", "A1"}, {"A0", "A0"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kAspects{
    {{"16:9", "16:9"}, {"4:3", "4:3"}, {"1:1", "1:1"}}};
constexpr std::array<std::pair<std::string_view, GridChoice>, 4> kGrids{{{"none", {false, GridKind::geo}},
                                                                         {"geo", {true, GridKind::geo}},
                                                                         {"mgrs", {true, GridKind::mgrs}},
                                                                         {"utm", {true, GridKind::utm}}}};

std::optional<int> sideOf(std::string_view text) {
    int side = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), side);
    const bool good = error == std::errc() && end == text.data() + text.size() && side >= kLeastPictureSidePx &&
                      side <= kMostPictureSidePx;
    return good ? std::optional(side) : std::nullopt;
}

void readSize(TableReader& in, Problems& problems, PictureFrame& to) {
    std::string text;
    const auto place = in.text("size", text);
    if (!place) return;
    const std::size_t x = std::min(text.find('x'), text.size());
    const auto width = sideOf(std::string_view(text).substr(0, x)),
               height = sideOf(std::string_view(text).substr(std::min(x + 1, text.size())));
    if (width && height) to.size = ScreenSize{*width, *height};
    else
        problems.add(*place, fmt::format("\"size\" must be \"WIDTHxHEIGHT\", each side of {} to {} pixels",
                                         kLeastPictureSidePx, kMostPictureSidePx));
}

// A number, or "round".
void readScale(TableReader& in, Problems& problems, PictureFrame& to) {
    const TomlNode* node = in.find("scale");
    double scale = 0;
    if (node == nullptr) return;
    if (node->kind == TomlNode::Kind::text && node->text == "round") to.roundScale = true;
    else if (node->kind == TomlNode::Kind::text)
        problems.add(node->place, "\"scale\" must be the n of 1:n, or \"round\"");
    else if (in.number("scale", kScale, scale)) to.scale = scale;
}

void readFrame(TableReader& in, Problems& problems, PictureFrame& to) {
    std::string_view paper, aspect;
    double dpi = 0;
    bool portrait = false;
    readSize(in, problems, to);
    in.choice<std::string_view>("paper", kPapers, paper);
    const auto aspectPlace = in.choice<std::string_view>("aspect", kAspects, aspect);
    to.paper = paper;
    to.aspect = aspect;
    if (in.flag("portrait", portrait)) to.portrait = portrait;
    if (in.number("dpi", kDpi, dpi)) to.dpi = dpi;
    readScale(in, problems, to);
    readExtent(in, "extent", problems, to.extent);
    if (to.size.has_value() + !paper.empty() + !aspect.empty() > 1)
        problems.add(aspectPlace.value_or(in.place()), "it says its size twice",
                     "Write one of size, paper and aspect.");
    else if (const auto size = sizeOf(to, {1920, 1080}); !size)
        problems.add(in.place(), "its picture would be larger than 16384 pixels",
                     "Choose fewer dots per inch or a smaller sheet.");
}

void readFormats(TableReader& in, Problems& problems, std::vector<std::string>& to) {
    const auto read = in.texts("formats");
    if (!read.empty()) to.clear();
    for (const auto& [format, place] : read) {
        if (std::ranges::find(kPictureFormats, format) == std::end(kPictureFormats))
            problems.add(place, fmt::format("{} is no format of pictures", geodata::quoted(format, 60)),
                         "They are png, jpg, webp, tif and pdf.");
        to.push_back(format);
    }
}

void readMarginalia(TableReader& in, Problems& problems, PicturePreset& to) {
    in.text("subtitle", to.subtitle);
    in.text("note", to.note);
    in.text("marking", to.marking);
    std::optional<Place> first;
    for (auto& [edit, place] : in.texts("marginalia")) {
        if (!first) first = place;
        to.marginalia.push_back(std::move(edit));
    }
    const auto switched = withSwitches({}, to.marginalia);
    if (!switched)
        problems.add(*first, fmt::format("a name under \"marginalia\" is wrong ({})", switched.error().text));
}

PicturePreset readPreset(const TomlNode& table, Problems& problems, std::set<std::string>& names) {
    TableReader in(table, "[[preset]]", problems);
    PicturePreset preset;
    const auto place = in.requiredText("name", preset.name);
    if (place && !names.insert(preset.name).second)
        problems.add(*place, fmt::format("a second preset has the name {}", geodata::quoted(preset.name, 60)));
    in.text("title", preset.title);
    readFrame(in, problems, preset.frame);
    readFormats(in, problems, preset.formats);
    readMarginalia(in, problems, preset);
    bool legend = false;
    if (in.flag("legend", legend)) preset.legend = legend;
    GridChoice grid;
    if (in.choice<GridChoice>("grid", kGrids, grid)) preset.grid = grid;
    in.finish();
    return preset;
}

}  // namespace

void readExtent(TableReader& in, std::string_view key, Problems& problems, std::optional<geodata::LonLatBox>& to) {
    std::vector<double> n;
    const auto place = in.numbers(key, {-180, 180}, n);
    if (!place) return;
    const bool good = n.size() == 4 && n[1] < n[3] && n[1] >= -90 && n[3] <= 90;
    if (good) to = geodata::LonLatBox{n[0], n[1], n[2], n[3]};
    else
        problems.add(*place,
                     fmt::format("\"{}\" must be [west, south, east, north] in degrees, south below north", key));
}

std::vector<PicturePreset> readPresets(TableReader& file, Problems& problems) {
    std::set<std::string> names;
    std::vector<PicturePreset> presets;
    for (const TomlNode* table : file.tables("preset")) presets.push_back(readPreset(*table, problems, names));
    return presets;
}

}  // namespace layers
