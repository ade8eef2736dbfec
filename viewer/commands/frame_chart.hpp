#pragma once
// The frame times of a flight as a picture: one bar a frame, the legs in colours of their own, lines where 60 and 20 frames
// a second lie. A DrawList like any other; the same back end makes it pixels. Pure.

#include "layers/scene/draw/draw_list.hpp"
#include "layers/text/text.hpp"
#include "viewer/commands/bench_figures.hpp"

namespace viewer {

layers::DrawList frameChart(const BenchFigures& figures, const layers::FontSet& fonts, layers::ScreenSize size);

}  // namespace viewer
