// SPDX-License-Identifier: Apache-2.0
#pragma once
// How a layer is drawn, as values. Sizes are in points at the nominal screen (1 pt = 4/3 px at scale factor 1). Any
// thread.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace layers {

struct Rgba {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;

    bool operator==(const Rgba&) const = default;
};

enum class LineJoin : std::uint8_t { round, mitre };
enum class LineCap : std::uint8_t { butt, round };
enum class Hatch : std::uint8_t {
    none,
    diagonal,
    backDiagonal,
    cross
};  // TOML: pattern = "hatch" | "back-hatch" | "cross"
enum class Marker : std::uint8_t { circle, square, triangle, diamond };  // TOML: marker = "circle" …
enum class LabelPlacement : std::uint8_t { point, line, area };          // TOML: label-placement
enum class FontFace : std::uint8_t { regular, bold, italic };            // TOML: label-font

struct LineStyle {
    Rgba color{0, 0, 0, 255};         // stroke; its alpha is stroke-opacity
    double widthPt = 0;               // stroke-width; 0: no line
    std::vector<double> dashPt;       // stroke-dasharray, points on/off
    LineJoin join = LineJoin::round;  // stroke-linejoin
    LineCap cap = LineCap::butt;      // stroke-linecap
    Rgba casing{255, 255, 255, 255};  // casing
    double casingPt = 0;              // casing-width: how far it shows on either side

    bool operator==(const LineStyle&) const = default;
};

struct LabelStyle {
    std::string field;              // label: the column; empty: no labels
    std::string arabicField;        // label-ar
    std::string rankField;          // label-rank: a column; smaller ranks win
    double sizePt = 9;              // label-size
    Rgba color{40, 40, 40, 255};    // label-color
    Rgba halo{255, 255, 255, 220};  // label-halo
    double haloPt = 1.2;            // label-halo-width
    double letterSpacingEm = 0;     // label-spacing
    FontFace font = FontFace::regular;
    LabelPlacement placement = LabelPlacement::point;
    int priority = 0;        // label-priority: larger layers win over smaller ones
    bool upperCase = false;  // label-transform = "uppercase"

    bool operator==(const LabelStyle&) const = default;
};

// A line between two formations, as a control measure of APP-6: its echelon's mark stands in gaps along it, their names
// on both sides. A feature's columns echelon, left, right and approximate say it where they are filled.
struct BoundaryStyle {
    std::string echelon;       // boundary: one of kEchelons; empty: a line like any other
    std::string left, right;   // boundary-left, boundary-right: the formations there, seen along the line
    bool approximate = false;  // approximate: dashed by rule
    double spacingPt = 180;    // boundary-spacing: from mark to mark
    double markSizePt = 9;     // boundary-size: the mark's height

    bool operator==(const BoundaryStyle&) const = default;
};

struct Style {
    std::optional<Rgba> fill;  // fill with fill-opacity as alpha; none: not filled
    Hatch hatch = Hatch::none;
    Rgba hatchColor{0, 0, 0, 255};  // pattern-color
    double hatchSpacingPt = 6;      // pattern-spacing
    double hatchWidthPt = 0.8;      // pattern-width
    LineStyle line;
    BoundaryStyle boundary;
    Marker marker = Marker::circle;
    double markerSizePt = 0;  // marker-size; 0: no marker
    Rgba markerColor{40, 40, 40, 255};
    Rgba markerStroke{255, 255, 255, 255};
    double markerStrokePt = 1;
    LabelStyle label;
    double symbolSizePt = 22;  // units: height of a symbol's frame (symbol-size)

    bool operator==(const Style&) const = default;
};

}  // namespace layers
