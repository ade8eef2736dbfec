// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/line_label.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

namespace layers {

namespace {

constexpr double kRad = std::numbers::pi / 180;
constexpr double kMaxTurnBetweenGlyphs = 25 * kRad;  // more tears a word apart
constexpr double kMaxTurnInAll = 80 * kRad;          // more is no longer read at a glance
constexpr double kCalmTurnInAll = 25 * kRad;         // Arabic letters still seem to touch
constexpr double kStraightBeside = 0.85;  // share of its length by which a line gets on where a name stands beside it
constexpr double kMaxTilt = 100 * kRad;   // from upright; a little over 90 so that a wavering upright line counts

ScreenPoint between(ScreenPoint a, ScreenPoint b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }
ScreenPoint difference(ScreenPoint a, ScreenPoint b) { return {a.x - b.x, a.y - b.y}; }

// The share [first, second] of the segment inside the bounds, after Liang and Barsky; first > second: none.
std::pair<double, double> insideShare(ScreenPoint a, ScreenPoint b, const ScreenRect& bounds) {
    double first = 0, last = 1;
    const auto cut = [&](double along, double room) {
        if (along == 0) {
            if (room < 0) last = -1;
        } else if (along < 0) {
            first = std::max(first, room / along);
        } else {
            last = std::min(last, room / along);
        }
    };
    cut(a.x - b.x, a.x - bounds.left);
    cut(b.x - a.x, bounds.right - a.x);
    cut(a.y - b.y, a.y - bounds.top);
    cut(b.y - a.y, bounds.bottom - a.y);
    return {first, last};
}

bool isFinite(ScreenPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); }

double turnRad(const GlyphPose& from, const GlyphPose& to) {
    return std::abs(std::remainder(to.rotationRad - from.rotationRad, 2 * std::numbers::pi));
}

// All turns from glyph to glyph together; nothing where the text would not be legible.
std::optional<double> legibleTurn(const std::vector<GlyphPose>& glyphs) {
    double totalRad = 0;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const double turn = i == 0 ? 0 : turnRad(glyphs[i - 1], glyphs[i]);
        totalRad += turn;
        const bool upright = std::abs(glyphs[i].rotationRad) <= kMaxTilt;
        if (turn > kMaxTurnBetweenGlyphs || totalRad > kMaxTurnInAll || !upright) return std::nullopt;
    }
    return totalRad;
}

// Of the turned glyph, axis-aligned.
ScreenRect boxOf(const GlyphPose& pose, float advancePx, const LabelCandidate& candidate) {
    const double cosine = std::cos(pose.rotationRad), sine = std::sin(pose.rotationRad);
    ScreenRect box{pose.origin.x, pose.origin.y, pose.origin.x, pose.origin.y};
    for (const double x : {0.0, static_cast<double>(advancePx)})
        for (const double y : {-static_cast<double>(candidate.ascentPx), static_cast<double>(candidate.descentPx)}) {
            const ScreenPoint corner{pose.origin.x + x * cosine - y * sine, pose.origin.y + x * sine + y * cosine};
            box = {std::min(box.left, corner.x), std::min(box.top, corner.y), std::max(box.right, corner.x),
                   std::max(box.bottom, corner.y)};
        }
    return box;
}

std::vector<TextBox> boxesOf(const std::vector<GlyphPose>& glyphs, const LabelCandidate& candidate) {
    std::vector<TextBox> boxes;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (candidate.advancesPx[i] <= 0) continue;
        const ScreenRect body = boxOf(glyphs[i], candidate.advancesPx[i], candidate);
        boxes.push_back({body, grown(body, candidate.marginPx)});
    }
    return boxes;
}

// The baseline of the letters: the line under the text and a little more, smoothed, in reading direction.
struct Baseline {
    Stretch stretch;
    double middlePx = 0;  // where the text's middle belongs
};

// The text stands just above its line, by its descenders' depth, as rivers and roads are labelled on printed maps: on
// the line itself it would be crossed out. Letters are spaced along the lifted line, otherwise bends would push them
// together, and smoothed over a text's height, otherwise they would dance on every wiggle.
Baseline baselineUnder(const Stretch& stretch, double middlePx, bool backwards, const LabelCandidate& candidate) {
    const double total = stretch.lengthPx(), heightPx = static_cast<double>(candidate.ascentPx) + candidate.descentPx;
    const double liftPx = static_cast<double>(candidate.descentPx) + candidate.offsetPx;
    const double halfPx = textLengthPx(candidate) / 2 + heightPx;
    const auto at = [&](double d) { return stretch.at(backwards ? total - d : d); };
    const double middleHerePx = backwards ? total - middlePx : middlePx;
    const int steps = std::clamp(static_cast<int>(std::ceil(halfPx * 2 / heightPx)), 2, 2000);  // to either side
    std::vector<ScreenPoint> points;
    for (int i = -steps; i <= steps; ++i) {
        const double d = std::clamp(middleHerePx + halfPx * i / steps, 0.0, total);
        const double windowPx = std::min({heightPx / 2, d, total - d});  // none at the ends, which must not be drawn in
        const ScreenPoint smooth = between(between(at(d - windowPx), at(d + windowPx), 0.5), at(d), 0.5);
        const ScreenPoint along = difference(at(d + heightPx / 2), at(d - heightPx / 2));
        const double lengthPx = std::max(std::hypot(along.x, along.y), 1e-9);
        points.push_back({smooth.x + along.y / lengthPx * liftPx, smooth.y - along.x / lengthPx * liftPx});
    }
    const double firstHalfPx = Stretch({points.begin(), points.begin() + steps + 1}).lengthPx();
    return {Stretch(std::move(points)), firstHalfPx};
}

// The glyphs one after the other from `startPx`, each turned as the piece of baseline that it covers.
std::vector<GlyphPose> posesOn(const Stretch& baseline, double startPx, const std::vector<float>& advancesPx) {
    std::vector<GlyphPose> poses;
    double penPx = startPx;
    for (const double advancePx : advancesPx) {
        if (advancePx <= 0 && !poses.empty()) {  // a mark: the pen's place on its letter's baseline
            const GlyphPose& letter = poses.back();
            const double stepPx = advancesPx[poses.size() - 1];
            const ScreenPoint pen{letter.origin.x + stepPx * std::cos(letter.rotationRad),
                                  letter.origin.y + stepPx * std::sin(letter.rotationRad)};
            poses.push_back({pen, letter.rotationRad});
            continue;
        }
        const ScreenPoint origin = baseline.at(penPx),
                          along = difference(baseline.at(penPx + std::max(advancePx, 1.0)), origin);
        poses.push_back({origin, std::atan2(along.y, along.x)});
        penPx += advancePx;
    }
    return poses;
}

bool readsBackwards(ScreenPoint start, ScreenPoint end) {
    const ScreenPoint along = difference(end, start);
    constexpr double kUpright = 1e-6;
    return std::abs(along.x) <= kUpright * std::abs(along.y) ? along.y > 0 : along.x < 0;
}

}  // namespace

Stretch::Stretch(std::vector<ScreenPoint> points) : m_points(std::move(points)) {
    const auto same = std::unique(m_points.begin(), m_points.end());
    m_points.erase(same, m_points.end());
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const ScreenPoint step = difference(m_points[i], m_points[i == 0 ? 0 : i - 1]);
        m_distancesPx.push_back((i == 0 ? 0 : m_distancesPx.back()) + std::hypot(step.x, step.y));
    }
}

ScreenPoint Stretch::at(double distancePx) const {
    if (m_points.empty()) return {};
    const auto after = std::upper_bound(m_distancesPx.begin(), m_distancesPx.end(), distancePx);
    if (after == m_distancesPx.begin()) return m_points.front();
    if (after == m_distancesPx.end()) return m_points.back();
    const auto i = static_cast<std::size_t>(after - m_distancesPx.begin());
    const double stepPx = m_distancesPx[i] - m_distancesPx[i - 1];
    return between(m_points[i - 1], m_points[i], (distancePx - m_distancesPx[i - 1]) / stepPx);
}

std::vector<ScreenPoint> Stretch::cut(double fromPx, double toPx) const {
    std::vector<ScreenPoint> points{at(fromPx)};
    const auto first = std::upper_bound(m_distancesPx.begin(), m_distancesPx.end(), fromPx);
    for (auto d = first; d != m_distancesPx.end() && *d < toPx; ++d)
        points.push_back(m_points[static_cast<std::size_t>(d - m_distancesPx.begin())]);
    points.push_back(at(toPx));
    return points;
}

std::vector<Stretch> visibleStretches(const std::vector<ScreenPoint>& path, const ScreenRect& bounds) {
    std::vector<Stretch> stretches;
    std::vector<ScreenPoint> open;
    const auto close = [&] {
        if (open.size() > 1) stretches.emplace_back(std::move(open));
        open.clear();
    };
    for (std::size_t i = 1; i < path.size(); ++i) {
        const ScreenPoint a = path[i - 1], b = path[i];
        const auto [first, last] = insideShare(a, b, bounds);
        if (!isFinite(a) || !isFinite(b) || first > last) {
            close();
            continue;
        }
        if (first > 0) close();
        if (open.empty()) open.push_back(between(a, b, first));
        open.push_back(between(a, b, last));
        if (last < 1) close();
    }
    close();
    std::stable_sort(stretches.begin(), stretches.end(),
                     [](const Stretch& a, const Stretch& b) { return a.lengthPx() > b.lengthPx(); });
    return stretches;
}

double textLengthPx(const LabelCandidate& candidate) {
    return std::accumulate(candidate.advancesPx.begin(), candidate.advancesPx.end(), 0.0,
                           [](double sum, float advance) { return sum + std::max(advance, 0.0F); });
}

std::optional<LineLabel> labelAlong(const Stretch& stretch, double middlePx, const LabelCandidate& candidate) {
    const double lengthPx = textLengthPx(candidate), startPx = middlePx - lengthPx / 2, endPx = middlePx + lengthPx / 2;
    if (lengthPx <= 0 || startPx < 0 || endPx > stretch.lengthPx()) return std::nullopt;
    const bool backwards = readsBackwards(stretch.at(startPx), stretch.at(endPx));
    const Baseline baseline = baselineUnder(stretch, middlePx, backwards, candidate);
    const double firstPx = baseline.middlePx - lengthPx / 2;
    constexpr double kRounding = 1e-6;
    if (firstPx < -kRounding || firstPx + lengthPx > baseline.stretch.lengthPx() + kRounding) return std::nullopt;
    LineLabel label{posesOn(baseline.stretch, firstPx, candidate.advancesPx), {}, stretch.at(middlePx), false};
    const std::optional<double> turn = legibleTurn(label.glyphs);
    if (!turn) return std::nullopt;
    label.calm = *turn <= kCalmTurnInAll;
    label.boxes = boxesOf(label.glyphs, candidate);
    return label;
}

std::optional<LineLabel> labelBeside(const Stretch& stretch, double middlePx, const LabelCandidate& candidate) {
    const double lengthPx = textLengthPx(candidate);
    if (lengthPx <= 0 || middlePx < lengthPx / 2 || middlePx + lengthPx / 2 > stretch.lengthPx()) return std::nullopt;
    const std::vector<ScreenPoint> beside = stretch.cut(middlePx - lengthPx / 2, middlePx + lengthPx / 2);
    const ScreenPoint across = difference(beside.back(), beside.front());
    const double chordPx = std::hypot(across.x, across.y);
    if (chordPx < kStraightBeside * lengthPx) return std::nullopt;
    const bool backwards = readsBackwards(beside.front(), beside.back());
    const ScreenPoint along{across.x / chordPx * (backwards ? -1 : 1), across.y / chordPx * (backwards ? -1 : 1)};
    const bool above = (candidate.side == LineSide::left) != backwards;
    const ScreenPoint away{along.y * (above ? 1 : -1), -along.x * (above ? 1 : -1)};  // from the line to its text
    const ScreenPoint middle = between(beside.front(), beside.back(), 0.5);
    double reachPx = 0;  // how far the line bends towards the text
    for (const ScreenPoint p : beside)
        reachPx = std::max(reachPx, difference(p, middle).x * away.x + difference(p, middle).y * away.y);
    const double liftPx = reachPx + candidate.offsetPx + (above ? candidate.descentPx : candidate.ascentPx);
    const ScreenPoint start{middle.x + away.x * liftPx - along.x * lengthPx / 2,
                            middle.y + away.y * liftPx - along.y * lengthPx / 2};
    const Stretch baseline({start, {start.x + along.x * lengthPx, start.y + along.y * lengthPx}});
    LineLabel label{posesOn(baseline, 0, candidate.advancesPx), {}, middle, true};
    label.boxes = boxesOf(label.glyphs, candidate);
    return label;
}

}  // namespace layers
