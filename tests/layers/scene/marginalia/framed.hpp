// SPDX-License-Identifier: Apache-2.0
#pragma once
// Maps for the tests of marginalia; they need no display.

#include <algorithm>
#include <string>
#include <vector>

#include "layers/scene/marginalia/marginalia.hpp"
#include "tests/geodata/grid/map_math.hpp"

namespace layers {

struct Framed {
    Framed() {
        auto loaded = FontSet::load({});
        OPSMAP_CHECK(loaded);
        fonts.push_back(std::move(*loaded));
        stage.date = "2018-11-06";
        show({1920, 1080});
    }
    void show(ScreenSize size, double dpi = 0) {
        stage.dpi = dpi;
        stage.view = {math.toMap({35.3, 33.2}), 25 * 1920.0 / size.width, size};
    }
    PlacedMarginalia placedMarginalia() const {
        GridLines grids;
        return layOutMarginalia({document, stage, &math, fonts.front(), content, grids});
    }
    static bool isSame(const TextRun& a, const TextRun& b) {
        return std::ranges::equal(a.glyphs, b.glyphs, [](const ShapedGlyph& x, const ShapedGlyph& y) {
            return x.font == y.font && x.glyph == y.glyph;
        });
    }
    // The size of that text on a plate; 0: it stands on none.
    double printedPx(const PlacedMarginalia& decoration, std::string_view words,
                     FontFace face = FontFace::regular) const {
        const TextRun wanted = fonts.front().shape(words, {face, 10, 0});
        for (const DrawItem& item : decoration.over)
            if (const auto* text = std::get_if<draw::Text>(&item); text != nullptr && isSame(text->run, wanted))
                return text->run.sizePx;
        return 0;
    }

    geodata::MapMath math = geodata::mathOf(geodata::kUtm36);
    std::vector<FontSet> fonts;  // one; FontSet has no empty state
    Document document;
    Stage stage;
    MarginaliaContent content;
};

// With everything around it that can be.
struct FullFrame : Framed {
    FullFrame() {
        stage.legend = stage.grid = true;
        stage.gridKind = GridKind::mgrs;
        for (const MarginaliaSwitch& one : kMarginaliaSwitches) stage.marginalia.*one.on = true;
        stage.marginalia.subtitle = "Situation in the evening";
        stage.marginalia.note = "Author's note: positions of team sites as of last night's report.";
        document.crs = "EPSG:32636";
        document.title = "UNIFIL – area of operations";
        document.marking = "UN RESTRICTED";
        document.date = "2018-11-06";
        document.asOf = "positions approximate, from public sources";
        document.disclaimer =
            "The boundaries and names shown and the designations used on this map do not imply official endorsement or "
            "acceptance by the United Nations.";
        for (int i = 0; i < 20; ++i) addLayer(i);
        for (int i = 0; i < 12; ++i)
            content.unitClasses.push_back(
                {{"10031000161211000000", {}}, "Mechanized infantry battalion " + std::to_string(i), 7});
        for (std::size_t i = 0; i < 40; ++i)
            content.unitTable.push_back(
                {i % 4, "Unit with a long name " + std::to_string(i), "ITA", "850", "Al Mansouri (UNP 1-26)"});
        content.declination = geodata::Declination{4.9, "WMM2015v2"};
        content.locator = std::make_shared<LocatorMap>(
            LocatorMap{{{0, 0}, {1e6, 75e4}}, {{{{0, 0}, {5e5, 0}, {0, 5e5}}, {200, 200, 200, 255}, true}}});
    }
    void addLayer(int i) {
        LayerSpec layer;
        layer.id = "layer" + std::to_string(i);
        layer.title = "Layer of number " + std::to_string(i) + " (approximate)";
        layer.asOf = i % 3 == 0 ? "approximate, ±4 km" : "";
        layer.attribution = "Source " + std::to_string(i);
        layer.style.line.widthPt = 1;
        document.layers.push_back(layer);
        content.layersInSight.push_back(layer.id);
    }
    // How many lines of the plates are that text, whatever its size.
    std::ptrdiff_t count(const PlacedMarginalia& decoration, std::string_view text,
                         FontFace face = FontFace::regular) const {
        const TextRun wanted = fonts.front().shape(text, {face, 10, 0});
        return std::ranges::count_if(decoration.over, [&](const DrawItem& item) {
            const auto* words = std::get_if<draw::Text>(&item);
            return words != nullptr && isSame(words->run, wanted);
        });
    }
};

}  // namespace layers
