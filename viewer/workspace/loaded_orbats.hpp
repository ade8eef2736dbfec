// SPDX-License-Identifier: Apache-2.0
#pragma once
// The loaded orders of battle of a document's units layers, for the panels; each table is parsed once. Main thread.

#include <memory>
#include <string>
#include <vector>

#include "layers/model/content.hpp"
#include "layers/model/document.hpp"
#include "layers/orbat/orbat.hpp"

namespace viewer {

struct LoadedOrbat {
    std::string layer;  // id of the layer that shows it, of several joined ones the first
    std::string title;
    std::shared_ptr<const layers::Orbat> orbat;
    bool picked = false;  // some of its rows were picked by the layer: parents may be in what was not
    std::vector<std::shared_ptr<const layers::Orbat>> parts;  // the tables it was joined of, one where it is whole

    bool operator==(const LoadedOrbat&) const = default;
};

class LoadedOrbats {
public:
    // In the order of the layers. A table all of whose units are in another one (a layer that picks rows of the same
    // file) is left out; tables that have units under each other's are one.
    const std::vector<LoadedOrbat>& of(const layers::Document& document, const layers::Contents& contents);
    // What each layer alone has, as of then.
    const std::vector<LoadedOrbat>& perLayer() const { return m_perLayer; }

private:
    using StorePtr = std::shared_ptr<const geodata::Store>;
    std::vector<std::pair<std::string, StorePtr>> m_shown;  // what m_tables was made of
    std::vector<LoadedOrbat> m_perLayer, m_tables;
};

// As LoadedOrbats::of leaves them out; of equal ones the first stays.
std::vector<LoadedOrbat> withoutParts(std::vector<LoadedOrbat> tables);
// As LoadedOrbats::of joins them. Parents that are nowhere are a warning then.
std::vector<LoadedOrbat> joinedTables(const std::vector<LoadedOrbat>& tables);

}  // namespace viewer
