#include "layers/placement/line_label.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace layers {

namespace {

constexpr double kRad = std::numbers::pi / 180;
constexpr double kMaxTurnBetweenGlyphs = 25 * kRad;  // more tears a word apart
constexpr double kMaxTurnInAll = 80 * kRad;          // more is no longer read at a glance
constexpr double kMaxTilt = 100 * kRad;              // from upright; a little over 90 so that a wavering upright line counts

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

struct Turning {
    double sharpest = 0, total = 0;
};

Turning turningOf(const std::vector<GlyphPose>& glyphs) {
    Turning turning;
    for (std::size_t i = 1; i < glyphs.size(); ++i) {
        const double turn = std::abs(std::remainder(glyphs[i].rotationRad - glyphs[i - 1].rotationRad, 2 * std::numbers::pi));
        turning.sharpest = std::max(turning.sharpest, turn);
        turning.total += turn;
    }
    return turning;
}

bool isLegible(const std::vector<GlyphPose>& glyphs) {
    const Turning turning = turningOf(glyphs);
    return turning.sharpest <= kMaxTurnBetweenGlyphs && turning.total <= kMaxTurnInAll &&
           std::all_of(glyphs.begin(), glyphs.end(), [](const GlyphPose& g) { return std::abs(g.rotationRad) <= kMaxTilt; });
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

// The glyphs one after the other from `startPx`. The text stands just above its line, by its descenders' depth, as rivers
// and roads are labelled on printed maps: on the line itself it would be crossed out.
std::vector<GlyphPose> posesFrom(const Stretch& stretch, double startPx, bool backwards, const LabelCandidate& candidate) {
    const auto at = [&](double distancePx) { return stretch.at(backwards ? stretch.lengthPx() - distancePx : distancePx); };
    const double liftPx = candidate.descentPx + candidate.offsetPx;
    // The direction is taken over at least half a line's height, so that a narrow letter does not follow a tiny wiggle.
    const double leastHalfPx = (candidate.ascentPx + candidate.descentPx) / 4;
    std::vector<GlyphPose> poses;
    double penPx = startPx;
    for (const float advancePx : candidate.advancesPx) {
        if (advancePx <= 0 && !poses.empty()) {  // a mark: the pen's place on its letter's baseline
            const GlyphPose& letter = poses.back();
            const double stepPx = candidate.advancesPx[poses.size() - 1];
            poses.push_back({{letter.origin.x + stepPx * std::cos(letter.rotationRad), letter.origin.y + stepPx * std::sin(letter.rotationRad)},
                             letter.rotationRad});
            continue;
        }
        const double middlePx = penPx + advancePx / 2, halfPx = std::max<double>(advancePx / 2, leastHalfPx);
        const ScreenPoint direction = difference(at(middlePx + halfPx), at(middlePx - halfPx));
        const double rotationRad = std::atan2(direction.y, direction.x), cosine = std::cos(rotationRad), sine = std::sin(rotationRad);
        const ScreenPoint middle = at(middlePx);
        poses.push_back({{middle.x - cosine * advancePx / 2 + sine * liftPx, middle.y - sine * advancePx / 2 - cosine * liftPx}, rotationRad});
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
    for (std::size_t i = 0; i < m_points.size(); ++i)
        m_distancesPx.push_back(i == 0 ? 0 : m_distancesPx.back() + std::hypot(m_points[i].x - m_points[i - 1].x, m_points[i].y - m_points[i - 1].y));
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
    const double halfPx = textLengthPx(candidate) / 2;
    const double startPx = middlePx - halfPx, endPx = middlePx + halfPx;
    if (halfPx <= 0 || startPx < 0 || endPx > stretch.lengthPx()) return std::nullopt;
    const bool backwards = readsBackwards(stretch.at(startPx), stretch.at(endPx));
    LineLabel label;
    label.glyphs = posesFrom(stretch, backwards ? stretch.lengthPx() - endPx : startPx, backwards, candidate);
    if (!isLegible(label.glyphs)) return std::nullopt;
    label.middle = stretch.at(middlePx);
    for (std::size_t i = 0; i < label.glyphs.size(); ++i) {
        if (candidate.advancesPx[i] <= 0) continue;
        const ScreenRect body = boxOf(label.glyphs[i], candidate.advancesPx[i], candidate);
        label.boxes.push_back({body, grown(body, candidate.marginPx)});
    }
    return label;
}

}  // namespace layers
