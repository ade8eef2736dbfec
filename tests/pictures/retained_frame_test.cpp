// SPDX-License-Identifier: Apache-2.0
// A canvas after random steps, as the window draws it, against a whole drawing of the same list.
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

#include "tests/pictures/picture_harness.hpp"

using namespace pictures;

namespace {

constexpr int kFew = 8;  // pixels of an edge that is rounded to the other side

class Walk {
public:
    Walk(const Shot& shot, unsigned seed)
        : m_random(seed), m_opened(open(shot)), m_document(*m_opened.input.document), m_canvas{bufferOf(shot.size)} {
        for (const std::string& problem : m_opened.problems) FAIL_CHECK(problem);
        m_opened.scene->finish(m_opened.input);
        m_opened.scene->draw(m_canvas);
    }

    std::string step() {
        layers::Stage& stage = m_opened.input.stage;
        switch (below(20)) {
            case 0:
                return toggle(
                    m_document.layers[static_cast<std::size_t>(below(static_cast<int>(m_document.layers.size())))]);
            case 1: stage.legend = !stage.legend; return "legend";
            case 2: stage.grid = !stage.grid; return "grid";
            case 3: stage.labels = !stage.labels; return "labels";
            case 4: stage.symbolColors = static_cast<layers::SymbolColors>(below(3)); return "colours";
            case 5: stage.amplifiers = static_cast<layers::Amplifiers>(below(4)); return "amplifiers";
            case 6:
            case 7:
                stage.date = "2018-" + std::to_string(10 + below(3)) + "-0" + std::to_string(1 + below(9));
                return "date " + stage.date;
            case 8: stage.compareDate = stage.compareDate.empty() ? "2018-10-01" : ""; return "compare";
            case 9:
            case 10: stage.hoveredUnit = someUnit(); return "hover " + stage.hoveredUnit;
            case 11: stage.selectedUnit = stage.openStack = someUnit(); return "select " + stage.selectedUnit;
            case 12: stage.view.mPerPx *= below(2) == 0 ? 1.3 : 1 / 1.3; return "scale";
            default: return pan(below(4) == 0 ? 300 : 30);
        }
    }

    // What came too late for the first frame is drawn by the second.
    int differing() {
        layers::Scene& scene = *m_opened.scene;
        scene.update(m_opened.input);
        scene.draw(m_canvas);
        scene.finish(m_opened.input);
        scene.draw(m_canvas);
        const layers::ScreenSize size = m_canvas.buffer.size();
        const auto whole = bufferOf(size);
        scene.draw(whole);
        const auto kept = m_canvas.buffer.readRgb(size.height), wanted = whole.readRgb(size.height);
        int pixels = 0;
        for (std::size_t i = 0; i < kept.size(); i += 3)
            pixels += std::abs(kept[i] - wanted[i]) > 3 || std::abs(kept[i + 1] - wanted[i + 1]) > 3 ||
                      std::abs(kept[i + 2] - wanted[i + 2]) > 3;
        return pixels;
    }

private:
    static layers::FrameBuffer bufferOf(layers::ScreenSize size) {
        auto buffer = layers::FrameBuffer::create(size);
        OPSMAP_CHECK(buffer);
        return std::move(*buffer);
    }
    int below(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }
    std::string someUnit() {
        const auto& marks = m_opened.scene->units();
        if (marks.empty() || below(4) == 0) return "";
        const layers::UnitMark& mark = marks[static_cast<std::size_t>(below(static_cast<int>(marks.size())))];
        return mark.orbat->units[mark.unit].id;
    }
    std::string toggle(layers::LayerSpec& layer) {
        layer.visible = !layer.visible;
        m_opened.input.document = std::make_shared<const layers::Document>(m_document);
        return "layer " + layer.id;
    }
    std::string pan(int reachPx) {
        layers::MapView& view = m_opened.input.stage.view;
        m_opened.input.panning = below(3) > 0;
        const int right = below(2 * reachPx) - reachPx, down = below(2 * reachPx) - reachPx;
        view.center = {view.center.x - right * view.mPerPx, view.center.y + down * view.mPerPx};
        return "pan " + std::to_string(right) + " " + std::to_string(down) + (m_opened.input.panning ? " by hand" : "");
    }

    std::mt19937 m_random;
    Opened m_opened;
    layers::Document m_document;  // as the steps have changed it
    layers::RetainedFrame m_canvas;
};

void walk(const Shot& shot, unsigned seed, int steps) {
    Walk walk(shot, seed);
    for (int i = 0; i < steps; ++i) {
        const std::string step = walk.step();
        CAPTURE(i);
        CAPTURE(step);
        CHECK(walk.differing() <= kFew);
    }
}

}  // namespace

TEST_CASE("a canvas shows what a whole drawing has after random steps over the UNIFIL area") {
    walk({.folder = OPSMAP_SOURCE_DIR "/areas/unifil/unifil.toml", .size = {1000, 600}}, 20181106, 60);
}

TEST_CASE("a canvas shows what a whole drawing has after random steps through a crowd") {
    walk({.folder = "crowd", .size = {900, 600}}, 7, 40);
}
