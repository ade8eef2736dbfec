// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the user wants: an area with its layers, as one immutable value. Only Commands change it, and whole values are
// kept for undo. Main thread; frozen values on any thread.

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geodata/store/store.hpp"
#include "layers/model/picture_preset.hpp"
#include "layers/model/style.hpp"
#include "layers/model/symbol_choice.hpp"
#include "layers/model/unit_roles.hpp"

namespace layers {

using geodata::LonLatBox;

enum class LayerKind : std::uint8_t { vector, units, graticule };

// Drawn when least <= n <= most of 1:n; 0: no bound.
struct ScaleRange {
    double least = 0, most = 0;

    bool operator==(const ScaleRange&) const = default;
};

struct LayerSpec {
    std::string id;  // [a-z0-9_-]+, unique in the area
    std::string title;
    std::string group;
    LayerKind kind = LayerKind::vector;
    std::filesystem::path source;  // absolute after reading
    std::string table;             // layer of the source; empty: the only one
    std::string where, crs, encoding;
    ColumnMapping columns;  // where the source's columns have names of their own
    Style style;
    bool visible = true;
    double opacity = 1;
    ScaleRange scales;
    std::string validFrom, validTo;  // YYYY-MM-DD: drawn on dates in [from, to); empty: open
    int key = 0;                     // 1–9; 0: none
    std::string marking, asOf, attribution;

    bool operator==(const LayerSpec&) const = default;
};

struct Theme {
    std::string name, title;
    std::vector<std::string> layers;  // ids that are visible; all others are not

    bool operator==(const Theme&) const = default;
};

// Where the user moved a unit's symbol, from its position.
struct UnitOffset {
    double rightPt = 0, downPt = 0;

    bool operator==(const UnitOffset&) const = default;
};

struct Document {
    std::filesystem::path file;  // the area file; empty: made from files on the command line
    std::string id;              // file's stem, for names of pictures
    std::string title, crs;      // crs: authority code or WKT of the map
    std::optional<LonLatBox> home;
    std::string date;  // YYYY-MM-DD; empty: today
    std::string marking, disclaimer;
    std::string asOf;                // how certain the map is; written after the date
    std::filesystem::path timeline;  // table of events, absolute; empty: none
    std::string background = "#ffffff";
    std::optional<Amplifiers> amplifiers;      // none: the name
    std::optional<SymbolColors> symbolColors;  // none: light
    std::vector<LayerSpec> layers;             // drawn in this order; the first is the lowest
    std::vector<Theme> themes;
    std::vector<PicturePreset> presets;
    std::map<std::string, UnitOffset> unitOffsets;  // by unit id

    bool operator==(const Document&) const = default;
    const LayerSpec* layer(std::string_view id) const;
    Rgba backgroundColor() const;  // white where the text is no colour
};

using DocumentPtr = std::shared_ptr<const Document>;

}  // namespace layers
