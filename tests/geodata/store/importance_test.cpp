// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/importance.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "sample_sets.hpp"

using namespace geodata;

namespace {

using Line = std::vector<MapPoint>;
constexpr double kTolerances[] = {0, 1, 5, 20, 80, 300, 1000, 5000, 40000, 1e6};

double distanceToSegment(MapPoint p, MapPoint a, MapPoint b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

Line kept(const Line& line, std::span<const float> importance, double toleranceM) {
    Line out;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (importance[i] >= toleranceM) out.push_back(line[i]);
    return out;
}

// How far the farthest vertex of `line` is from `simplified`; closed: the last is followed by the first.
double farthest(const Line& line, const Line& simplified, bool closed) {
    double worst = 0;
    for (const MapPoint p : line) {
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i + !closed < simplified.size(); ++i)
            nearest = std::min(nearest, distanceToSegment(p, simplified[i], simplified[(i + 1) % simplified.size()]));
        worst = std::max(worst, nearest);
    }
    return worst;
}

Line randomWalk(std::size_t steps, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> step(-10, 14);
    Line line{{0, 0}};
    while (line.size() < steps) line.push_back({line.back().x + step(random), line.back().y + step(random)});
    return line;
}

void douglasPeucker(const Line& line, std::size_t first, std::size_t last, double toleranceM, std::vector<bool>& keep) {
    std::size_t at = first;
    double most = 0;
    for (std::size_t i = first + 1; i < last; ++i)
        if (const double d = distanceToSegment(line[i], line[first], line[last]); d > most) most = d, at = i;
    if (at == first || most < toleranceM) return;
    keep[at] = true;
    douglasPeucker(line, first, at, toleranceM, keep);
    douglasPeucker(line, at, last, toleranceM, keep);
}

FeatureSet oneFeature(GeometryKind kind, const std::vector<Line>& parts) {
    FeatureSet set;
    set.features.push_back({1, geometryOf(kind, parts), {}});
    return set;
}

// A land of side × side countries with wiggly borders, each border drawn once and used by both neighbours in their own
// direction, each ring beginning anywhere. Every fourth pair of neighbours is one country, so that borders meet in T's.
// Every country has an enclave: its hole is the enclave's ring, begun elsewhere and turned around.
class Land {
public:
    Land(int side, unsigned seed) : m_side(side), m_random(seed) {
        for (int row = 0; row < side; ++row)
            for (int column = 0; column < side; ++column) addCountry(column, row);
    }
    const FeatureSet& set() const { return m_set; }

    Line outline() {
        Line ring;
        const int n = m_side;
        for (int i = 0; i < n; ++i) append(ring, {i, 0}, {i + 1, 0});
        for (int i = 0; i < n; ++i) append(ring, {n, i}, {n, i + 1});
        for (int i = n; i > 0; --i) append(ring, {i, n}, {i - 1, n});
        for (int i = n; i > 0; --i) append(ring, {0, i}, {0, i - 1});
        return ring;
    }

private:
    using Corner = std::pair<int, int>;
    static constexpr double kCellM = 10000;

    double noise(double by) { return std::uniform_real_distribution<double>(-by, by)(m_random); }

    MapPoint cornerPoint(Corner c) {
        if (!m_corners.contains(c)) m_corners[c] = {c.first * kCellM + noise(2000), c.second * kCellM + noise(2000)};
        return m_corners[c];
    }

    const Line& border(Corner from, Corner to) {
        Line& line = m_borders[{from, to}];
        if (!line.empty()) return line;
        if (const auto other = m_borders.find({to, from}); other != m_borders.end() && !other->second.empty())
            return line = Line(other->second.rbegin(), other->second.rend());
        const MapPoint a = cornerPoint(from), b = cornerPoint(to);
        line.push_back(a);
        for (int i = 1; i < 40; ++i) {
            const double t = i / 40.0, swing = 700 * std::sin(t * 3.14159);
            line.push_back({a.x + (b.x - a.x) * t + noise(swing), a.y + (b.y - a.y) * t + noise(swing)});
        }
        line.push_back(b);
        return line;
    }

    void append(Line& ring, Corner from, Corner to) {
        const Line& line = border(from, to);
        ring.insert(ring.end(), line.begin(), line.end() - 1);
    }

    bool joined(int column, int row) const { return (column + 2 * row) % 4 == 0 && column + 1 < m_side; }

    void addCountry(int column, int row) {
        if (column > 0 && joined(column - 1, row)) return;  // part of its western neighbour
        const int east = column + (joined(column, row) ? 2 : 1);
        Line ring;
        for (int i = column; i < east; ++i) append(ring, {i, row}, {i + 1, row});
        append(ring, {east, row}, {east, row + 1});
        for (int i = east; i > column; --i) append(ring, {i, row + 1}, {i - 1, row + 1});
        append(ring, {column, row + 1}, {column, row});
        const MapPoint middle{(column + 0.5) * kCellM, (row + 0.5) * kCellM};
        Line enclave;
        for (int i = 0; i < 60; ++i) {
            const double angle = i * 6.28318530718 / 60, radius = 1200 + noise(200);
            enclave.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
        }
        add({turned(ring), turned(Line(enclave.rbegin(), enclave.rend()))});
        add({turned(enclave)});
    }

    Line turned(Line ring) {
        std::rotate(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(m_random() % ring.size()), ring.end());
        return ring;
    }
    void add(const std::vector<Line>& rings) {
        m_set.features.push_back({m_set.features.size(), geometryOf(GeometryKind::polygon, rings), {}});
    }

    int m_side;
    std::mt19937 m_random;
    FeatureSet m_set;
    std::map<Corner, MapPoint> m_corners;
    std::map<std::pair<Corner, Corner>, Line> m_borders;
};

struct LowerPoint {
    bool operator()(MapPoint a, MapPoint b) const { return a.x != b.x ? a.x < b.x : a.y < b.y; }
};

// Importance by coordinate; fails where two features disagree about one.
std::map<MapPoint, float, LowerPoint> byPlace(const FeatureSet& set, const std::vector<float>& importance) {
    std::map<MapPoint, float, LowerPoint> places;
    std::size_t vertex = 0, disagreeing = 0;
    for (const Feature& feature : set.features)
        for (const MapPoint p : feature.geometry.points) {
            const auto [place, fresh] = places.emplace(p, importance[vertex]);
            disagreeing += !fresh && place->second != importance[vertex];
            ++vertex;
        }
    CHECK(vertex == importance.size());
    CHECK(disagreeing == 0);
    return places;
}

Line keptOf(const Line& line, const std::map<MapPoint, float, LowerPoint>& places, double toleranceM) {
    Line out;
    for (const MapPoint p : line)
        if (places.at(p) >= toleranceM) out.push_back(p);
    return out;
}

double keptArea(const FeatureSet& set, const std::map<MapPoint, float, LowerPoint>& places, double toleranceM) {
    double area = 0;
    for (const Feature& feature : set.features)
        for (std::size_t i = 0; i < feature.geometry.partCount(); ++i) {
            const auto ring = feature.geometry.part(i);
            area += signedDoubleArea(keptOf({ring.begin(), ring.end()}, places, toleranceM));
        }
    return area;
}

Line circle(std::size_t count, double radiusM, MapPoint center) {
    Line ring;
    for (std::size_t i = 0; i < count; ++i) {
        const double angle = 6.28318530718 * static_cast<double>(i) / static_cast<double>(count);
        ring.push_back({center.x + radiusM * std::cos(angle), center.y + radiusM * std::sin(angle)});
    }
    return ring;
}

}  // namespace

TEST_CASE("simplify keeps the end points") {
    const Line line{{0, 0}, {10, 1}, {20, -30}, {30, 0}, {100, 0}};
    for (const auto& importance : {sharedArcImportance(oneFeature(GeometryKind::line, {line})),
                                   previewImportance(oneFeature(GeometryKind::line, {line}))}) {
        CHECK(importance.front() == kAlwaysImportant);
        CHECK(importance.back() == kAlwaysImportant);
    }
    const auto importance = sharedArcImportance(oneFeature(GeometryKind::line, {line}));
    CHECK(importance[2] == doctest::Approx(30));
    CHECK(importance[1] == doctest::Approx(distanceToSegment(line[1], line[0], line[2])));
}

TEST_CASE("filtering by importance is Douglas-Peucker at that tolerance") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const Line line = randomWalk(500, seed);
        const auto importance = sharedArcImportance(oneFeature(GeometryKind::line, {line}));
        for (const double toleranceM : {0.5, 3.0, 10.0, 40.0, 200.0}) {
            // Each line is split in its canonical direction; ties do not happen among random numbers.
            std::vector<bool> keep(line.size());
            keep.front() = keep.back() = true;
            douglasPeucker(line, 0, line.size() - 1, toleranceM, keep);
            std::size_t different = 0;
            for (std::size_t i = 0; i < line.size(); ++i) different += keep[i] != (importance[i] >= toleranceM);
            CHECK(different == 0);
        }
    }
}

TEST_CASE("a simplified line stays within the tolerance, the preview within its grid cell") {
    for (unsigned seed = 1; seed <= 10; ++seed) {
        const Line line = randomWalk(800, seed);
        const FeatureSet set = oneFeature(GeometryKind::line, {line});
        const auto final = sharedArcImportance(set), preview = previewImportance(set);
        for (const double toleranceM : {0.05, 0.7, 2.0, 9.0, 30.0, 100.0, 1000.0}) {
            CHECK(farthest(line, kept(line, final, toleranceM), false) <= toleranceM * (1 + 1e-6));
            CHECK(farthest(line, kept(line, preview, toleranceM), false) <= toleranceM * 1.4143);
        }
    }
}

TEST_CASE("neighbours neither part nor overlap at any tolerance") {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        Land land(6, seed);
        const Line outline = land.outline();
        for (const auto& importance : {sharedArcImportance(land.set()), previewImportance(land.set())}) {
            const auto places = byPlace(land.set(), importance);
            for (const double toleranceM : kTolerances) {
                const double whole = signedDoubleArea(keptOf(outline, places, toleranceM));
                CHECK(keptArea(land.set(), places, toleranceM) == doctest::Approx(whole).epsilon(1e-9));
            }
        }
    }
}

TEST_CASE("previews that know nothing of each other agree along their common border") {
    const Line border = randomWalk(300, 4);
    Line west = border, east(border.rbegin(), border.rend());
    west.push_back({-5000, 5000});
    east.push_back({5000, -5000});
    const auto first = previewImportance(oneFeature(GeometryKind::polygon, {west}));
    auto second = previewImportance(oneFeature(GeometryKind::polygon, {east}));
    second.resize(border.size());
    std::reverse(second.begin(), second.end());
    CHECK(std::equal(first.begin() + 1, first.begin() + static_cast<std::ptrdiff_t>(border.size()) - 1,
                     second.begin() + 1));
}

TEST_CASE("a border between three countries never moves") {
    Land land(4, 9);
    const auto places = byPlace(land.set(), sharedArcImportance(land.set()));
    std::size_t always = 0;
    for (const auto& [place, importance] : places) always += importance == kAlwaysImportant;
    // Of the 25 corners 4 belong to one country; joined countries lose the corner in their middle where nothing else
    // meets.
    CHECK(always >= 15);
    CHECK(always <= 21);
    CHECK(places.size() > 1500);
}

namespace {

// The same layer, read in another order: features shuffled, rings turned around and begun elsewhere.
FeatureSet reordered(FeatureSet other) {
    std::mt19937 random(8);
    std::shuffle(other.features.begin(), other.features.end(), random);
    for (Feature& feature : other.features) {
        Geometry turned{feature.geometry.kind, {}, {}};
        for (std::size_t i = 0; i < feature.geometry.partCount(); ++i) {
            Line ring(feature.geometry.part(i).rbegin(), feature.geometry.part(i).rend());
            std::rotate(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(random() % ring.size()), ring.end());
            turned.addPart(ring);
        }
        feature.geometry = turned;
    }
    return other;
}

// On a coarse grid many vertices are equally far from a chord.
FeatureSet snapped(FeatureSet set, double cellM) {
    for (Feature& feature : set.features)
        for (MapPoint& p : feature.geometry.points)
            p = {std::round(p.x / cellM) * cellM, std::round(p.y / cellM) * cellM};
    return set;
}

}  // namespace

TEST_CASE("importance does not depend on order, direction or start") {
    for (const double cellM : {1e-3, 50.0, 400.0}) {
        const FeatureSet set = snapped(Land(5, 3).set(), cellM), other = reordered(set);
        CHECK(byPlace(set, sharedArcImportance(set)) == byPlace(other, sharedArcImportance(other)));
        CHECK(byPlace(set, previewImportance(set)) == byPlace(other, previewImportance(other)));
    }
}

TEST_CASE("importance is the same whichever of two threads comes first to a shared border") {
    const FeatureSet set = Land(34, 3).set(), other = reordered(set);
    const std::vector<float> importance = sharedArcImportance(set);
    REQUIRE(importance.size() > 150'000);  // fewer are one thread's
    CHECK(importance == sharedArcImportance(set));
    CHECK(byPlace(set, importance) == byPlace(other, sharedArcImportance(other)));
    CHECK(byPlace(set, previewImportance(set)) == byPlace(other, previewImportance(other)));
}

TEST_CASE("the two zeros are one place") {
    const Line west{{-10, 0}, {0, 0}, {0.0, 5}, {3, 7}, {0, 10}, {-10, 10}},
        east{{10, 0}, {10, 10}, {0, 10}, {3, 7}, {-0.0, 5}, {-0.0, 0}};
    FeatureSet set = oneFeature(GeometryKind::polygon, {west});
    set.features.push_back({2, geometryOf(GeometryKind::polygon, {east}), {}});
    CHECK(byPlace(set, sharedArcImportance(set)).at({3, 7}) < 10);
}

TEST_CASE("a ring is seen as long as its box is longer than the tolerance") {
    const Line round = circle(200, 1000, {5e5, 4e6});
    Line lens;  // two countries whose rings have two nodes and no width to speak of
    for (int i = 0; i <= 50; ++i) lens.push_back({i * 100.0, i * (50 - i) * 0.01});
    const Line below{{5000, 0}, {4000, -3000}, {1000, -3000}, {0, 0}};
    Line sliver(lens.begin(), lens.end()), rest(lens.rbegin(), lens.rend());
    sliver.push_back({2500, -1});
    rest.insert(rest.end(), below.rbegin() + 1, below.rend() - 1);
    FeatureSet set = oneFeature(GeometryKind::polygon, {round});
    set.features.push_back({2, geometryOf(GeometryKind::polygon, {sliver}), {}});
    set.features.push_back({3, geometryOf(GeometryKind::polygon, {rest}), {}});
    for (const auto& importance : {sharedArcImportance(set), previewImportance(set)}) {
        std::size_t at = 0;
        for (const Feature& feature : set.features) {
            const Line ring(feature.geometry.points);
            const MapBox box = boxOf(ring);
            const double sizeM = std::max(box.width(), box.height());
            const auto own = std::span(importance).subspan(at, ring.size());
            at += ring.size();
            for (const double share : {0.001, 0.1, 0.4, 0.6, 0.9, 0.999999}) {
                const Line seen = kept(ring, own, share * sizeM);
                CHECK(seen.size() >= 3);
                CHECK(farthest(ring, seen, true) <= 2 * share * sizeM);
            }
        }
    }
    const auto importance = sharedArcImportance(oneFeature(GeometryKind::polygon, {round}));
    CHECK(kept(round, importance, 2001).empty());
}

TEST_CASE("points always matter") {
    const FeatureSet set = oneFeature(GeometryKind::point, {{{1, 2}}, {{1, 2}}});
    CHECK(sharedArcImportance(set) == std::vector<float>(2, kAlwaysImportant));
    CHECK(previewImportance(set) == std::vector<float>(2, kAlwaysImportant));
    CHECK(sharedArcImportance({}).empty());
}

TEST_CASE("odd rings and lines get a finite importance") {
    const std::vector<Line> rings{{{0, 0}},
                                  {{0, 0}, {1, 1}},
                                  {{5, 5}, {5, 5}, {5, 5}},
                                  {{0, 0}, {3, 3}, {0, 0}, {3, 3}},
                                  {{0, 0}, {9, 0}, {4, 0}},
                                  {{-0.0, 7}, {2, 9}, {0.0, 7}, {-2, 9}},
                                  {{1e308, 1e308}, {-1e308, 1e308}, {0, -1e308}, {5, 5}, {1e300, 2}}};
    for (const GeometryKind kind : {GeometryKind::polygon, GeometryKind::line})
        for (const bool preview : {false, true}) {
            const FeatureSet set = oneFeature(kind, rings);
            const auto importance = preview ? previewImportance(set) : sharedArcImportance(set);
            CHECK(importance.size() == set.features[0].geometry.points.size());
            CHECK(
                std::all_of(importance.begin(), importance.end(), [](float i) { return std::isfinite(i) && i >= 0; }));
        }
}

TEST_CASE("a repeated vertex matters as much as its first") {
    const Line ring{{0, 0}, {100, 0}, {100, 0}, {100, 100}, {50, 101}, {0, 100}, {0, 0}};
    const auto importance = sharedArcImportance(oneFeature(GeometryKind::polygon, {ring}));
    CHECK(importance[1] == importance[2]);
    CHECK(importance.front() == importance.back());
    CHECK(importance[4] == doctest::Approx(1).epsilon(0.01));
}

// A comb whose teeth shrink loses one tooth a split: without the guard this test would take hours.
TEST_CASE("the worst shape for Douglas-Peucker is done in n log n and within its bound") {
    Line comb;
    const int teeth = 300000;
    for (int i = 0; i < teeth; ++i) comb.push_back({i * 0.001, (i % 2 == 0 ? 1.0 : -1.0) * (teeth - i)});
    const auto importance = sharedArcImportance(oneFeature(GeometryKind::line, {comb}));
    CHECK(std::all_of(importance.begin(), importance.end(), [](float i) { return i > 0; }));
    const Line start(comb.end() - 2000, comb.end());
    const std::span<const float> own = std::span(importance).last(2000);
    CHECK(farthest(start, kept(start, own, 500), false) <= 2000);
}
