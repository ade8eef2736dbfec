// SPDX-License-Identifier: Apache-2.0
#include "layers/model/picture_frame.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace layers {
namespace {

constexpr int kRowsOfAspect = 2160;
constexpr double kMmPerInch = 25.4;

geodata::Result<ScreenSize> checked(double width, double height) {
    const auto fits = [](double side) { return side >= kLeastPictureSidePx && side <= kMostPictureSidePx; };
    if (fits(width) && fits(height)) return ScreenSize{static_cast<int>(width), static_cast<int>(height)};
    return geodata::failure("Cannot draw a picture of", fmt::format("{:.0f}×{:.0f}", width, height),
                            fmt::format("each side must have {} to {} pixels", kLeastPictureSidePx, kMostPictureSidePx),
                            "Choose fewer dots per inch or a smaller sheet.");
}

}  // namespace

std::optional<PaperSize> paperOf(std::string_view name, bool portrait) {
    constexpr std::pair<std::string_view, PaperSize> kSheets[] = {
        {"A4", {297, 210}}, {"A3", {420, 297}}, {"A2", {594, 420}}, {"A1", {841, 594}}, {"A0", {1189, 841}}};
    for (const auto& [sheet, size] : kSheets)
        if (sheet == name) return portrait ? PaperSize{size.heightMm, size.widthMm} : size;
    return {};
}

std::optional<double> aspectOf(std::string_view text) {
    if (text == "16:9") return 16.0 / 9;
    if (text == "4:3") return 4.0 / 3;
    if (text == "1:1") return 1.0;
    return {};
}

double dpiOf(const PictureFrame& frame) { return frame.dpi.value_or(frame.paper.empty() ? 0 : kPaperDpi); }

geodata::Result<ScreenSize> sizeOf(const PictureFrame& frame, ScreenSize otherwise) {
    const bool portrait = frame.portrait.value_or(false);
    if (const auto paper = paperOf(frame.paper, portrait)) {
        const double perMm = dpiOf(frame) / kMmPerInch;
        return checked(std::round(paper->widthMm * perMm), std::round(paper->heightMm * perMm));
    }
    if (const auto aspect = aspectOf(frame.aspect)) {
        const double wide = std::round(kRowsOfAspect * *aspect);
        return portrait ? checked(kRowsOfAspect, wide) : checked(wide, kRowsOfAspect);
    }
    const ScreenSize size = frame.size.value_or(otherwise);
    return checked(size.width, size.height);
}

bool saysSize(const PictureFrame& frame) { return frame.size || !frame.paper.empty() || !frame.aspect.empty(); }

PictureFrame overlaid(PictureFrame below, const PictureFrame& over) {
    if (saysSize(over))
        below.size = over.size, below.paper = over.paper, below.aspect = over.aspect, below.portrait = over.portrait;
    if (saysSize(over) && over.paper.empty() && !over.dpi)
        below.dpi.reset();  // pixels are for a screen unless a resolution is given
    if (over.portrait) below.portrait = over.portrait;
    if (over.dpi) below.dpi = over.dpi;
    if (over.scale || over.roundScale) below.scale = over.scale, below.roundScale = over.roundScale;
    if (over.extent) {
        below.extent = over.extent;
        if (!over.scale && !over.roundScale) below.scale.reset();  // it says the scale
    }
    return below;
}

double rounderScale(double n) {
    if (!(n > 0) || !std::isfinite(n)) return n;
    const double power = std::pow(10, std::floor(std::log10(n)));
    for (const double step : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5})
        if (step * power >= n * (1 - 1e-9)) return step * power;
    return 10 * power;
}

Stage framed(Stage stage, const PictureFrame& frame, ScreenSize size, std::optional<MapBox> extent) {
    const MapBox seen = extent.value_or(stage.view.box());
    stage.dpi = dpiOf(frame);
    if (extent || !(stage.view.size == size)) stage.view = viewOf(seen, size);
    const double is = stage.scale();
    if (frame.scale) stage.view.mPerPx *= *frame.scale / is;
    else if (frame.roundScale) stage.view.mPerPx *= rounderScale(is) / is;
    return stage;
}

}  // namespace layers
