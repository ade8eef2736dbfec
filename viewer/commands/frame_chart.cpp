// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/frame_chart.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace viewer {
namespace {

using layers::Rgba;
using layers::ScreenRect;

constexpr double kMarginPx = 60, kTopPx = 90, kTextPx = 22;
constexpr double kSixtyPerSecondMs = 1000.0 / 60, kTwentyPerSecondMs = 50;
constexpr Rgba kInk{24, 32, 44, 255}, kPaper{255, 255, 255, 255};

Rgba colorOf(Leg leg) {
    switch (leg) {
        case Leg::world: return {111, 159, 191, 255};
        case Leg::dive: return {79, 168, 107, 255};
        case Leg::pan: return {240, 162, 46, 255};
        case Leg::out: return {140, 95, 160, 255};
    }
    return kInk;
}

class Chart {
public:
    Chart(const BenchFigures& figures, const layers::FontSet& fonts, layers::ScreenSize size)
        : m_fonts(fonts),
          m_plot{kMarginPx, kTopPx, size.width - kMarginPx, size.height - kMarginPx},
          m_list{size, kPaper, {}} {
        m_mostMs = std::max(percentileMs(figures.frames, 1), kTwentyPerSecondMs) * 1.05;
    }

    void bars(const std::vector<FrameTime>& frames) {
        const double width = m_plot.width() / static_cast<double>(std::max<std::size_t>(frames.size(), 1));
        for (std::size_t i = 0; i < frames.size(); ++i) {
            const double left = m_plot.left + static_cast<double>(i) * width, right = left + width,
                         top = yOf(frames[i].ms);
            m_list.items.push_back(layers::draw::Area{
                {{left, top}, {right, top}, {right, m_plot.bottom}, {left, m_plot.bottom}}, colorOf(frames[i].leg)});
            if (i == 0 || frames[i].leg != frames[i - 1].leg)
                text(nameOf(frames[i].leg), {left, m_plot.bottom + kTextPx * 1.4});
        }
    }
    void level(double ms) {
        m_list.items.push_back(
            layers::draw::Polyline{{{m_plot.left, yOf(ms)}, {m_plot.right, yOf(ms)}}, {kInk, 1, {6, 4}}});
        text(fmt::format("{:.1f}", ms), {4, yOf(ms) + kTextPx / 3});
    }
    void text(std::string_view words, layers::ScreenPoint at) {
        m_list.items.push_back(layers::draw::Text{
            m_fonts.shape(words, {.face = layers::FontFace::regular, .sizePx = kTextPx}), at, {}, kInk, {}, 0});
    }
    layers::DrawList take() { return std::move(m_list); }

private:
    double yOf(double ms) const { return m_plot.bottom - ms / m_mostMs * m_plot.height(); }

    const layers::FontSet& m_fonts;
    ScreenRect m_plot;
    layers::DrawList m_list;
    double m_mostMs = 0;
};

}  // namespace

layers::DrawList frameChart(const BenchFigures& figures, const layers::FontSet& fonts, layers::ScreenSize size) {
    Chart chart(figures, fonts, size);
    chart.bars(figures.frames);
    chart.level(kSixtyPerSecondMs);
    chart.level(kTwentyPerSecondMs);
    chart.text(fmt::format("opsmap, {}×{}: milliseconds a frame; p50 {:.1f}, p95 {:.1f}, p99 {:.1f}, max {:.1f}",
                           figures.size.width, figures.size.height, percentileMs(figures.frames, 0.5),
                           percentileMs(figures.frames, 0.95), percentileMs(figures.frames, 0.99),
                           percentileMs(figures.frames, 1)),
               {kMarginPx, kTopPx / 2});
    chart.text(figures.renderer, {kMarginPx, kTopPx / 2 + kTextPx * 1.3});
    return chart.take();
}

}  // namespace viewer
