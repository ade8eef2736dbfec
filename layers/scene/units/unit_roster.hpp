// SPDX-License-Identifier: Apache-2.0
#pragma once
// The units on the map on the date: those of the drawn layers that pass the filter and have a position, with their
// texts and drawings. Kept until something changes, so that panning computes nothing. Main thread.

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "layers/model/content.hpp"
#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"
#include "layers/orbat/orbat.hpp"
#include "layers/placement/declutter.hpp"
#include "layers/scene/units/control_measures.hpp"
#include "layers/scene/units/unit_text.hpp"
#include "layers/symbols/symbols.hpp"

namespace layers {

struct RosterUnit {
    std::string layer;
    std::shared_ptr<const Orbat> orbat;
    std::size_t unit = 0;
    std::string caption;
    std::shared_ptr<const SymbolRequest> request;  // shared by units that are drawn alike
    std::shared_ptr<const SymbolDrawing> drawing;  // null while milsymbol works on it
    double unitPx = 1;                             // nominal pixels of milsymbol's unit
    double priority = 0;                           // larger formations first
    std::uint64_t key = 0;                         // its rank by id
    std::optional<std::size_t> above;              // index of the next unit above that is there
    std::optional<ScreenPoint> byHand;             // nominal pixels

    const Unit& data() const { return orbat->units[unit]; }
};

// Around the position, in nominal pixels: the frame, and all that is drawn: echelon, staff, texts.
ScreenRect frameOf(const RosterUnit& unit);
ScreenRect roomOf(const RosterUnit& unit);

class UnitRoster {
public:
    // True: units, drawings or offsets differ from the last call.
    bool update(const DocumentPtr& document, const Stage& stage, const Contents& contents, SymbolFactory& symbols);
    const std::vector<RosterUnit>& units() const { return m_units; }
    const std::vector<ControlMeasure>& controlMeasures() const { return m_measures; }

private:
    struct Input {
        DocumentPtr document;
        Contents contents;
        std::string date;
        UnitFilter filter;
        Amplifiers amplifiers = Amplifiers::name;
        SymbolColors colors = SymbolColors::light;
        std::vector<bool> drawn;  // per layer: the scale decides too

        bool operator==(const Input&) const = default;
    };
    using Table = std::pair<std::shared_ptr<const geodata::Store>, ColumnMapping>;

    static Input inputOf(const DocumentPtr& document, const Stage& stage, const Contents& contents);
    std::shared_ptr<const Orbat> orbatOf(const Table& table);
    void addLayer(const LayerSpec& layer);
    UnitTexts textsOf(const LayerSpec& layer) const;
    void addTable(const LayerSpec& layer, const std::shared_ptr<const geodata::Store>& store);
    void findHidden();
    void findAboveElsewhere();
    void giveKeys();
    bool findDrawings(SymbolFactory& symbols);

    Input m_input;
    std::set<std::string> m_hidden;   // ids of units that are switched off, or below one that is, of whatever layer
    std::vector<RosterUnit> m_units;  // in drawing order
    std::vector<ControlMeasure> m_measures;
    using IdAndDay = std::pair<std::string_view, std::string_view>;
    struct IdAndDayHash {
        std::size_t operator()(const IdAndDay& of) const {
            return std::hash<std::string_view>()(of.first) ^ 31 * std::hash<std::string_view>()(of.second);
        }
    };
    std::map<std::filesystem::path, std::unordered_map<IdAndDay, std::size_t, IdAndDayHash>>
        m_shown;  // per source: by id and first day, kept by m_orbats
    std::size_t m_withoutDrawing = 0;
    std::map<Table, std::shared_ptr<const Orbat>> m_orbats;
};

}  // namespace layers
