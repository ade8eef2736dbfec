// SPDX-License-Identifier: Apache-2.0
#include "layers/gpu/gpu_mesh.hpp"

#include <utility>

#include "layers/gpu/gl.hpp"

namespace layers {

GpuBuffer::GpuBuffer(GpuBuffer&& other) noexcept : m_name(std::exchange(other.m_name, 0)) {}
GpuBuffer& GpuBuffer::operator=(GpuBuffer&& other) noexcept {
    std::swap(m_name, other.m_name);
    return *this;
}
GpuBuffer::~GpuBuffer() {
    if (m_name != 0) glDeleteBuffers(1, &m_name);
}

void GpuBuffer::upload(unsigned target, const void* data, std::size_t bytes) {
    if (m_name == 0) glGenBuffers(1, &m_name);
    glBindBuffer(target, m_name);
    glBufferData(target, static_cast<GLsizeiptr>(bytes), data, GL_STATIC_DRAW);
}
void GpuBuffer::bind(unsigned target) const { glBindBuffer(target, m_name); }

template <class Vertex>
GpuMesh uploaded(const geodata::Mesh<Vertex>& mesh) {
    GpuMesh gpu;
    if (mesh.empty()) return gpu;
    gpu.vertices.upload(GL_ARRAY_BUFFER, mesh.vertices.data(), mesh.vertices.size() * sizeof(Vertex));
    gpu.indices.upload(GL_ELEMENT_ARRAY_BUFFER, mesh.indices.data(), mesh.indices.size() * sizeof(std::uint16_t));
    gpu.batches = mesh.batches;
    gpu.byteCount = mesh.byteCount();
    for (const Vertex& vertex : mesh.vertices) gpu.bounds = geodata::extended(gpu.bounds, {vertex.x, vertex.y});
    return gpu;
}
template GpuMesh uploaded(const geodata::Mesh<geodata::FillVertex>&);
template GpuMesh uploaded(const geodata::Mesh<geodata::LineVertex>&);

}  // namespace layers
