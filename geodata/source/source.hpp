// SPDX-License-Identifier: Apache-2.0
#pragma once
// The step "read": the layers of a file as features in their own coordinate system. GDAL reads here and in the
// drivers only. One thread.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geodata/link/limits.hpp"
#include "geodata/link/load_request.hpp"
#include "geodata/result/result.hpp"
#include "geodata/source/window.hpp"
#include "geodata/store/feature_set.hpp"

namespace geodata {

// How many features something happened to, and to which first.
struct Tally {
    std::uint64_t count = 0;
    std::optional<std::uint64_t> first;

    void add(std::uint64_t feature) {
        if (!first) first = feature;
        ++count;
    }
};

// Of all that was read of the current layer until now.
struct ReadCounts {
    std::uint64_t rows = 0, positioned = 0;  // features; those that came with a geometry
    Tally outside;                           // lie wholly outside the window
    Tally shortLines;                        // are lines or areas of a single place
    Tally unplaced;                          // hold a position that is not understood, or that is not on earth
    std::string unplacedText;                // the first one's
    Tally badText;                           // hold text in another encoding than declared
    Tally cutText;                           // hold text that was cut at the limit
    Tally complaints;                        // came with an error
    std::string complaint;                   // the first one's
};

// Features whose coordinates are still the source's own: nothing but the step "reproject" may draw on them.
struct SourceFeatures {
    std::vector<Feature> features;
    std::vector<std::size_t> inDegrees;  // those that were cut at the map's edge: they are in degrees, ascending
    bool more = false;
    Status brokenOff;  // the file ended in the middle; the features before are good
};

struct LayerHead {
    std::string name;
    std::string crs;      // for PROJ: authority code or WKT
    std::string crsName;  // for people
    bool geographic = false;
    std::vector<Column> columns;
    std::uint64_t count = 0;                // 0: the driver does not say without reading
    std::optional<std::uint64_t> promised;  // how many the file's head says it holds, in formats that keep it true
    bool partial = false;                   // only what meets the request's window is read
    bool positionColumns = false;           // some columns are positions, or the layer has geometries
    bool withoutValues = false;             // a shapefile without its table
    std::vector<Warning> notes;             // what of the file is not read at all; the first layer has them
    std::optional<std::uint64_t> indexed;   // how many the file's spatial index knows
};

class Source {
public:
    // Looks at the content, then opens it with the one driver it is for.
    static Result<Source> open(const LoadRequest& request, const LinkLimits& limits = {});
    Source(Source&&) noexcept;
    ~Source();

    const std::string& driver() const;
    std::size_t layerCount() const;
    // Makes the layer current: its name, CRS and columns; refused where it has no CRS, or `where` is not understood.
    Result<LayerHead> enter(std::size_t layer);
    // The next features of the current layer, about `most`, fewer where they have many vertices. Geographic ones are
    // cut to the window.
    SourceFeatures read(std::size_t most, const DegreeWindow& window);
    const ReadCounts& counts() const;

private:
    struct State;
    explicit Source(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace geodata
