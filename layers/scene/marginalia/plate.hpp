// SPDX-License-Identifier: Apache-2.0
#pragma once
// What all plates share: input and result of the step "marginalia", the white rectangle, and text on it. Main thread.

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "geodata/crs/magnetism.hpp"
#include "geodata/grid/grid.hpp"
#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"
#include "layers/orbat/changes.hpp"
#include "layers/scene/draw/draw_list.hpp"
#include "layers/scene/marginalia/grid_lines.hpp"
#include "layers/scene/marginalia/locator.hpp"
#include "layers/scene/marginalia/marginalia_layout.hpp"
#include "layers/scene/marginalia/orbat_table.hpp"
#include "layers/scene/units/unit_classes.hpp"

namespace layers {

// What of the map the plates speak of; gathered by MarginaliaGatherer, as far as the stage's switches ask for it.
struct MarginaliaContent {
    std::vector<std::string> layersInSight;  // ids
    std::vector<UnitClass> unitClasses;
    std::vector<OrbatTableRow> unitTable;
    std::set<ChangeKind> changes;  // that are marked in the picture
    std::shared_ptr<const LocatorMap> locator;
    std::optional<geodata::Declination> declination;
};

struct MarginaliaInput {
    const Document& document;
    const Stage& stage;
    const geodata::MapMath* math = nullptr;  // null until PROJ is ready: no grid, no scale bar and no north yet
    const FontSet& fonts;
    const MarginaliaContent& content;
    GridLines& grids;  // kept between pictures; asking it may compute lines

    MarginaliaInput on(const Stage& other) const { return {document, other, math, fonts, content, grids}; }
};

struct PlacedMarginalia {
    std::vector<DrawItem>
        under;  // grids and their squares' names: above the layers' areas and lines, below labels and symbols
    std::vector<DrawItem> over;       // plates
    std::vector<ScreenRect> keepOut;  // labels and symbols stay out of these; the plates come first
    std::vector<draw::Text> gridLabels;
    MarginaliaLayout layout;
    std::size_t plates = 0;  // of keepOut
};

// A white rectangle with a hairline for text; none where the side has no space left for it.
std::optional<ScreenRect> addPlate(PlacedMarginalia& out, const MarginaliaInput& input, PlateSide side, PlateSize size);
std::vector<ScreenPoint> cornersOf(const ScreenRect& rect);

struct PlateText {
    double sizePt = 9;
    FontFace face = FontFace::regular;
    Rgba color{24, 32, 44, 255};
};
// On a screen smaller than 1920 × 1080 fine print stays readable: its own size there, 10 px at most, but no more than
// half as large again.
double sizePx(const Stage& stage, const PlateText& look);
// From line to line in a list whose rows are no higher than they must be.
inline double tightLinePx(const Stage& stage, const PlateText& look) { return 1.2 * sizePx(stage, look); }
// Where a plate's figures and lines grow with its text, whose size that is: the stage on which they have their points.
Stage grownWith(Stage stage, const PlateText& look);
// One line of text with its baseline's left end at `origin`; returns its width.
double addText(std::vector<DrawItem>& items, const MarginaliaInput& input, std::string_view text, ScreenPoint origin,
               const PlateText& look);
double textWidth(const MarginaliaInput& input, std::string_view text, const PlateText& look);
// Words broken into lines no wider than `widthPx`.
std::vector<std::string> wrapped(const MarginaliaInput& input, std::string_view text, const PlateText& look,
                                 double widthPx);
// The text, or as much of it as is no wider, with an ellipsis.
std::string shortened(const MarginaliaInput& input, std::string_view text, const PlateText& look, double widthPx);

}  // namespace layers
