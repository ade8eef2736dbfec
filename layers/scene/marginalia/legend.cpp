// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/legend.hpp"
#include "layers/scene/marginalia/graticule.hpp"
#include "layers/scene/marginalia/military_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>

#include "layers/model/date.hpp"
#include "layers/scene/marginalia/legend_swatch.hpp"

namespace layers {
namespace {

constexpr PlateText kHeading{10, FontFace::bold}, kEntry{9, FontFace::regular}, kCount{9, FontFace::bold};
constexpr double kSwatchWidthPt = 26, kRowPt = 14, kHeadingPt = 16, kPaddingPt = 6, kGapPt = 6, kColumnGapPt = 12;
constexpr double kMostWidening = 1.1;      // for names that are larger than their points say
constexpr std::size_t kRowsPerBroken = 8;  // so many for each name that takes two lines to keep to it
constexpr double kBaseline = 3.2 / 9;      // of a name by its size, below its row's middle
constexpr double kUnevenColumns = 1.3;     // how much taller the taller one may be so that units have one of their own
constexpr double kShareBeforeColumns = 0.8;  // of the picture's height that one column may take before there are two
constexpr double kShareOfUpright = 0.4;      // of the height of an upright picture that a legend across it may take
constexpr double kSizeOnUprightPaper = 5.0 / 6;  // there it is printed as small as the sources: the map is below it

struct Row {
    std::string text, count = {};
    const LayerSpec* layer = nullptr;
    const UnitClass* units = nullptr;
    bool isHeading = false, isGrid = false;
    double heightPx = 0;
    std::optional<ChangeKind> change = {};
    std::vector<std::string> lines = {};  // of the text
};

constexpr std::array<const char*, 4> kChangeNames{"Arrived", "Left", "Moved",
                                                  "Took over from another unit"};  // by ChangeKind

// "2°", "20′", "30″"
std::string angleText(int seconds) {
    return seconds % 3600 == 0 ? fmt::format("{}°", seconds / 3600)
           : seconds % 60 == 0 ? fmt::format("{}′", seconds / 60)
                               : fmt::format("{}″", seconds);
}

// The grid as its lines are: step by step where it has one.
std::string gridText(const MarginaliaInput& in) {
    if (in.stage.gridKind == GridKind::geo) {
        const geodata::GraticuleSteps steps = geodata::graticuleSteps(graticuleRequest(in.stage), *in.math);
        if (steps.meridianSec == steps.parallelSec) return "Grid, " + angleText(steps.parallelSec);
        return fmt::format("Grid, latitude {}, longitude {}", angleText(steps.parallelSec),
                           angleText(steps.meridianSec));
    }
    const std::string name = in.stage.gridKind == GridKind::utm ? "UTM" : "MGRS";
    const int stepM = geodata::metricStepM(militaryGridRequest(in.stage), *in.math);
    return stepM == 0 ? "Grid, " + name + " zones" : fmt::format("Grid, {} {} km", name, stepM / 1000);
}

void addUnitRows(std::vector<Row>& rows, const MarginaliaInput& in) {
    const Stage& stage = in.stage;
    rows.push_back({.text = "Units on this map",
                    .isHeading = true,
                    .heightPx = stage.px(kHeadingPt + (rows.empty() ? 0 : kGapPt))});
    for (const UnitClass& units : in.content.unitClasses)
        rows.push_back({.text = units.name,
                        .count = std::to_string(units.count),
                        .units = &units,
                        .heightPx = std::max(stage.px(kRowPt), symbolHeightPx(units, stage))});
}

// The layers as they lie, the top one first, then the units.
std::vector<Row> legendRows(const MarginaliaInput& in) {
    const Stage& stage = in.stage;
    std::vector<Row> rows;
    const auto& seen = in.content.layersInSight;
    for (auto layer = in.document.layers.rbegin(); layer != in.document.layers.rend(); ++layer)
        if (!layer->title.empty() && std::ranges::find(seen, layer->id) != seen.end())
            rows.push_back({.text = layer->title, .layer = &*layer, .heightPx = stage.px(kRowPt)});
    if (stage.grid && in.math != nullptr)
        rows.push_back({.text = gridText(in), .isGrid = true, .heightPx = stage.px(kRowPt)});
    if (!rows.empty())
        rows.insert(rows.begin(), Row{.text = "Legend", .isHeading = true, .heightPx = stage.px(kHeadingPt)});
    if (!in.content.unitClasses.empty()) addUnitRows(rows, in);
    return rows;
}

// What marks changes is explained even where no legend is asked for: nobody can guess its colours.
std::vector<Row> rowsOf(const MarginaliaInput& in) {
    const Stage& stage = in.stage;
    std::vector<Row> rows = stage.legend ? legendRows(in) : std::vector<Row>();
    if (!in.content.changes.empty())
        rows.push_back({.text = "Changes since " + dayGroup(stage.compareDate),
                        .isHeading = true,
                        .heightPx = stage.px(kHeadingPt + (rows.empty() ? 0 : kGapPt))});
    for (const ChangeKind kind : in.content.changes)
        rows.push_back(
            {.text = kChangeNames[static_cast<std::size_t>(kind)], .heightPx = stage.px(kRowPt), .change = kind});
    return rows;
}

double indentPx(const Stage& stage) { return stage.px(kSwatchWidthPt + kGapPt); }

// Rows under each other, as wide as the widest.
struct Column {
    std::vector<Row> rows;
    double widthPx = 0, countPx = 0;
};

class Legend {
public:
    Legend(PlacedMarginalia& out, const MarginaliaInput& in, double size = 1)
        : m_out(out),
          m_map(in),
          m_stage(sized(in.stage, size)),
          m_in(in.on(m_stage)),
          m_size(size),
          m_rows(rowsOf(in)),
          m_padPx(m_stage.px(kPaddingPt)) {
        for (Row& row : m_rows) row.heightPx *= size;
        breakNames();
    }

    void add() {
        if (m_rows.empty()) return;
        const Columns one{columnOf(0, m_rows.size())}, two = inTwo();
        if (m_size == 1 && m_stage.dpi > 0 && liesAcross(two)) return Legend(m_out, m_map, kSizeOnUprightPaper).add();
        const double tall = heightOf(m_rows), oneRoom = roomFor(one), twoRoom = roomFor(two);
        // In two columns early, so that much of the map stays in one piece; not where they would take most of a narrow
        // picture.
        const bool isShort =
            tall <= m_stage.view.size.height * kShareBeforeColumns || widthOf(two) > m_stage.view.size.width / 2.0;
        if (tall <= oneRoom && !liesAcross(two) && (isShort || heightOf(two) > twoRoom)) return put(one);
        if (heightOf(two) <= twoRoom) return put(two);
        put(twoRoom * 2 > oneRoom ? cut(2, twoRoom) : cut(1, oneRoom));
    }

private:
    using Columns = std::vector<Column>;

    static Stage sized(Stage stage, double size) {
        stage.userFactor *= size;
        return stage;
    }
    // Where names are larger than their points say, the legend is not as much wider: a few, the longest, take more
    // lines.
    void breakNames() {
        std::vector<double> widths;  // the widest first
        for (Row& row : m_rows) {
            row.lines = {row.text};
            if (!row.isHeading) widths.push_back(textWidth(m_in, row.text, kEntry));
        }
        std::ranges::sort(widths, std::greater());
        const double grown = sizePx(m_stage, kEntry) / m_stage.px(kEntry.sizePt);
        if (grown <= kMostWidening || widths.empty()) return;
        const double room = std::max(widths.front() * kMostWidening / grown, widths[widths.size() / kRowsPerBroken]);
        for (Row& row : m_rows) {
            if (row.isHeading) continue;
            row.lines = wrapped(m_in, row.text, kEntry, room);
            row.heightPx = std::max(row.heightPx, linePx() * static_cast<double>(row.lines.size()));
        }
    }
    double linePx() const { return tightLinePx(m_stage, kEntry); }
    Column columnOf(std::size_t first, std::size_t last) const {
        Column column;
        for (std::size_t i = first; i < last; ++i) column.rows.push_back(m_rows[i]);
        if (!column.rows.empty() && column.rows.front().isHeading)
            column.rows.front().heightPx = m_stage.px(kHeadingPt);  // nothing stands above it
        return measured(std::move(column));
    }
    Column measured(Column column) const {
        for (const Row& row : column.rows) {
            for (const std::string& line : row.lines)
                column.widthPx =
                    std::max(column.widthPx, row.isHeading ? textWidth(m_in, line, kHeading)
                                                           : textWidth(m_in, line, kEntry) + indentPx(m_stage));
            if (!row.count.empty())
                column.countPx = std::max(column.countPx, textWidth(m_in, row.count, kCount) + m_stage.px(kGapPt));
        }
        column.widthPx = std::min(column.widthPx + column.countPx, m_out.layout.widestPx() - 2 * m_padPx);
        return column;
    }
    double widthOf(const Columns& columns) const {
        double width = 2 * m_padPx + m_stage.px(kColumnGapPt) * static_cast<double>(columns.size() - 1);
        for (const Column& column : columns) width += column.widthPx;
        return width;
    }
    static double heightOf(std::span<const Row> rows) {
        double height = 0;
        for (const Row& row : rows) height += row.heightPx;
        return height;
    }
    static double heightOf(const Columns& columns) {
        double height = 0;
        for (const Column& column : columns) height = std::max(height, heightOf(column.rows));
        return height;
    }
    // One column takes half of an upright picture's width down to the middle, where the map is; two lie above it.
    bool liesAcross(const Columns& two) const {
        const ScreenSize picture = m_stage.view.size;
        const double most = picture.height * kShareOfUpright;
        return picture.height > picture.width && heightOf(m_rows) > most &&
               heightOf(two) <= std::min(most, roomFor(two));
    }
    double roomFor(const Columns& columns) const {
        return m_out.layout.tallestPx(PlateSide::topRight, widthOf(columns)) - 2 * m_padPx;
    }

    double splitHeight(std::size_t first) const {
        return std::max(heightOf(std::span(m_rows).first(first)), heightOf(std::span(m_rows).subspan(first)));
    }
    // Where the columns are of like height, if that is near before a heading; a heading never ends one.
    Columns inTwo() const {
        std::size_t best = m_rows.size(), heading = m_rows.size();
        for (std::size_t i = 1; i < m_rows.size(); ++i) {
            if (!m_rows[i - 1].isHeading && splitHeight(i) < splitHeight(best)) best = i;
            if (m_rows[i].isHeading && splitHeight(i) < splitHeight(heading)) heading = i;
        }
        const std::size_t at = splitHeight(heading) <= kUnevenColumns * splitHeight(best) ? heading : best;
        return {columnOf(0, at), columnOf(at, m_rows.size())};
    }

    // As many rows as there is room for, and how many more there are; nothing where there is room for none.
    Columns cut(std::size_t columns, double roomPx) const {
        const double moreRowPx = m_stage.px(kRowPt);
        Columns filled(1);
        double used = 0;
        std::size_t next = 0;
        for (; next < m_rows.size(); ++next) {
            const bool isLast = filled.size() == columns;
            if (used + m_rows[next].heightPx + (isLast ? moreRowPx : 0) > roomPx) {
                if (isLast) break;
                filled.emplace_back();
                used = 0;
            }
            used += m_rows[next].heightPx;
            filled.back().rows.push_back(m_rows[next]);
        }
        if (next == 0) return {};
        const auto left = std::ranges::count_if(m_rows.begin() + static_cast<std::ptrdiff_t>(next), m_rows.end(),
                                                [](const Row& row) { return !row.isHeading; });
        const std::string more = fmt::format("and {} more", left);
        filled.back().rows.push_back({more, {}, nullptr, nullptr, false, false, moreRowPx, {}, {more}});
        for (Column& column : filled) column = measured(std::move(column));
        return filled;
    }

    void put(const Columns& columns) {
        if (columns.empty()) return;
        const auto plate =
            addPlate(m_out, m_in, PlateSide::topRight, {widthOf(columns), heightOf(columns) + 2 * m_padPx});
        if (!plate) return;
        double left = plate->left + m_padPx;
        for (const Column& column : columns) {
            double top = plate->top + m_padPx;
            for (const Row& row : column.rows) {
                addRow(row, {left, top, left + column.widthPx, top + row.heightPx}, column.countPx);
                top += row.heightPx;
            }
            left += column.widthPx + m_stage.px(kColumnGapPt);
        }
    }

    void addRow(const Row& row, const ScreenRect& box, double countPx) {
        const double middle = (box.top + box.bottom) / 2;
        if (row.isHeading) {
            addText(m_out.over, m_in, row.text, {box.left, box.bottom - m_stage.px(5)}, kHeading);
            return;
        }
        const ScreenRect swatch{box.left, box.top, box.left + m_stage.px(kSwatchWidthPt), box.bottom};
        if (row.layer != nullptr) addLayerSwatch(m_out.over, m_map.stage, *row.layer, swatch);
        if (row.units != nullptr) addUnitSwatch(m_out.over, m_stage, *row.units, swatch);
        if (row.isGrid) addGridSwatch(m_out.over, m_stage, swatch);
        if (row.change) addChangeSwatch(m_out.over, m_stage, *row.change, swatch);
        const double textLeft = box.left + indentPx(m_stage), baseline = middle + sizePx(m_stage, kEntry) * kBaseline;
        double below = -linePx() * static_cast<double>(row.lines.size() - 1) / 2;
        for (const std::string& line : row.lines) {
            addText(m_out.over, m_in, shortened(m_in, line, kEntry, box.right - textLeft - countPx),
                    {textLeft, baseline + below}, kEntry);
            below += linePx();
        }
        if (!row.count.empty())
            addText(m_out.over, m_in, row.count, {box.right - textWidth(m_in, row.count, kCount), baseline}, kCount);
    }

    PlacedMarginalia& m_out;
    const MarginaliaInput& m_map;  // as the rest of the picture has it
    const Stage m_stage;           // the same, in the legend's own size
    const MarginaliaInput m_in;
    double m_size;
    std::vector<Row> m_rows;
    double m_padPx;
};

}  // namespace

void addLegend(PlacedMarginalia& out, const MarginaliaInput& in) { Legend(out, in).add(); }

}  // namespace layers
