// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/orbat_table_plate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace layers {
namespace {

constexpr PlateText kHeading{10, FontFace::bold}, kColumn{8, FontFace::bold, {70, 80, 94, 255}},
    kCell{8.5, FontFace::regular};
constexpr double kPaddingPt = 6, kRowPt = 12, kHeadingPt = 16, kGapPt = 9, kIndentPt = 9;
constexpr std::array<double, 4> kWidestPt{170, 60, 60, 140};
constexpr std::array<const char*, 4> kColumnNames{"Unit", "Country", "Strength", "Place"};
constexpr std::size_t kStrength = 2;
constexpr double kShareOfWidth = 0.5;

using Cells = std::array<std::string, 4>;

class OrbatTablePlate {
public:
    OrbatTablePlate(PlacedMarginalia& out, const MarginaliaInput& in)
        : m_out(out), m_in(in), m_stage(in.stage), m_rows(in.content.unitTable) {
        measure();
    }

    void add() {
        if (m_rows.empty()) return;
        const double padPx = m_stage.px(kPaddingPt), rowPx = std::max(m_stage.px(kRowPt), tightLinePx(m_stage, kCell)),
                     headPx = m_stage.px(kHeadingPt) + rowPx;
        const PlateSide side =
            m_out.layout.better(PlateSide::topLeft, PlateSide::bottomLeft,
                                {widthPx(), static_cast<double>(m_rows.size()) * rowPx + headPx + 2 * padPx});
        const double room = m_out.layout.tallestPx(side, widthPx()) - 2 * padPx - headPx;
        const auto most = static_cast<std::size_t>(std::max(0.0, std::floor(room / rowPx)));
        if (most < 2 && most < m_rows.size()) return;  // not even one and "more"
        const std::size_t shown = m_rows.size() <= most ? m_rows.size() : most - 1,
                          lines = std::min(m_rows.size(), most);
        const auto plate =
            addPlate(m_out, m_in, side, {widthPx(), static_cast<double>(lines) * rowPx + headPx + 2 * padPx});
        if (!plate) return;
        const double left = plate->left + padPx;
        double baseline = plate->top + padPx + m_stage.px(10.5);
        addText(m_out.over, m_in, "Order of battle", {left, baseline}, kHeading);
        baseline = plate->top + padPx + m_stage.px(kHeadingPt) + sizePx(m_stage, kCell);
        addCells(Cells{kColumnNames[0], kColumnNames[1], kColumnNames[2], kColumnNames[3]}, 0, left, baseline, kColumn);
        for (std::size_t i = 0; i < shown; ++i)
            addCells(cellsOf(m_rows[i]), indentPx(m_rows[i]), left, baseline += rowPx, kCell);
        if (shown < m_rows.size())
            addText(m_out.over, m_in, fmt::format("and {} more", m_rows.size() - shown), {left, baseline + rowPx},
                    kCell);
    }

private:
    static Cells cellsOf(const OrbatTableRow& row) { return {row.name, row.country, row.strength, row.place}; }
    double indentPx(const OrbatTableRow& row) const {
        return m_stage.px(kIndentPt * static_cast<double>(std::min<std::size_t>(row.depth, 6)));
    }

    void measure() {
        for (const OrbatTableRow& row : m_rows) {
            const Cells cells = cellsOf(row);
            for (std::size_t i = 0; i < cells.size(); ++i)
                if (!cells[i].empty())
                    m_widths[i] =
                        std::max(m_widths[i], textWidth(m_in, cells[i], kCell) + (i == 0 ? indentPx(row) : 0));
        }
        const double grown =
            sizePx(m_stage, kCell) / m_stage.px(kCell.sizePt);  // names stay whole then, places may not
        for (std::size_t i = 0; i < m_widths.size(); ++i)
            if (m_widths[i] > 0)
                m_widths[i] = std::min(std::max(m_widths[i], textWidth(m_in, kColumnNames[i], kColumn)),
                                       m_stage.px(kWidestPt[i]) * (i == 0 ? grown : 1));
        // A narrow picture does without places, then without strengths.
        for (std::size_t i = m_widths.size() - 1;
             i > 1 && widthPx() > std::max(m_stage.view.size.width * kShareOfWidth, m_stage.px(220)); --i)
            m_widths[i] = 0;
    }
    // A column in which no unit has anything is left out.
    double widthPx() const {
        double width = 2 * m_stage.px(kPaddingPt) - m_stage.px(kGapPt);
        for (const double column : m_widths)
            if (column > 0) width += column + m_stage.px(kGapPt);
        return width;
    }

    void addCells(const Cells& cells, double indent, double left, double baseline, const PlateText& look) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (m_widths[i] <= 0) continue;
            const double inset = i == 0 ? indent : 0, room = m_widths[i] - inset;
            const std::string text = shortened(m_in, cells[i], look, room);
            const double alignPx = i == kStrength ? room - textWidth(m_in, text, look) : 0;  // figures under each other
            addText(m_out.over, m_in, text, {left + inset + alignPx, baseline}, look);
            left += m_widths[i] + m_stage.px(kGapPt);
        }
    }

    PlacedMarginalia& m_out;
    const MarginaliaInput& m_in;
    const Stage& m_stage;
    const std::vector<OrbatTableRow>& m_rows;
    std::array<double, 4> m_widths{};
};

}  // namespace

void addOrbatTable(PlacedMarginalia& out, const MarginaliaInput& in) { OrbatTablePlate(out, in).add(); }

}  // namespace layers
