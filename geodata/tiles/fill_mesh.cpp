#include "geodata/tiles/fill_mesh.hpp"

#include <GL/glu.h>

#include <array>
#include <deque>
#include <memory>
#include <unordered_map>

namespace geodata {
namespace {

using Corner = std::array<double, 3>;

struct TessDeleter {
    void operator()(GLUtesselator* tess) const { gluDeleteTess(tess); }
};

// What GLU's callbacks see: the corners it may add (a deque keeps their addresses) and the triangles so far.
struct Job {
    FillMesh& mesh;
    std::deque<Corner> corners;
    std::unordered_map<const Corner*, std::uint16_t> inBatch;  // a corner is one vertex however many triangles share it
    std::array<const Corner*, 3> pending{};
    int pendingCount = 0;

    std::uint16_t vertexOf(const Corner* corner) {
        const auto found = inBatch.find(corner);
        if (found != inBatch.end()) return found->second;
        const auto index = mesh.addVertex({static_cast<float>((*corner)[0]), static_cast<float>((*corner)[1])});
        inBatch.emplace(corner, index);
        return index;
    }
    void add(const Corner* corner) {
        pending[pendingCount++] = corner;
        if (pendingCount < 3) return;
        pendingCount = 0;
        if (mesh.reserveBatch(3)) inBatch.clear();
        mesh.addTriangle({vertexOf(pending[0]), vertexOf(pending[1]), vertexOf(pending[2])});
    }
};

void onVertex(void* corner, void* job) { static_cast<Job*>(job)->add(static_cast<const Corner*>(corner)); }
void onEdgeFlag(GLboolean) {}  // its presence alone makes GLU send plain triangles, no fans or strips
void onCombine(GLdouble at[3], void*[4], GLfloat[4], void** made, void* job) {
    auto& corners = static_cast<Job*>(job)->corners;
    corners.push_back({at[0], at[1], 0});
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

}  // namespace

void addFill(FillMesh& mesh, const std::vector<std::vector<MapPoint>>& rings, MapPoint origin) {
    Job job{mesh, {}, {}, {}, 0};
    const auto tess = makeTessellator();
    gluTessBeginPolygon(tess.get(), &job);
    for (const auto& ring : rings) {
        gluTessBeginContour(tess.get());
        for (const MapPoint point : ring) {
            job.corners.push_back({point.x - origin.x, point.y - origin.y, 0});
            gluTessVertex(tess.get(), job.corners.back().data(), &job.corners.back());
        }
        gluTessEndContour(tess.get());
    }
    gluTessEndPolygon(tess.get());
}

}  // namespace geodata
