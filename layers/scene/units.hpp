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
    std::string caption;    // what is written beside it; may be empty
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
    using Table = std::pair<std::shared_ptr<const geodata::Store>, ColumnMapping>;
    std::shared_ptr<const Orbat> orbatOf(const Table& table);
    std::map<Table, std::shared_ptr<const Orbat>> m_orbats;
};

std::vector<SymbolLabel> captionsOf(const std::vector<UnitMark>& marks, const Stage& stage);
// Symbols with their leader lines and circles of uncertainty.
void addMarks(DrawList& list, const std::vector<UnitMark>& marks, const Stage& stage);

}  // namespace layers
