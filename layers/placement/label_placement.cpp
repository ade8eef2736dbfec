// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/label_placement.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>

#include "layers/placement/collision_grid.hpp"
#include "layers/placement/label_ambiguity.hpp"
#include "layers/placement/line_label.hpp"

namespace layers {

namespace {

constexpr int kMaxTriesPerSlot = 25;  // along a line: beyond that the label is better left out than looked for

// What a place of a point's text costs: eight places beside the point are dearer one by one, all together less than a
// step farther off; a line under it is worse than the first step off (under a symbol's text, which is to be read at
// once, more so), a covered marker as two steps. A slanted leader is as bad as a step more.
constexpr double kNextPlaceCost = 0.5, kFarCost = 6, kFartherCost = 4, kSlantedCost = 4, kLineCost = 6.5,
                 kSymbolLineCost = 9, kDotCost = 12;
// A text that seems to be another symbol's is worse than many steps farther off, and so is a leader that comes out from
// under another one. Beside its own symbol it rather takes another place there than touch another one, or go on in
// another text. A leader is a line to other texts, and goes through none.
constexpr double kOthersCost = 16, kHiddenLeaderCost = 16, kCrampedCost = 10, kTouchedCost = 2, kThroughCost = 12;
constexpr double kClose = 2.5,
                 kCramped = 0.6;  // heights of the text: within these a symbol claims it, a text seems to go on in it
constexpr double kClearlyNearer = 0.7;
constexpr int kMostSlantedSteps = 7;

TextBox boxAt(ScreenPoint origin, const LabelCandidate& c) {
    const ScreenRect body{origin.x, origin.y - c.ascentPx, origin.x + c.widthPx, origin.y + c.descentPx};
    return {body, grown(body, c.marginPx)};
}

double heightPx(const LabelCandidate& c) { return static_cast<double>(c.ascentPx) + c.descentPx; }

// The baseline that puts the middle of the text's height at y.
double centredBaseline(double y, const LabelCandidate& c) {
    return y + (static_cast<double>(c.ascentPx) - c.descentPx) / 2;
}

// Imhof ("Positioning names on maps", 1975): right of the point before left of it, raised before lowered, straight
// above or below last. The slanted places keep the sides' distance, so that none touches a square marker.
std::array<ScreenPoint, 8> pointOrigins(const LabelCandidate& c, double fartherPx = 0) {
    const ScreenPoint a = c.path.front();
    const double offset = c.offsetPx + fartherPx;
    const double right = a.x + offset, left = a.x - offset - c.widthPx, middle = a.x - c.widthPx / 2;
    const double beside = centredBaseline(a.y, c), raised = a.y - c.descentPx - fartherPx,
                 lowered = a.y + c.ascentPx + fartherPx;
    return {{{right, beside},
             {right, raised},
             {right, lowered},
             {left, beside},
             {left, raised},
             {left, lowered},
             {middle, raised - c.offsetPx},
             {middle, lowered + c.offsetPx}}};
}

// Between those, far ones only: for where all of them are flawed, so that a leader finds its way between other symbols.
std::array<ScreenPoint, 32> slantedOrigins(const LabelCandidate& c, double fartherPx) {
    const ScreenPoint a = c.path.front();
    const double far = c.offsetPx + fartherPx;
    std::array<ScreenPoint, 32> origins;
    std::size_t next = 0;
    for (const double share : {0.2, 0.4, 0.6, 0.8})
        for (const auto& [x, y] : {std::pair{far, far * share}, std::pair{far * share, far}}) {
            const double right = a.x + x, left = a.x - x - c.widthPx, raised = a.y - c.descentPx - y,
                         lowered = a.y + c.ascentPx + y;
            for (const ScreenPoint origin : {ScreenPoint{right, raised}, ScreenPoint{right, lowered},
                                             ScreenPoint{left, raised}, ScreenPoint{left, lowered}})
                origins[next++] = origin;
        }
    return origins;
}

// Centred; where that is taken, up to a line above or below.
std::array<ScreenPoint, 5> areaOrigins(const LabelCandidate& c) {
    const double x = c.path.front().x - c.widthPx / 2, y = centredBaseline(c.path.front().y, c);
    const double step = heightPx(c) / 2 + c.marginPx;
    return {{{x, y}, {x, y - step}, {x, y + step}, {x, y - 2 * step}, {x, y + 2 * step}}};
}

bool isPlaceable(const LabelCandidate& c) {
    const auto sound = [](float value) { return std::isfinite(value) && value >= 0; };
    if (!sound(c.widthPx) || !sound(c.ascentPx) || !sound(c.descentPx) || !sound(c.marginPx) || !sound(c.offsetPx))
        return false;
    if (!std::all_of(c.advancesPx.begin(), c.advancesPx.end(), sound)) return false;
    return c.widthPx > 0 && heightPx(c) > 0 && !c.path.empty();
}

class Placer {
public:
    explicit Placer(const PlacementInput& input)
        : m_input(input),
          m_grid(input.bounds),
          m_lineMarks(input.bounds),
          m_dots(input.bounds),
          m_thickLines(input.bounds) {
        for (const ScreenRect& rect : input.keepOut) m_grid.addKeepOut(rect);
        for (const ScreenRect& rect : input.symbols) m_grid.addKeepOut(rect);
        for (const ScreenRect& rect : input.lineMarks) m_lineMarks.addKeepOut(rect);
        for (const ScreenRect& rect : input.dots) m_dots.addKeepOut(rect);
        for (const ScreenRect& rect : input.thickLines) m_thickLines.addKeepOut(rect);
    }

    void place(std::size_t index) {
        const LabelCandidate& c = m_input.candidates[index];
        if (!isPlaceable(c)) return;
        switch (c.kind) {
            case CandidateKind::point: placeAround(index); break;
            case CandidateKind::area: placeOver(index, areaOrigins(c)); break;
            case CandidateKind::line: placeAlong(index); break;
        }
    }
    std::vector<PlacedLabel> finish() { return std::move(m_placed); }

private:
    struct PointPlace {
        ScreenPoint origin;
        double cost = 0;
        bool far = false, flawed = false;
    };

    void placeAround(std::size_t index) {
        const LabelCandidate& c = m_input.candidates[index];
        std::optional<PointPlace> best;
        for (int step = 0; step <= (c.farPx > 0 ? c.farSteps : 0); ++step) {
            if (best && best->cost <= stepCost(step)) break;
            considerPlaces(c, pointOrigins(c, static_cast<double>(step) * c.farPx),
                           {stepCost(step), kNextPlaceCost, step > 0}, best);
        }
        if (c.ofSymbol && best && best->flawed) considerSlanted(c, best);
        if (!best) return;
        const TextBox box = boxAt(best->origin, c);
        m_grid.addText(best->far && c.ofSymbol ? withAir(box, c) : box);
        m_placed.push_back({.candidate = index, .origin = best->origin});
        m_pointTexts.push_back(box.body);
        if (!best->far) return;
        m_placed.back().leaderEnd = leaderEndOf(box.body, c.path.front());
        m_leaders.push_back({c.path.front(), *m_placed.back().leaderEnd});
    }

    void considerSlanted(const LabelCandidate& c, std::optional<PointPlace>& best) const {
        for (int step = 1;
             step <= std::min(c.farSteps, kMostSlantedSteps) && stepCost(step) + kSlantedCost < best->cost; ++step)
            considerPlaces(c, slantedOrigins(c, static_cast<double>(step) * c.farPx),
                           {stepCost(step) + kSlantedCost, 0, true}, best);
    }

    static double stepCost(int step) { return step == 0 ? 0 : kFarCost + kFartherCost * (step - 1); }

    struct Leader {
        ScreenPoint from, to;
    };
    struct Ring {  // of places around the point
        double cost = 0, nextCost = 0;
        bool far = false;
    };
    void considerPlaces(const LabelCandidate& c, std::span<const ScreenPoint> origins, Ring ring,
                        std::optional<PointPlace>& best) const {
        const ScreenPoint* anchor = &c.path.front();
        double cost = ring.cost;
        for (const ScreenPoint origin : origins) {
            const TextBox box = boxAt(origin, c);
            if ((!best || cost < best->cost) && m_grid.isFree(box, anchor) && m_lineMarks.isFree(box, nullptr)) {
                double flaws = lineCost(box, c) + (ring.far ? throughCost(box, c) : 0) +
                               (m_dots.isFree(box, anchor) ? 0 : kDotCost);
                if (!best || cost + flaws < best->cost) flaws += doubtCost(box, c, ring.far);  // is the dearest to know
                if (!best || cost + flaws < best->cost)
                    best = {origin, cost + flaws, ring.far, flaws >= kSymbolLineCost};
            }
            cost += ring.nextCost;
        }
    }

    double lineCost(const TextBox& box, const LabelCandidate& c) const {
        const bool onLeader = std::ranges::any_of(
            m_leaders, [&](const Leader& leader) { return crosses(box.withMargin, leader.from, leader.to); });
        return !onLeader && m_thickLines.isFree(box, nullptr) ? 0 : c.ofSymbol ? kSymbolLineCost : kLineCost;
    }
    double throughCost(const TextBox& box, const LabelCandidate& c) const {
        const ScreenPoint anchor = c.path.front(), end = leaderEndOf(box.body, anchor);
        return std::ranges::any_of(m_pointTexts, [&](const ScreenRect& text) { return crosses(text, anchor, end); })
                   ? (c.ofSymbol ? kThroughCost : kLineCost)
                   : 0;
    }

    static TextBox withAir(const TextBox& box, const LabelCandidate& c) {
        const ScreenRect air = grown(box.body, kCramped * heightPx(c));
        return {air, air};
    }

    // Of a text that belongs to a symbol.
    double doubtCost(const TextBox& box, const LabelCandidate& c, bool far) const {
        if (!c.ofSymbol) return 0;
        const LabelAmbiguity belonging = ambiguityOf(box.body, c.path.front(), m_input.symbols);
        if (!far) return belonging.otherPx < kCramped * heightPx(c) ? kTouchedCost : 0;
        const bool claimed = belonging.otherPx < std::min(kClearlyNearer * belonging.ownPx, kClose * heightPx(c));
        const bool hidden =
            belonging.leaderUnderOther || ambiguityOf(box.body, c.path.front(), m_input.keepOut).leaderUnderOther;
        return (claimed ? kOthersCost : 0) + (hidden ? kHiddenLeaderCost : 0) +
               (m_grid.isFree(withAir(box, c), nullptr) ? 0 : kCrampedCost);
    }

    void placeOver(std::size_t index, const std::array<ScreenPoint, 5>& origins) {
        const LabelCandidate& c = m_input.candidates[index];
        for (const ScreenPoint origin : origins) {
            const TextBox box = boxAt(origin, c);
            if (!m_grid.isFree(box, nullptr) || !m_lineMarks.isFree(box, nullptr)) continue;
            m_grid.addText(box);
            return m_placed.push_back({.candidate = index, .origin = origin});
        }
    }

    void placeAlong(std::size_t index) {
        const LabelCandidate& c = m_input.candidates[index];
        const double needPx = textLengthPx(c);
        if (needPx <= 0) return;
        if (c.side != LineSide::above) return placeBeside(index);
        for (const Stretch& stretch : visibleStretches(c.path, m_input.bounds)) {
            if (stretch.lengthPx() < needPx) return;  // the longest comes first
            const bool once = !(c.repeatPx > 0);
            const int slots = once ? 1 : static_cast<int>(std::clamp(stretch.lengthPx() / c.repeatPx, 1.0, 1000.0));
            for (int slot = 0; slot < slots; ++slot) {
                const double slotPx = stretch.lengthPx() / slots;
                if (placeInSlot(index, stretch, {(slot + 0.5) * slotPx, slotPx}) && once) return;
            }
        }
    }

    void placeBeside(std::size_t index) {
        const LabelCandidate& c = m_input.candidates[index];
        if (!std::all_of(c.path.begin(), c.path.end(),
                         [](ScreenPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); }))
            return;
        const Stretch stretch(c.path);
        const double stepPx = std::max(heightPx(c), 4.0),
                     farthestPx = std::max<double>(c.middlePx, stretch.lengthPx() - c.middlePx);
        for (int i = 0; i < 2 * kMaxTriesPerSlot; ++i) {  // from its place outwards to both sides
            const double offsetPx = (i + 1) / 2 * stepPx * (i % 2 == 0 ? 1 : -1);
            if (std::abs(offsetPx) > farthestPx) return;
            std::optional<LineLabel> label = labelBeside(stretch, c.middlePx + offsetPx, c);
            if (label && !repeatsTooSoon(c, label->middle) && isFree(m_grid, *label))
                return accept(index, std::move(*label));
        }
    }

    struct Slot {
        double middlePx = 0, lengthPx = 0;
    };
    // From the slot's middle outwards to both sides: the first calm piece, or else the first that can be borne.
    bool placeInSlot(std::size_t index, const Stretch& stretch, Slot slot) {
        const LabelCandidate& c = m_input.candidates[index];
        const double stepPx = std::max(slot.lengthPx / kMaxTriesPerSlot, 4.0);
        std::optional<LineLabel> chosen;
        for (int i = 0; i < kMaxTriesPerSlot && !(chosen && chosen->calm); ++i) {
            const double offsetPx = (i + 1) / 2 * stepPx * (i % 2 == 0 ? 1 : -1), middlePx = slot.middlePx + offsetPx;
            if (std::abs(offsetPx) > slot.lengthPx / 2) break;
            if (repeatsTooSoon(c, stretch.at(middlePx))) continue;
            std::optional<LineLabel> label = labelAlong(stretch, middlePx, c);
            if (label && (label->calm || !chosen) && isFree(m_grid, *label) && isFree(m_lineMarks, *label))
                chosen = std::move(label);
        }
        if (chosen) accept(index, std::move(*chosen));
        return chosen.has_value();
    }

    static bool isFree(const CollisionGrid& grid, const LineLabel& label) {
        return std::all_of(label.boxes.begin(), label.boxes.end(),
                           [&grid](const TextBox& box) { return grid.isFree(box, nullptr); });
    }

    bool repeatsTooSoon(const LabelCandidate& c, ScreenPoint middle) const {
        const auto equal = m_middles.find(c.text);
        if (c.text.empty() || equal == m_middles.end()) return false;
        return std::any_of(equal->second.begin(), equal->second.end(), [&](ScreenPoint other) {
            return std::hypot(other.x - middle.x, other.y - middle.y) < c.repeatPx;
        });
    }

    void accept(std::size_t index, LineLabel label) {
        for (const TextBox& box : label.boxes) m_grid.addText(box);
        m_middles[m_input.candidates[index].text].push_back(label.middle);
        const ScreenPoint origin = label.glyphs.front().origin;
        m_placed.push_back({index, origin, std::move(label.glyphs), {}});
    }

    const PlacementInput& m_input;
    CollisionGrid m_grid, m_lineMarks, m_dots, m_thickLines;
    std::vector<PlacedLabel> m_placed;
    std::vector<Leader> m_leaders;
    std::vector<ScreenRect> m_pointTexts;
    std::unordered_map<std::string_view, std::vector<ScreenPoint>> m_middles;  // of the line labels, by their text
};

std::vector<std::size_t> orderOf(const std::vector<LabelCandidate>& candidates) {
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [&](std::size_t i) {  // NaN would break the sorting: it comes last
        return std::isnan(candidates[i].priority) ? -std::numeric_limits<double>::infinity() : candidates[i].priority;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return rank(a) != rank(b) ? rank(a) > rank(b) : candidates[a].key < candidates[b].key;
    });
    return order;
}

}  // namespace

std::vector<PlacedLabel> placeLabels(const PlacementInput& input) {
    Placer placer(input);
    for (const std::size_t index : orderOf(input.candidates)) placer.place(index);
    return placer.finish();
}

}  // namespace layers
