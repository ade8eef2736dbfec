// SPDX-License-Identifier: Apache-2.0
#pragma once
// A mesh's triangles in GPU memory. Needs a current GL context; main thread.

#include <vector>

#include "geodata/geometry/geometry.hpp"
#include "geodata/tiles/mesh.hpp"

namespace layers {

class GpuBuffer {  // one GL buffer object
public:
    GpuBuffer() = default;
    GpuBuffer(GpuBuffer&& other) noexcept;
    GpuBuffer& operator=(GpuBuffer&& other) noexcept;
    ~GpuBuffer();

    void upload(unsigned target, const void* data, std::size_t bytes);
    void bind(unsigned target) const;
    bool empty() const { return m_name == 0; }

private:
    unsigned m_name = 0;
};

struct GpuMesh {
    GpuBuffer vertices, indices;
    std::vector<geodata::MeshBatch> batches;
    std::size_t byteCount = 0;
    geodata::MapBox bounds;  // metres from the mesh's origin

    bool empty() const { return batches.empty(); }
};

template <class Vertex>
GpuMesh uploaded(const geodata::Mesh<Vertex>& mesh);
extern template GpuMesh uploaded(const geodata::Mesh<geodata::FillVertex>&);
extern template GpuMesh uploaded(const geodata::Mesh<geodata::LineVertex>&);

}  // namespace layers
