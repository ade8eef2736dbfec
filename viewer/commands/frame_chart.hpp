// SPDX-License-Identifier: Apache-2.0
#pragma once
// Draws the frame times of a flight as a chart: one bar per frame, a colour per leg, and lines at 60 and 20 frames
// per second. The result is an ordinary DrawList. Pure; any thread.

#include "layers/scene/draw/draw_list.hpp"
#include "layers/text/text.hpp"
#include "viewer/commands/bench_figures.hpp"

namespace viewer {

layers::DrawList frameChart(const BenchFigures& figures, const layers::FontSet& fonts, layers::ScreenSize size);

}  // namespace viewer
