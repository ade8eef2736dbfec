#pragma once
// The orders of battle behind a document's units layers, for the panels: each table once. Main thread.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "layers/model/document.hpp"
#include "layers/orbat/orbat.hpp"
#include "layers/scene/content.hpp"

namespace viewer {

struct UnitTable {
    std::string layer;  // id of the layer that shows it
    std::string title;
    std::shared_ptr<const layers::Orbat> orbat;

    bool operator==(const UnitTable&) const = default;
};

class UnitTables {
public:
    // In the order of the layers. A table all of whose units are in another one (a layer that picks rows of the same
    // file) is left out.
    const std::vector<UnitTable>& of(const layers::Document& document, const layers::Contents& contents);

private:
    using StorePtr = std::shared_ptr<const geodata::Store>;
    std::map<StorePtr, std::shared_ptr<const layers::Orbat>> m_orbats;
    std::vector<std::pair<std::string, StorePtr>> m_shown;  // what m_tables was made of
    std::vector<UnitTable> m_tables;
};

// As UnitTables::of leaves them out; of equal ones the first stays.
std::vector<UnitTable> withoutParts(std::vector<UnitTable> tables);

}  // namespace viewer
