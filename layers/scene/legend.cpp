#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "layers/scene/decoration.hpp"
#include "layers/scene/legend_swatch.hpp"

namespace layers {
namespace {

constexpr TextLook kHeading{10, FontFace::bold}, kEntry{9, FontFace::regular}, kCount{9, FontFace::bold};
constexpr double kSwatchWidthPt = 26, kRowPt = 14, kHeadingPt = 16, kPaddingPt = 6, kGapPt = 6, kColumnGapPt = 12;
constexpr double kShareBeforeColumns = 0.62;  // of the picture's height that one column may take before there are two

struct Row {
    std::string text, count;
    const LayerSpec* layer = nullptr;
    const UnitClass* units = nullptr;
    bool isHeading = false, isGrid = false;
    double heightPx = 0;
};

// The grid as its lines are: step by step where it has one.
std::string gridText(const DecorationInput& in) {
    if (in.stage.gridKind == GridKind::geo) return "Latitude and longitude";
    const std::string name = in.stage.gridKind == GridKind::utm ? "UTM" : "MGRS";
    const int stepM = in.grids.metric(militaryGridRequest(in.stage), *in.math, in.document.crs).stepM;
    return stepM == 0 ? name + " zones" : fmt::format("{} grid {} km", name, stepM / 1000);
}

// The layers as they lie, the top one first, then the units.
std::vector<Row> rowsOf(const DecorationInput& in) {
    const Stage& stage = in.stage;
    std::vector<Row> rows;
    const auto& seen = in.content.layersInSight;
    for (auto layer = in.document.layers.rbegin(); layer != in.document.layers.rend(); ++layer)
        if (!layer->title.empty() && std::ranges::find(seen, layer->id) != seen.end()) rows.push_back({layer->title, {}, &*layer, nullptr, false, false, stage.px(kRowPt)});
    if (stage.grid && in.math != nullptr) rows.push_back({gridText(in), {}, nullptr, nullptr, false, true, stage.px(kRowPt)});
    if (!rows.empty()) rows.insert(rows.begin(), Row{"Legend", {}, nullptr, nullptr, true, false, stage.px(kHeadingPt)});
    if (in.content.unitClasses.empty()) return rows;
    rows.push_back({"Units on this map", {}, nullptr, nullptr, true, false, stage.px(kHeadingPt)});
    for (const UnitClass& units : in.content.unitClasses)
        rows.push_back({units.name, std::to_string(units.count), nullptr, &units, false, false, std::max(stage.px(kRowPt), symbolHeightPx(units, stage))});
    return rows;
}

double heightOf(std::span<const Row> rows) {
    double height = 0;
    for (const Row& row : rows) height += row.heightPx;
    return height;
}

class Legend {
public:
    Legend(Decoration& out, const DecorationInput& in) : m_out(out), m_in(in), m_stage(in.stage), m_rows(rowsOf(in)), m_padPx(in.stage.px(kPaddingPt)) {
        measure();
    }

    void add() {
        if (m_rows.empty()) return;
        const double onePx = widthFor(1), twoPx = widthFor(2), oneRoom = roomFor(onePx), twoRoom = roomFor(twoPx);
        const double tall = heightOf(m_rows);
        if (tall <= std::min(oneRoom, m_stage.view.size.height * kShareBeforeColumns) || (tall <= oneRoom && twoRoom <= 0)) return addColumns({{m_rows}}, onePx);
        const std::size_t half = splitAt();
        if (twoRoom > 0 && columnsHeight(half) <= twoRoom) return addColumns({{m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(half)}, {m_rows.begin() + static_cast<std::ptrdiff_t>(half), m_rows.end()}}, twoPx);
        addCut(twoRoom * 2 > oneRoom ? 2 : 1, twoRoom * 2 > oneRoom ? twoRoom : oneRoom);
    }

private:
    using Columns = std::vector<std::vector<Row>>;

    void measure() {
        for (const Row& row : m_rows) {
            m_columnPx = std::max(m_columnPx, row.isHeading ? textWidth(m_in, row.text, kHeading) : textWidth(m_in, row.text, kEntry) + m_stage.px(kSwatchWidthPt + kGapPt));
            if (!row.count.empty()) m_countPx = std::max(m_countPx, textWidth(m_in, row.count, kCount) + m_stage.px(kGapPt));
        }
        m_columnPx = std::min(m_columnPx + m_countPx, m_out.layout.widestPx() - 2 * m_padPx);
    }
    double widthFor(int columns) const { return columns * m_columnPx + (columns - 1) * m_stage.px(kColumnGapPt) + 2 * m_padPx; }
    // For rows; nothing where the plate would take half of the picture's width in two columns.
    double roomFor(double widthPx) const { return m_out.layout.tallestPx(PlateSide::topRight, widthPx) - 2 * m_padPx; }

    double columnsHeight(std::size_t first) const { return std::max(heightOf(std::span(m_rows).first(first)), heightOf(std::span(m_rows).subspan(first))); }
    // Where two columns are of like height; a heading never ends one.
    std::size_t splitAt() const {
        std::size_t best = m_rows.size();
        for (std::size_t i = 1; i < m_rows.size(); ++i)
            if (!m_rows[i - 1].isHeading && columnsHeight(i) < columnsHeight(best)) best = i;
        return best;
    }

    // As many rows as there is room for, and how many more there are.
    void addCut(int columns, double roomPx) {
        const double moreRowPx = m_stage.px(kRowPt);
        Columns filled(1);
        double used = 0;
        std::size_t next = 0;
        for (; next < m_rows.size(); ++next) {
            const bool isLastColumn = static_cast<int>(filled.size()) == columns;
            if (used + m_rows[next].heightPx + (isLastColumn ? moreRowPx : 0) > roomPx) {
                if (isLastColumn) break;
                filled.emplace_back();
                used = 0;
            }
            used += m_rows[next].heightPx;
            filled.back().push_back(m_rows[next]);
        }
        const auto left = std::ranges::count_if(m_rows.begin() + static_cast<std::ptrdiff_t>(next), m_rows.end(), [](const Row& row) { return !row.isHeading; });
        if (filled.back().empty() && next == 0) return;  // room for nothing
        filled.back().push_back({fmt::format("and {} more", left), {}, nullptr, nullptr, false, false, moreRowPx});
        addColumns(filled, widthFor(static_cast<int>(filled.size())));
    }

    void addColumns(const Columns& columns, double widthPx) {
        double tall = 0;
        for (const auto& column : columns) tall = std::max(tall, heightOf(column));
        const auto plate = addPlate(m_out, m_in, PlateSide::topRight, {widthPx, tall + 2 * m_padPx});
        if (!plate) return;
        double left = plate->left + m_padPx;
        for (const auto& column : columns) {
            double top = plate->top + m_padPx;
            for (const Row& row : column) {
                addRow(row, {left, top, left + m_columnPx, top + row.heightPx});
                top += row.heightPx;
            }
            left += m_columnPx + m_stage.px(kColumnGapPt);
        }
    }

    void addRow(const Row& row, const ScreenRect& box) {
        const double middle = (box.top + box.bottom) / 2;
        if (row.isHeading) {
            addText(m_out.over, m_in, row.text, {box.left, middle + m_stage.px(3)}, kHeading);
            return;
        }
        const ScreenRect swatch{box.left, box.top, box.left + m_stage.px(kSwatchWidthPt), box.bottom};
        if (row.layer != nullptr) addLayerSwatch(m_out.over, m_stage, *row.layer, swatch);
        if (row.units != nullptr) addUnitSwatch(m_out.over, m_stage, *row.units, swatch);
        if (row.isGrid) addGridSwatch(m_out.over, m_stage, swatch);
        const double textLeft = swatch.right + m_stage.px(kGapPt);
        addText(m_out.over, m_in, shortened(m_in, row.text, kEntry, box.right - textLeft - (row.count.empty() ? 0 : m_countPx)), {textLeft, middle + m_stage.px(3.2)}, kEntry);
        if (!row.count.empty()) addText(m_out.over, m_in, row.count, {box.right - textWidth(m_in, row.count, kCount), middle + m_stage.px(3.2)}, kCount);
    }

    Decoration& m_out;
    const DecorationInput& m_in;
    const Stage& m_stage;
    std::vector<Row> m_rows;
    double m_padPx, m_columnPx = 0, m_countPx = 0;
};

}  // namespace

void addLegend(Decoration& out, const DecorationInput& in) { Legend(out, in).add(); }

}  // namespace layers
