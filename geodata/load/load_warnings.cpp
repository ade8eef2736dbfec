// SPDX-License-Identifier: Apache-2.0
#include "geodata/load/load_warnings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace geodata {
namespace {

// 20431 → "20 431"
std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (int i = static_cast<int>(digits.size()) - 3; i > 0; i -= 3) digits.insert(static_cast<std::size_t>(i), " ");
    return digits;
}

std::string first(const Tally& tally) { return fmt::format("(first: feature {})", tally.first.value_or(0)); }

std::string degreesText(const AreaOfUse& area) {
    return fmt::format("longitude {:g}° to {:g}°, latitude {:g}° to {:g}°", area.west, area.east, area.south,
                       area.north);
}

std::string indexText(const LayerFacts& f) {
    return fmt::format(
        "The spatial index of layer {} of {} holds {} of its {} features. All were read here; other programs may show "
        "fewer.",
        geodata::quoted(f.head.name), f.fileText, grouped(*f.head.indexed), grouped(f.read.positioned));
}

bool holdsNoPlace(const LayerFacts& f) {
    return f.read.rows > 0 && f.read.positioned + f.read.unplaced.count + f.read.outside.count == 0 && f.drawn == 0;
}

std::string withoutPlaceText(const LayerFacts& f) {
    constexpr std::size_t kMostNamed = 8, kMostBytes = 40;
    const std::string advice =
        "In an area file, columns = { lat = \"…\", lon = \"…\" } (or mgrs, position, wkt) names them.";
    if (f.head.positionColumns)
        return fmt::format("None of the {} rows of {} has a position, so nothing of it is drawn. {}",
                           grouped(f.read.rows), f.fileText, advice);
    std::string columns;
    for (std::size_t i = 0; i < std::min(f.head.columns.size(), kMostNamed); ++i)
        columns += (i == 0 ? "" : ", ") + geodata::quoted(f.head.columns[i].name, kMostBytes);
    if (f.head.columns.size() > kMostNamed) columns += ", …";
    return fmt::format("No column of {} is known as a position, so nothing of it is drawn. Its columns are {}. {}",
                       f.fileText, columns, advice);
}

}  // namespace

std::vector<Warning> warningsOf(const LayerFacts& f) {
    std::vector<Warning> all = f.head.notes;
    const auto add = [&](const Tally& tally, const std::string& sentence) {
        if (tally.count > 0) all.push_back({sentence, tally.count});
    };
    const std::string features = grouped(f.read.rows), &file = f.fileText;
    const auto some = [&](const Tally& tally) {
        return fmt::format("{} of {} features of {}", grouped(tally.count), features, file);
    };
    add(f.placed.lost,
        fmt::format("{} of {} points of {} lie outside {} and were left out {}.", grouped(f.placed.lost.count),
                    grouped(f.placed.points), file, f.mapCrs, first(f.placed.lost)));
    add(f.read.outside, fmt::format("{} lie outside what {} can show and were left out {}.", some(f.read.outside),
                                    f.mapCrs, first(f.read.outside)));
    if (const auto& area = f.extent.areaOfUse())
        add(f.extent.outsideAreaOfUse(),
            fmt::format("{} lie outside the area of use of {} ({}) {}. Check the layer's coordinate system.",
                        some(f.extent.outsideAreaOfUse()), f.head.crsName, degreesText(*area),
                        first(f.extent.outsideAreaOfUse())));
    add(f.read.shortLines, fmt::format("{} are lines or areas of a single place and cannot be drawn {}.",
                                       some(f.read.shortLines), first(f.read.shortLines)));
    if (f.read.positioned > 0 && f.drawn == 0 && f.read.shortLines.count < f.read.positioned)
        all.push_back(
            {fmt::format(
                 "None of the {} features of {} has a place on a map in {}. Check the layer's coordinate system.",
                 features, file, f.mapCrs),
             f.read.rows});
    if (holdsNoPlace(f)) all.push_back({withoutPlaceText(f), f.read.rows});
    add(f.read.unplaced,
        fmt::format("{} have a position that is not understood; they are listed but not drawn (first: feature {}, {}).",
                    some(f.read.unplaced), f.read.unplaced.first.value_or(0), f.read.unplacedText));
    add(f.read.badText, fmt::format("{} have text in another encoding than declared; what could not be read was "
                                    "replaced {}. Set encoding for this layer, for example \"CP1256\".",
                                    some(f.read.badText), first(f.read.badText)));
    add(f.read.cutText, fmt::format("{} have text longer than {} kB, which was cut there {}. {}.", some(f.read.cutText),
                                    f.limits.textBytes >> 10U, first(f.read.cutText), raiseLimit("text_kb")));
    add(f.read.complaints, fmt::format("{} were read with an error {}: {}.", some(f.read.complaints),
                                       first(f.read.complaints), f.read.complaint));
    if (f.head.promised && *f.head.promised > f.read.rows)
        all.push_back(
            {fmt::format(
                 "{} says that layer {} holds {} features, but only {} could be read. The file is damaged or cut.",
                 file, geodata::quoted(f.head.name), grouped(*f.head.promised), features),
             *f.head.promised - f.read.rows});
    if (f.head.withoutValues)
        all.push_back(
            {fmt::format(
                 "The values of {} could not be read: its .dbf is missing or damaged. Only its shapes are shown.",
                 file),
             f.read.rows});
    if (f.head.indexed && *f.head.indexed < f.read.positioned)
        all.push_back({indexText(f), f.read.positioned - *f.head.indexed});
    return all;
}

}  // namespace geodata
