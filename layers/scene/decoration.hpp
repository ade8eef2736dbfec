#pragma once
// What frames the map: grid with its labels, and the plates: title, scale bar, north, sources and disclaimer, legend, order
// of battle, locator. All of it is part of the picture; the layout keeps every plate off every other. Pure functions of
// their input.

#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "geodata/crs/magnetism.hpp"
#include "geodata/grid/grid.hpp"
#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"
#include "layers/orbat/changes.hpp"
#include "layers/scene/draw_list.hpp"
#include "layers/scene/grid_lines.hpp"
#include "layers/scene/locator.hpp"
#include "layers/scene/margin_layout.hpp"
#include "layers/scene/unit_classes.hpp"
#include "layers/scene/unit_table.hpp"

namespace layers {

// What of the map the plates speak of; gathered by MarginContents, as far as the stage's switches ask for it.
struct MarginContent {
    std::vector<std::string> layersInSight;  // ids
    std::vector<UnitClass> unitClasses;
    std::vector<UnitTableRow> unitTable;
    std::set<ChangeKind> changes;            // that are marked in the picture
    std::shared_ptr<const LocatorMap> locator;
    std::optional<geodata::Declination> declination;
};

struct DecorationInput {
    const Document& document;
    const Stage& stage;
    const geodata::MapMath* math = nullptr;  // null until PROJ is ready: no grid, no scale bar and no north yet
    const FontSet& fonts;
    const MarginContent& content;
    GridLines& grids;

    DecorationInput on(const Stage& other) const { return {document, other, math, fonts, content, grids}; }
};

struct Decoration {
    std::vector<DrawItem> under;        // grids and their squares' names: above the layers' areas and lines, below labels and symbols
    std::vector<DrawItem> over;         // plates
    std::vector<ScreenRect> keepOut;    // labels and symbols stay out of these; the plates come first
    std::vector<draw::Text> gridLabels;
    MarginLayout layout;
    std::size_t plates = 0;             // of keepOut
};

Decoration decorate(const DecorationInput& input);

// Lines at round degrees, minutes or seconds and their labels at the picture's edges.
void addGraticule(Decoration& out, const DecorationInput& input);
// MGRS or UTM: lines of 1, 10 or 100 km with their labels at the edges, zone borders, names of squares or zones.
void addMilitaryGrid(Decoration& out, const DecorationInput& input);
geodata::GridRequest graticuleRequest(const Stage& stage);
geodata::GridRequest militaryGridRequest(const Stage& stage);
void addLegend(Decoration& out, const DecorationInput& input);
void addScaleBar(Decoration& out, const DecorationInput& input);
// Grid, true and magnetic north with the angles between them.
void addNorth(Decoration& out, const DecorationInput& input);
void addUnitTable(Decoration& out, const DecorationInput& input);
void addLocator(Decoration& out, const DecorationInput& input);

// A white rectangle with a hairline, which text stands on; none where the side has no room left for it.
std::optional<ScreenRect> addPlate(Decoration& out, const DecorationInput& input, PlateSide side, PlateSize size);
std::vector<ScreenPoint> cornersOf(const ScreenRect& rect);

struct TextLook {
    double sizePt = 9;
    FontFace face = FontFace::regular;
    Rgba color{24, 32, 44, 255};
};
// On a screen smaller than 1920 × 1080 fine print stays readable: its own size there, 10 px at most, but no more than half as large again.
double sizePx(const Stage& stage, const TextLook& look);
// From line to line in a list whose rows are no higher than they must be.
inline double tightLinePx(const Stage& stage, const TextLook& look) { return 1.2 * sizePx(stage, look); }
// Where a plate's figures and lines grow with its text, whose size that is: the stage on which they have their points.
Stage grownWith(Stage stage, const TextLook& look);
// One line of text with its baseline's left end at `origin`; returns its width.
double addText(std::vector<DrawItem>& items, const DecorationInput& input, std::string_view text, ScreenPoint origin, const TextLook& look);
double textWidth(const DecorationInput& input, std::string_view text, const TextLook& look);
// Words broken into lines no wider than `widthPx`.
std::vector<std::string> wrapped(const DecorationInput& input, std::string_view text, const TextLook& look, double widthPx);
// The text, or as much of it as is no wider, with an ellipsis.
std::string shortened(const DecorationInput& input, std::string_view text, const TextLook& look, double widthPx);

}  // namespace layers
