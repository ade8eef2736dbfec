// SPDX-License-Identifier: Apache-2.0
// The promise of simplification on real countries, through the real drawing path: drawn half-transparent on magenta at
// twelve zoom steps, no border leaves a gap that shows the magenta, and no pixel is drawn twice.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <map>

#include "geodata/crs/transformation.hpp"
#include "geodata/link/link.hpp"
#include "tests/pictures/picture_harness.hpp"

using namespace pictures;
namespace fs = std::filesystem;

namespace {

using geodata::MapPoint;

const layers::Rgba kHalf{128, 0, 128, 255};
constexpr const char* kMapCrs = "EPSG:3857";
const fs::path kWorld = fs::path(OPSMAP_SOURCE_DIR) / "areas" / "world" / "data" / "world.topojson";

struct Edge {
    MapPoint a, b;
};
// Of all rings: edges that two areas share, and those that one has alone (coasts, the map's seam).
struct Edges {
    std::vector<Edge> shared, alone;
};

Edges edgesOf(const geodata::Store& store) {
    const auto less = [](const Edge& p, const Edge& q) {
        return std::tie(p.a.x, p.a.y, p.b.x, p.b.y) < std::tie(q.a.x, q.a.y, q.b.x, q.b.y);
    };
    std::map<Edge, int, decltype(less)> uses(less);
    for (std::uint32_t f = 0; f < store.size(); ++f)
        for (std::size_t p = 0; p < store.feature(f).partCount(); ++p) {
            const auto ring = store.feature(f).part(p);
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const MapPoint a = ring[i], b = ring[(i + 1) % ring.size()];
                ++uses[std::tie(a.x, a.y) < std::tie(b.x, b.y) ? Edge{a, b} : Edge{b, a}];
            }
        }
    Edges edges;
    for (const auto& [edge, count] : uses) (count > 1 ? edges.shared : edges.alone).push_back(edge);
    return edges;
}

Edges countryEdges() {
    geodata::Link link({.loaderProgram = OPSMAP_LOADER, .cacheFolder = {}, .limits = {}, .wake = {}});
    geodata::LoadRequest request;
    request.path = kWorld;
    request.layer = "countries";
    request.mapCrs = kMapCrs;
    link.start(request);
    for (int turn = 0; turn < 100; ++turn)
        for (const auto& event : link.wait(1))
            if (const auto* finished = std::get_if<geodata::load_event::Finished>(&event.what))
                return edgesOf(*finished->store);
    FAIL("the countries did not come");
    return {};
}

// 5000 km to the west, east, north and south of a place on the map.
fs::path areaFileAround(MapPoint center, const geodata::Transformation& toMap) {
    constexpr double kReachM = 5e6;
    const MapPoint southWest = toMap.inverse(MapPoint{center.x - kReachM, center.y - kReachM}),
                   northEast = toMap.inverse(MapPoint{center.x + kReachM, center.y + kReachM});
    const fs::path file = fs::temp_directory_path() / "opsmap-picture-tests" / "borders.toml";
    fs::create_directories(file.parent_path());
    std::ofstream(file) << fmt::format(R"([area]
title = "Borders"
crs = "{}"
home = [{}, {}, {}, {}]
background = "#ff00ff"

[[layer]]
id = "countries"
title = "Countries"
kind = "vector"
source = "{}"
table = "countries"
style = {{ fill = "#000000", fill-opacity = 0.5 }}
)",
                                       kMapCrs, southWest.x, southWest.y, northEast.x, northEast.y, kWorld.string());
    return file;
}

// Scale bar, north arrow and attribution stand along the edges, over the map.
constexpr int kMarginPx = 80;

// Calls visit with every pixel along those edges that the picture shows.
template <class Visit>
void alongEdges(const std::vector<Edge>& edges, const Taken& taken, const Visit& visit) {
    const auto inside = [&](layers::ScreenPoint p) {
        return p.x >= kMarginPx && p.y >= kMarginPx && p.x < taken.picture.size.width - kMarginPx &&
               p.y < taken.picture.size.height - kMarginPx;
    };
    for (const Edge& edge : edges) {
        const auto a = taken.view.toScreen(edge.a), b = taken.view.toScreen(edge.b);
        if (std::max(a.x, b.x) < 0 || std::max(a.y, b.y) < 0 || std::min(a.x, b.x) > taken.picture.size.width ||
            std::min(a.y, b.y) > taken.picture.size.height)
            continue;
        const int steps = 1 + static_cast<int>(std::hypot(a.x - b.x, a.y - b.y) * 2);
        for (int i = 0; i <= steps; ++i) {
            const layers::ScreenPoint p{a.x + (b.x - a.x) * i / steps, a.y + (b.y - a.y) * i / steps};
            if (inside(p)) visit(static_cast<int>(p.x), static_cast<int>(p.y));
        }
    }
}

// Pixels at which a coast, moved by simplification, may show the sea.
std::vector<bool> nearCoast(const Edges& edges, const Taken& taken) {
    const auto [width, height] = taken.picture.size;
    std::vector<bool> near(static_cast<std::size_t>(width) * height);
    constexpr int kReachPx = 5;
    alongEdges(edges.alone, taken, [&](int x, int y) {
        for (int dy = -kReachPx; dy <= kReachPx; ++dy)
            for (int dx = -kReachPx; dx <= kReachPx; ++dx)
                if (x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height)
                    near[static_cast<std::size_t>(y + dy) * width + x + dx] = true;
    });
    return near;
}

struct Found {
    std::size_t looked = 0, gaps = 0, twice = 0;
};

Found look(const Edges& edges, const Taken& taken) {
    Found found;
    const std::vector<bool> coast = nearCoast(edges, taken);
    alongEdges(edges.shared, taken, [&](int x, int y) {
        if (coast[static_cast<std::size_t>(y) * taken.picture.size.width + x]) return;
        for (int i = 0; i < 9; ++i) {
            const layers::Rgba color = taken.picture.at({x + i % 3 - 0.5, y + i / 3 - 0.5});
            ++found.looked;
            found.gaps += color.r > kHalf.r + 2;
        }
    });
    for (int y = kMarginPx; y < taken.picture.size.height - kMarginPx; ++y)
        for (int x = kMarginPx; x < taken.picture.size.width - kMarginPx; ++x)
            found.twice += taken.picture.at({x + 0.5, y + 0.5}).r < kHalf.r - 2;
    return found;
}

}  // namespace

TEST_CASE("real countries leave no gap and no overlap at twelve zoom steps") {
    const Edges edges = countryEdges();
    REQUIRE(edges.shared.size() > 10000);
    // Where Austria, Hungary and Slovakia meet: borders are in sight at every step.
    const auto toMap = geodata::Transformation::toMap(geodata::kLonLatCrs, kMapCrs);
    const MapPoint wanted = toMap->forward(MapPoint{17.16, 48.01});
    MapPoint center = edges.shared.front().a;
    for (const Edge& edge : edges.shared)
        if (std::hypot(edge.a.x - wanted.x, edge.a.y - wanted.y) < std::hypot(center.x - wanted.x, center.y - wanted.y))
            center = edge.a;
    Shot shot{.folder = areaFileAround(center, *toMap).string(), .size = {800, 600}};
    shot.labels = false;
    for (int step = 0; step < 12; ++step) {
        CAPTURE(step);
        shot.zoom = std::pow(1.7, step);
        const Taken taken = take(shot);
        CHECK(taken.problems.empty());
        const Found found = look(edges, taken);
        CHECK(found.looked > 1000);
        CHECK(found.gaps == 0);
        CHECK(found.twice == 0);
    }
}
