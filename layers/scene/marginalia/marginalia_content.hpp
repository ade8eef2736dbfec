// SPDX-License-Identifier: Apache-2.0
#pragma once
// Gathers the content of the plates: only what a switch asks for, and only when it may have changed. Main thread.

#include "geodata/crs/magnetism.hpp"
#include "layers/scene/marginalia/plate.hpp"
#include "layers/scene/units/change_marks.hpp"
#include "layers/scene/units/units.hpp"

namespace layers {

struct MarginaliaSources {
    DocumentPtr document;
    const Stage& stage;
    const Contents& contents;
    const geodata::MapMath* math = nullptr;
    double zooming = 0;
    bool panning = false;
    Units& units;
    SymbolFactory& symbols;
    ChangeMarks& changes;
};

class MarginaliaGatherer {
public:
    explicit MarginaliaGatherer(std::filesystem::path magneticFolder) : m_magnetism(std::move(magneticFolder)) {}

    const MarginaliaContent& of(const MarginaliaSources& sources);

private:
    struct Sight {
        DocumentPtr document;
        Contents contents;
        MapView view;
        double scale = 0;  // what is drawn depends on it
        std::string date;

        bool operator==(const Sight&) const = default;
    };
    struct UnitsShown {
        std::vector<const RosterUnit*> units;
        std::uint64_t revision = 0;
        std::string date;
        SymbolColors colors = SymbolColors::light;
        bool classes = false, table = false;

        bool operator==(const UnitsShown&) const = default;
    };
    void gatherLayers(const MarginaliaSources& sources);
    void gatherUnits(const MarginaliaSources& sources);

    MarginaliaContent m_content;
    Sight m_sight;       // of layersInSight
    UnitsShown m_shown;  // of unitClasses and unitTable
    Locator m_locator;
    geodata::MagneticModels m_magnetism;
};

}  // namespace layers
