// SPDX-License-Identifier: Apache-2.0
#include "layers/area/style_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "layers/model/echelon.hpp"

namespace layers {
namespace {

using std::string_view;
template <class Value, std::size_t N>
using ChoiceList = std::array<std::pair<string_view, Value>, N>;

constexpr ChoiceList<LineJoin, 3> kJoins{
    {{"round", LineJoin::round}, {"mitre", LineJoin::mitre}, {"miter", LineJoin::mitre}}};
constexpr ChoiceList<LineCap, 2> kCaps{{{"butt", LineCap::butt}, {"round", LineCap::round}}};
constexpr ChoiceList<Hatch, 4> kHatches{
    {{"hatch", Hatch::diagonal}, {"back-hatch", Hatch::backDiagonal}, {"cross", Hatch::cross}, {"none", Hatch::none}}};
constexpr ChoiceList<Marker, 4> kMarkers{{{"circle", Marker::circle},
                                          {"square", Marker::square},
                                          {"triangle", Marker::triangle},
                                          {"diamond", Marker::diamond}}};
constexpr ChoiceList<LabelPlacement, 3> kPlacements{
    {{"point", LabelPlacement::point}, {"line", LabelPlacement::line}, {"area", LabelPlacement::area}}};
constexpr ChoiceList<FontFace, 3> kFonts{
    {{"regular", FontFace::regular}, {"bold", FontFace::bold}, {"italic", FontFace::italic}}};
constexpr ChoiceList<bool, 2> kTransforms{{{"uppercase", true}, {"none", false}}};

// Points at the nominal screen: beyond these a size is a slip, and would stall the drawing.
constexpr Bounds kShare{0, 1}, kWidthPt{0, 100}, kDashPt{0, 1000}, kSpacingPt{1, 200}, kMarkerPt{0, 200},
    kTextPt{1, 200}, kHaloPt{0, 20}, kEm{0, 5}, kPriority{-1000, 1000}, kSymbolPt{4, 300}, kMarkSpacingPt{40, 5000};
constexpr std::size_t kMaxDashes = 8;  // that the shader draws; an odd list is run through twice
constexpr double kDefaultStrokePt = 1, kDefaultCasingPt = 1, kDefaultMarkerPt = 6;

Rgba withOpacity(Rgba color, double opacity) {
    color.a = static_cast<std::uint8_t>(std::lround(color.a * opacity));
    return color;
}

void readFill(TableReader& in, Style& style) {
    Rgba color;
    double opacity = 1;
    const bool given = in.color("fill", color).has_value();
    in.number("fill-opacity", kShare, opacity);
    if (given && color.a > 0) style.fill = withOpacity(color, opacity);
    in.choice<Hatch>("pattern", kHatches, style.hatch);
    in.color("pattern-color", style.hatchColor);
    in.number("pattern-spacing", kSpacingPt, style.hatchSpacingPt);
    in.number("pattern-width", kWidthPt, style.hatchWidthPt);
}

void readDashes(TableReader& in, Problems& problems, std::vector<double>& dashPt) {
    const auto place = in.numbers("stroke-dasharray", kDashPt, dashPt);
    if (!place || dashPt.empty()) return;
    const bool solid = std::ranges::all_of(dashPt, [](double d) { return d == 0; });
    const std::size_t drawn = dashPt.size() * (dashPt.size() % 2 + 1);
    if (solid || drawn > kMaxDashes) {
        problems.add(*place,
                     fmt::format("\"stroke-dasharray\" must hold at most {} lengths, or 3 where their number is "
                                 "odd, not all of them 0",
                                 kMaxDashes));
        dashPt.clear();
    }
    if (dashPt.size() % 2 == 1) {  // SVG: an odd list is run through twice
        const std::vector<double> once = dashPt;
        dashPt.insert(dashPt.end(), once.begin(), once.end());
    }
}

void readStroke(TableReader& in, Problems& problems, LineStyle& line) {
    double opacity = 1;
    if (in.color("stroke", line.color) && line.color.a > 0) line.widthPt = kDefaultStrokePt;
    in.number("stroke-opacity", kShare, opacity);
    line.color = withOpacity(line.color, opacity);
    in.number("stroke-width", kWidthPt, line.widthPt);
    readDashes(in, problems, line.dashPt);
    in.choice<LineJoin>("stroke-linejoin", kJoins, line.join);
    in.choice<LineCap>("stroke-linecap", kCaps, line.cap);
    if (in.color("casing", line.casing) && line.casing.a > 0) line.casingPt = kDefaultCasingPt;
    in.number("casing-width", kWidthPt, line.casingPt);
}

void readBoundary(TableReader& in, BoundaryStyle& boundary) {
    ChoiceList<std::string, kEchelons.size()> echelons;
    std::ranges::transform(kEchelons, echelons.begin(),
                           [](string_view name) { return std::pair(name, std::string(name)); });
    in.choice<std::string>("boundary", echelons, boundary.echelon);
    in.text("boundary-left", boundary.left);
    in.text("boundary-right", boundary.right);
    in.flag("approximate", boundary.approximate);
    in.number("boundary-spacing", kMarkSpacingPt, boundary.spacingPt);
    in.number("boundary-size", kTextPt, boundary.markSizePt);
}

void readMarker(TableReader& in, Style& style) {
    if (in.choice<Marker>("marker", kMarkers, style.marker)) style.markerSizePt = kDefaultMarkerPt;
    in.number("marker-size", kMarkerPt, style.markerSizePt);
    in.color("marker-color", style.markerColor);
    in.color("marker-stroke", style.markerStroke);
    in.number("marker-stroke-width", kWidthPt, style.markerStrokePt);
}

void readLabel(TableReader& in, LabelStyle& label) {
    in.text("label", label.field);
    in.text("label-ar", label.arabicField);
    in.text("label-rank", label.rankField);
    in.number("label-size", kTextPt, label.sizePt);
    in.color("label-color", label.color);
    in.color("label-halo", label.halo);
    in.number("label-halo-width", kHaloPt, label.haloPt);
    in.number("label-spacing", kEm, label.letterSpacingEm);
    in.choice<FontFace>("label-font", kFonts, label.font);
    in.choice<LabelPlacement>("label-placement", kPlacements, label.placement);
    in.wholeNumber("label-priority", kPriority, label.priority);
    in.choice<bool>("label-transform", kTransforms, label.upperCase);
}

void readAll(TableReader& in, Problems& problems, Style& style) {
    readFill(in, style);
    readStroke(in, problems, style.line);
    readBoundary(in, style.boundary);
    readMarker(in, style);
    readLabel(in, style.label);
    in.number("symbol-size", kSymbolPt, style.symbolSizePt);
}

}  // namespace

Style readStyle(const TomlNode& table, Problems& problems) {
    Style style;
    TableReader in(table, "style", problems);
    readAll(in, problems, style);
    in.finish();
    return style;
}

std::vector<std::string> styleKeys() {
    TomlNode empty;
    empty.kind = TomlNode::Kind::table;
    Problems problems("");
    Style style;
    TableReader in(empty, "style", problems);
    readAll(in, problems, style);
    return in.knownKeys();
}

}  // namespace layers
