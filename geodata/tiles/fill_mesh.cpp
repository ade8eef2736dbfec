// SPDX-License-Identifier: Apache-2.0
#include "geodata/tiles/fill_mesh.hpp"

#include <GL/glu.h>

#include <array>
#include <deque>
#include <memory>

#include "geodata/tiles/clip.hpp"

namespace geodata {
namespace {

using Rings = std::vector<std::vector<MapPoint>>;

// A corner is one vertex of a batch, however many triangles share it.
struct Corner {
    std::array<double, 3> at{};  // as GLU wants it
    std::size_t batches = 0;     // that there were when it was last added
    std::uint16_t vertex = 0;
};

struct TessDeleter {
    void operator()(GLUtesselator* tess) const { gluDeleteTess(tess); }
};

// What GLU's callbacks see: the corners it may add (a deque keeps their addresses) and the triangles so far.
struct Job {
    FillMesh& mesh;
    MapPoint origin;
    std::deque<Corner> corners;
    std::array<Corner*, 3> pending{};
    int pendingCount = 0;

    Corner* corner(MapPoint p) { return &corners.emplace_back(Corner{{p.x - origin.x, p.y - origin.y, 0}}); }
    std::uint16_t vertexOf(Corner& corner) {
        if (corner.batches != mesh.batches.size()) {
            corner.batches = mesh.batches.size();
            corner.vertex = mesh.addVertex({static_cast<float>(corner.at[0]), static_cast<float>(corner.at[1])});
        }
        return corner.vertex;
    }
    void add(Corner* corner) {
        pending[static_cast<std::size_t>(pendingCount++)] = corner;
        if (pendingCount < 3) return;
        pendingCount = 0;
        mesh.reserveBatch(3);
        mesh.addTriangle({vertexOf(*pending[0]), vertexOf(*pending[1]), vertexOf(*pending[2])});
    }
};

void onVertex(void* corner, void* job) { static_cast<Job*>(job)->add(static_cast<Corner*>(corner)); }
void onEdgeFlag(GLboolean) {}  // its presence alone makes GLU send plain triangles, no fans or strips
void onCombine(GLdouble at[3], void* [4], GLfloat[4], void** made, void* job) {
    auto& corners = static_cast<Job*>(job)->corners;
    corners.push_back({{at[0], at[1], 0}});
    *made = &corners.back();
}

using Callback = void (*)();

std::unique_ptr<GLUtesselator, TessDeleter> makeTessellator() {
    std::unique_ptr<GLUtesselator, TessDeleter> tess(gluNewTess());
    gluTessProperty(tess.get(), GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ODD);
    gluTessNormal(tess.get(), 0, 0, 1);
    gluTessCallback(tess.get(), GLU_TESS_VERTEX_DATA, reinterpret_cast<Callback>(onVertex));
    gluTessCallback(tess.get(), GLU_TESS_EDGE_FLAG, reinterpret_cast<Callback>(onEdgeFlag));
    gluTessCallback(tess.get(), GLU_TESS_COMBINE_DATA, reinterpret_cast<Callback>(onCombine));
    return tess;
}

void tessellate(GLUtesselator* tess, Job& job, const Rings& rings) {
    job.corners.clear();
    job.pendingCount = 0;
    gluTessBeginPolygon(tess, &job);
    for (const auto& ring : rings) {
        gluTessBeginContour(tess);
        for (const MapPoint point : ring) {
            Corner* corner = job.corner(point);
            gluTessVertex(tess, corner->at.data(), corner);
        }
        gluTessEndContour(tess);
    }
    gluTessEndPolygon(tess);
}

std::size_t vertexCount(const Rings& rings) {
    std::size_t count = 0;
    for (const auto& ring : rings) count += ring.size();
    return count;
}

Rings clipped(const Rings& rings, const MapBox& box) {
    Rings kept;
    for (const auto& ring : rings)
        if (boxOf(ring).intersects(box))
            if (auto inside = clipRing(ring, box); inside.size() >= 3) kept.push_back(std::move(inside));
    return kept;
}

// GLU's sweep searches a list of all edges that cross the sweep line, so what has many is halved first. The halves meet
// on an upright or level line, on which points of one side alone leave no gap.
void addHalved(GLUtesselator* tess, Job& job, const Rings& rings, const MapBox& box, int depth) {
    constexpr std::size_t kFewVertices = 24;
    constexpr int kMostHalvings = 16;
    if (depth == kMostHalvings || vertexCount(rings) <= kFewVertices) return tessellate(tess, job, rings);
    MapBox low = box, high = box;
    if (box.width() > box.height()) low.max.x = high.min.x = (box.min.x + box.max.x) / 2;
    else low.max.y = high.min.y = (box.min.y + box.max.y) / 2;
    for (const MapBox& half : {low, high}) addHalved(tess, job, clipped(rings, half), half, depth + 1);
}

}  // namespace

void addFill(FillMesh& mesh, const std::vector<std::vector<MapPoint>>& rings, MapPoint origin) {
    static thread_local const auto tess = makeTessellator();
    Job job{.mesh = mesh, .origin = origin, .corners = {}};
    MapBox box;
    for (const auto& ring : rings)
        for (const MapPoint point : ring) box = extended(box, point);
    addHalved(tess.get(), job, rings, box, 0);
}

}  // namespace geodata
