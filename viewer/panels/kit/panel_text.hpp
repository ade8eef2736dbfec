// SPDX-License-Identifier: Apache-2.0
#pragma once
// The texts of the panels: makes texts of unknown origin safe to draw, cuts them to a width, and words counts, states
// and the unit card. Pure; any thread.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geodata/geometry/geometry.hpp"
#include "layers/orbat/orbat.hpp"
#include "viewer/workspace/sources.hpp"

namespace viewer {

// As geodata::quoted, without the marks around it: no control or direction characters, always UTF-8.
std::string shownText(std::string_view text, std::size_t maxBytes = 400);

// The longest beginning of `text` (whole characters) that fits with an ellipsis; all of it where it fits.
using TextWidth = std::function<float(std::string_view)>;
std::string cutToWidth(std::string_view text, float widthPx, const TextWidth& width);

// "12 400", with thin spaces from five digits on.
std::string countText(std::uint64_t count);

// The tooltip of a marker that represents so many points.
std::string clusterText(std::uint32_t points);

// What a layer's row says at its end: "62 %", "preparing", "1 200", nothing.
std::string stateText(const SourceState& state);
// 0 … 1 while reading; none where the total is unknown or reading has ended.
std::optional<float> progressOf(const SourceState& state);
// ", 12 400 a second, 3 s left" of a layer that is being read; empty in the first second.
std::string paceText(const SourceState& state);
// "1 240 features, 3 warnings, read from the cache".
std::string detailText(const SourceState& state);
// "Shown from 1:50 000 to 1:1 000 000."; empty: at every scale.
std::string scaleRangeText(const layers::LayerSpec& layer);
std::string layerTimeText(const layers::LayerSpec& layer);

// "from 2018-10-25 until 2019-04-30"; the end is the first day no longer held.
std::string datesText(const layers::Unit& unit);
// "± 2.5 km"
std::string uncertaintyText(double uncertaintyM);

struct CardLine {
    std::string label, value;
    std::optional<std::size_t> leadsTo;  // another unit of the order of battle: the line is a link

    bool operator==(const CardLine&) const = default;
};
// The first choice that begins with a typed letter, small or capital; with the letter typed again the next one after
// it, in a ring.
std::optional<std::size_t> choiceAt(std::span<const std::string> choices, char32_t letter,
                                    std::optional<std::size_t> after);
// Where a unit stands, as precisely as it is known: all to the power of ten metres that is nearest to the uncertainty
// (± 150 m: 100 m, ± 2 km: 1 km, ± 8 km: 10 km), so that what is written stays true within it; a degree's fifth decimal
// is a metre.
std::vector<CardLine> positionLines(geodata::LonLat position, double uncertaintyM);
// "ITA · battalion · motorized infantry"
std::string unitSubtitle(const layers::Unit& unit);
// Everything else that is known, in the card's order; texts ready to be drawn. `position` where it is known and can be
// said in degrees; `date` decides which children are there.
struct CardAsk {
    const layers::Orbat& orbat;
    std::size_t unit = 0;
    std::optional<geodata::LonLat> position;
    std::string date;
};
std::vector<CardLine> cardLines(const CardAsk& ask);

// "Ctrl+Shift+Z" as its keys; a plus at the end is the key itself.
std::vector<std::string> keyCaps(std::string_view keys);

// What a switch of the marginalia is called beside its box: "scale-bar" as "Scale bar".
std::string switchWords(std::string_view name);

}  // namespace viewer
