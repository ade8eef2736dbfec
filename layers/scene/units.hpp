#pragma once
// The units of the units layers as symbols on the map: which are there on the date, where they stand in the view, what
// is written beside them. Main thread.

#include <map>
#include <memory>
#include <vector>

#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"
#include "layers/orbat/orbat.hpp"
#include "layers/scene/content.hpp"
#include "layers/scene/labels.hpp"

namespace layers {

struct UnitMark {
    std::string layer;
    std::shared_ptr<const Orbat> orbat;
    std::size_t unit = 0;
    SymbolRequest request;
    std::shared_ptr<const SymbolDrawing> drawing;  // null while milsymbol works on it
    ScreenPoint position;   // where it is
    ScreenPoint anchor;     // where its symbol's anchor was put
    ScreenRect rect;        // of its frame
    double scalePx = 1;
    double uncertaintyPx = 0;
};

class Units {
public:
    // Marks in drawing order, in the view; asks `symbols` for their drawings.
    std::vector<UnitMark> marksFor(const DocumentPtr& document, const Stage& stage, const Contents& contents, SymbolFactory& symbols);

private:
    std::shared_ptr<const Orbat> orbatOf(const std::shared_ptr<const geodata::Store>& store);
    std::map<std::shared_ptr<const geodata::Store>, std::shared_ptr<const Orbat>> m_orbats;
};

// What is written beside a unit: its name up to a bracket, comma or semicolon, and its country.
std::string unitCaption(const Unit& unit);
std::vector<SymbolLabel> captionsOf(const std::vector<UnitMark>& marks, const Stage& stage);
// Symbols with their leader lines and circles of uncertainty.
void addMarks(DrawList& list, const std::vector<UnitMark>& marks, const Stage& stage);

}  // namespace layers
