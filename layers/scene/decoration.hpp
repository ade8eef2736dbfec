#pragma once
// What frames the map: graticule with its labels, title plate, scale bar with north arrow, sources and disclaimer,
// legend. All of it is part of the picture. Pure functions of their input.

#include <vector>

#include "geodata/grid/grid.hpp"
#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"
#include "layers/scene/draw_list.hpp"

namespace layers {

struct DecorationInput {
    const Document& document;
    const Stage& stage;
    const geodata::MapMath* math = nullptr;  // null until PROJ is ready: no graticule and no scale bar yet
    const FontSet& fonts;
};

struct Decoration {
    std::vector<DrawItem> under;        // grids and their squares' names: above the layers' areas and lines, below labels and symbols
    std::vector<DrawItem> over;         // plates
    std::vector<ScreenRect> keepOut;    // labels stay out of these
    std::vector<draw::Text> gridLabels;
};

Decoration decorate(const DecorationInput& input);

// Lines at round degrees, minutes or seconds and their labels at the picture's edges.
void addGraticule(Decoration& out, const DecorationInput& input);
// MGRS or UTM: lines of 1, 10 or 100 km with their labels at the edges, zone borders, names of squares or zones.
void addMilitaryGrid(Decoration& out, const DecorationInput& input);
void addLegend(Decoration& out, const DecorationInput& input);

// A white rectangle with a hairline, which text stands on.
void addPlate(std::vector<DrawItem>& items, const ScreenRect& rect, const Stage& stage);

struct TextLook {
    double sizePt = 9;
    FontFace face = FontFace::regular;
    Rgba color{24, 32, 44, 255};
};
// One line of text with its baseline's left end at `origin`; returns its width.
double addText(std::vector<DrawItem>& items, const DecorationInput& input, std::string_view text, ScreenPoint origin, const TextLook& look);
double textWidth(const DecorationInput& input, std::string_view text, const TextLook& look);
// Words broken into lines no wider than `widthPx`.
std::vector<std::string> wrapped(const DecorationInput& input, std::string_view text, const TextLook& look, double widthPx);

}  // namespace layers
