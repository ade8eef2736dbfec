// SPDX-License-Identifier: Apache-2.0
#pragma once
// The frame of a picture: which part of the map it shows and how large it is, independent of the window. A value; any
// thread.

#include <optional>
#include <string>
#include <string_view>

#include "geodata/result/result.hpp"
#include "geodata/store/store.hpp"
#include "layers/model/stage.hpp"

namespace layers {

inline constexpr int kLeastPictureSidePx = 16, kMostPictureSidePx = 16384;
inline constexpr double kPaperDpi = 300;  // what printers make of a picture

struct PaperSize {
    double widthMm = 0, heightMm = 0;
};

// What is not said is taken from the view: its extent, its 1:n, its size.
struct PictureFrame {
    std::optional<ScreenSize> size{};  // pixels; one of size, paper and aspect
    std::string paper{};               // "A4" to "A0"
    std::string aspect{};              // "16:9", "4:3", "1:1": 2160 rows on a screen
    std::optional<bool> portrait{};    // of paper and aspect; landscape otherwise
    std::optional<double> dpi{};       // sizes are true on paper then; with a paper 300
    std::optional<double> scale{};     // n of 1:n
    bool roundScale = false;           // the next rounder scale that shows all of the extent
    std::optional<geodata::LonLatBox> extent{};

    bool operator==(const PictureFrame&) const = default;
};

std::optional<PaperSize> paperOf(std::string_view name, bool portrait);
std::optional<double> aspectOf(std::string_view text);  // width by height

// Dots per inch; 0: a picture for a screen.
double dpiOf(const PictureFrame& frame);
// Refused where a side is longer than a picture may be; `otherwise` where the frame says nothing.
geodata::Result<ScreenSize> sizeOf(const PictureFrame& frame, ScreenSize otherwise);
// Whether it says how large the picture is: by pixels, paper or aspect.
bool saysSize(const PictureFrame& frame);
// `over` wins wherever it says something.
PictureFrame overlaid(PictureFrame below, const PictureFrame& over);

// The stage as the frame shows it: `extent` (of the frame, in the map) or else all of the stage's own view, at the
// frame's scale about its middle.
Stage framed(Stage stage, const PictureFrame& frame, ScreenSize size, std::optional<MapBox> extent = {});

// The smallest of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5 times a power of ten that is no smaller than `n`.
double rounderScale(double n);

}  // namespace layers
