// SPDX-License-Identifier: Apache-2.0
#pragma once
// The report of `opsmap check`, built from the loader's events: lines for people, JSON for programs, exit codes.
// Values that need no loader; any thread.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geodata/link/load_event.hpp"
#include "layers/orbat/joined_orbats.hpp"
#include "layers/orbat/symbol_code.hpp"

namespace viewer {

struct CheckedLayer {
    std::string name;
    std::string driver;
    std::uint64_t features = 0;
    std::optional<std::uint64_t> withoutPosition;  // of a table of units
    std::optional<geodata::LonLatBox> extent;      // none: nothing has a position
    std::string crs;
    std::vector<geodata::Warning> warnings;
};

struct CheckFailure {
    geodata::LoadFailure cause = geodata::LoadFailure::refused;
    std::string reason;
};

// A source is a table of units: what is wrong with them is a warning too.
struct UnitCheck {
    layers::ColumnMapping columns;
    bool whole = true;              // of picked rows the parents are elsewhere: only their codes are looked at
    bool certain = true;            // false: it is one only where it looks like one
    layers::CodeKnowledge knows{};  // empty: codes are not looked at
};

// One source: fed with the events of its load.
class CheckedSource {
public:
    // `areaLayer`: id of the area's layer that shows it, which then names what is found; empty for a file of its own.
    // `units`: it is a table of units. `home`: the area's, within which something of it is expected.
    explicit CheckedSource(std::string areaLayer = {}, std::optional<UnitCheck> units = {},
                           std::optional<geodata::LonLatBox> home = {})
        : m_areaLayer(std::move(areaLayer)), m_units(std::move(units)), m_home(home) {}

    void take(const geodata::LoadEvent& event);
    bool done() const { return m_done; }
    // Of a source that failed midway: what had come until then, with a warning that says so.
    std::vector<CheckedLayer> layers() const;
    const std::optional<CheckFailure>& failure() const { return m_failure; }
    const std::string& areaLayer() const { return m_areaLayer; }
    // The tables of units that were read whole. Parents that neither they nor `others` have become a warning.
    std::vector<layers::OrbatPtr> orbats() const;
    void nameOrphans(std::span<const layers::OrbatPtr> others);

private:
    struct Table {
        std::string layer;
        layers::OrbatPtr orbat;
    };

    CheckedLayer& partOf(const std::string& layer, const geodata::Store& store);

    std::string m_areaLayer;
    std::optional<UnitCheck> m_units;
    std::optional<geodata::LonLatBox> m_home;
    std::vector<CheckedLayer> m_finished, m_partial;
    std::vector<Table> m_tables;
    std::optional<CheckFailure> m_failure;
    bool m_done = false;
};

// One argument of the command line: a file, or an area with all its sources.
struct CheckedFile {
    std::string file;
    bool isArea = false;
    std::vector<CheckedSource> sources;
    std::optional<CheckFailure> failure;  // of the area file itself
};

// Once everything is read: a unit's parent may stand in another layer.
void nameOrphans(CheckedFile& file);

std::string humanText(const CheckedFile& file);
// One line: {"file","driver","layers":[{"name","features","extent_4326","crs","warnings"}]}; of a table of units
// "without_position" too; driver null where nothing was read.
std::string jsonLine(const CheckedFile& file);
// For stderr: `FILE: refused: REASON` and `FILE: left out: …`, each on its line; empty where all is well.
std::string complaints(const CheckedFile& file);
int exitCodeOf(const CheckedFile& file);

}  // namespace viewer
