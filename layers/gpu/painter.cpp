// SPDX-License-Identifier: Apache-2.0
#include "layers/gpu/painter.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "layers/gpu/gl.hpp"
#include "layers/gpu/program.hpp"

namespace layers {

using geodata::FillVertex;
using geodata::LineVertex;
using geodata::MeshBatch;

struct Painter::State {
    Program fill, hatch, line, dash, marker, letter, picture;
    GpuMesh
        half;  // of a square two metres wide: with a clip it covers any rectangle by one triangle, without a diagonal
    std::optional<FrameBuffer> pixel = {};  // in which blended() looks
    std::map<std::array<std::uint8_t, 7>, Rgba> blends = {};
    GpuBuffer spriteVertices = {}, spriteIndices = {};
    std::size_t indexedSprites = 0;
    ScreenSize target = {};
    int topPx = 0;
    PixelRect part = {};        // of the buffer, that is drawn
    bool keepsStencil = false;  // between parts: changing to and fro takes longer than they do
    std::optional<ScreenRect> clip = {};
    struct Covered {
        ScreenRect clip, rect;
    };
    const FrameBuffer* buffer = nullptr;             // being drawn into
    std::optional<std::vector<Covered>> layer = {};  // between beginLayer and endLayer: where coverage was drawn

    bool isPart() const { return !(part == PixelRect{0, 0, target.width, target.height}); }
    void noteCovered(const GpuMesh& mesh, const MeshPlace& place, double aroundPx);
    void wash(Rgba color) const;  // everything that the clip leaves
    void indexSprites(std::size_t count);
};

namespace {

const void* at(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

// One attribute of the bound vertex buffer, for the lifetime of the drawing call.
class Attribute {
public:
    Attribute(const Program& program, const char* name) : m_location(program.attribute(name)) {
        if (m_location >= 0) glEnableVertexAttribArray(static_cast<GLuint>(m_location));
    }
    ~Attribute() {
        if (m_location >= 0) glDisableVertexAttribArray(static_cast<GLuint>(m_location));
    }
    void floats(int count, std::size_t stride, std::size_t offset) const {
        if (m_location >= 0)
            glVertexAttribPointer(static_cast<GLuint>(m_location), count, GL_FLOAT, GL_FALSE,
                                  static_cast<GLsizei>(stride), at(offset));
    }
    void color(std::size_t stride, std::size_t offset) const {
        if (m_location >= 0)
            glVertexAttribPointer(static_cast<GLuint>(m_location), 4, GL_UNSIGNED_BYTE, GL_TRUE,
                                  static_cast<GLsizei>(stride), at(offset));
    }

private:
    int m_location;
};

void drawBatch(const MeshBatch& batch) {
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(batch.indexCount), GL_UNSIGNED_SHORT,
                   at(batch.firstIndex * sizeof(std::uint16_t)));
}

GpuMesh halfSquare() {
    geodata::FillMesh mesh;
    mesh.reserveBatch(3);
    for (const FillVertex corner : {FillVertex{0, 0}, {2, 0}, {0, 2}}) mesh.addVertex(corner);
    mesh.addTriangle({0, 1, 2});
    return uploaded(mesh);
}

void usualBlending() {
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_FALSE);  // alpha is the scratch of beginLayer
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
}

void scissor(const PixelRect& px) {
    glEnable(GL_SCISSOR_TEST);
    glScissor(px.left, px.top, std::max(px.width(), 0), std::max(px.height(), 0));
}

// What covers wholly is written without a look at what lies below; alpha stays the empty scratch that it is.
class Opaque {
public:
    Opaque() {
        glDisable(GL_BLEND);
        glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    }
    ~Opaque() {
        glEnable(GL_BLEND);
        usualBlending();
    }
    static Rgba written(Rgba color) { return {color.r, color.g, color.b, 0}; }
};

}  // namespace

Painter::Painter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Painter::~Painter() = default;

geodata::Result<std::unique_ptr<Painter>> Painter::create(const std::filesystem::path& shaderFolder) {
    auto fill = Program::load({"fill.vert", "fill.frag"}, shaderFolder),
         hatch = Program::load({"fill.vert", "hatch.frag"}, shaderFolder);
    auto line = Program::load({"line.vert", "line.frag"}, shaderFolder),
         dash = Program::load({"line.vert", "dash.frag"}, shaderFolder);
    auto marker = Program::load({"marker.vert", "marker.frag"}, shaderFolder),
         letter = Program::load({"sprite.vert", "letter.frag"}, shaderFolder);
    auto picture = Program::load({"sprite.vert", "picture.frag"}, shaderFolder);
    for (const auto* program : {&fill, &hatch, &line, &dash, &marker, &letter, &picture})
        if (!*program) return program->error();
    return std::unique_ptr<Painter>(new Painter(std::unique_ptr<State>(new State{.fill = std::move(*fill),
                                                                                 .hatch = std::move(*hatch),
                                                                                 .line = std::move(*line),
                                                                                 .dash = std::move(*dash),
                                                                                 .marker = std::move(*marker),
                                                                                 .letter = std::move(*letter),
                                                                                 .picture = std::move(*picture),
                                                                                 .half = halfSquare()})));
}

void Painter::begin(const FrameBuffer& buffer, int topPx, Rgba background, std::optional<PixelRect> part) {
    m_state->target = buffer.size();
    m_state->topPx = topPx;
    m_state->buffer = &buffer;
    m_state->part = part.value_or(PixelRect{0, 0, buffer.size().width, buffer.size().height});
    m_state->keepsStencil = m_state->keepsStencil && m_state->isPart();
    m_state->keepsStencil ? buffer.bindWithStencil() : buffer.bind();
    noClip();
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glEnable(GL_BLEND);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glClearColor(static_cast<float>(background.r) / 255.0f, static_cast<float>(background.g) / 255.0f,
                 static_cast<float>(background.b) / 255.0f, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    usualBlending();
}

void Painter::end() {
    glUseProgram(0);
    glDisable(GL_SCISSOR_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glBindBuffer(GL_ARRAY_BUFFER, 0);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, 0);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void Painter::clipTo(const ScreenRect& px) {
    m_state->clip = px;
    const auto whole = [](double v) { return static_cast<int>(std::lround(v)); };
    scissor(common({whole(px.left), whole(px.top) - m_state->topPx, whole(px.right), whole(px.bottom) - m_state->topPx},
                   m_state->part));
}
void Painter::noClip() {
    m_state->clip.reset();
    m_state->isPart() ? scissor(m_state->part) : glDisable(GL_SCISSOR_TEST);
}

bool Painter::leaves(const ScreenRect& px) const {
    const PixelRect& part = m_state->part;
    return std::lround(px.right) > part.left && std::lround(px.left) < part.right &&
           std::lround(px.bottom) - m_state->topPx > part.top && std::lround(px.top) - m_state->topPx < part.bottom;
}

namespace {

void placeMesh(const Program& program, const MeshPlace& place, ScreenSize target, int topPx) {
    program.use();
    program.set("u_originPx", place.originPx.x, place.originPx.y - topPx);
    program.set("u_pxPerM", static_cast<float>(place.pxPerM));
    program.set("u_targetPx", target.width, target.height);
}

void drawFill(const Program& program, const GpuMesh& mesh) {
    mesh.vertices.bind(GL_ARRAY_BUFFER);
    mesh.indices.bind(GL_ELEMENT_ARRAY_BUFFER);
    const Attribute position(program, "a_position");
    for (const MeshBatch& batch : mesh.batches) {
        position.floats(2, sizeof(FillVertex), batch.firstVertex * sizeof(FillVertex));
        drawBatch(batch);
    }
}

constexpr double kReachOfJoins = 2;  // a mitre reaches at most four half widths from the line

}  // namespace

// Per clip one rectangle, so that endLayer lays the colour only where there is something.
void Painter::State::noteCovered(const GpuMesh& mesh, const MeshPlace& place, double aroundPx) {
    const ScreenRect around = clip.value_or(
        ScreenRect{0, 0.0 + topPx, static_cast<double>(target.width), static_cast<double>(target.height + topPx)});
    const geodata::MapBox& b = mesh.bounds;
    const ScreenRect rect{std::max(around.left, place.originPx.x + b.min.x * place.pxPerM - aroundPx),
                          std::max(around.top, place.originPx.y - b.max.y * place.pxPerM - aroundPx),
                          std::min(around.right, place.originPx.x + b.max.x * place.pxPerM + aroundPx),
                          std::min(around.bottom, place.originPx.y - b.min.y * place.pxPerM + aroundPx)};
    if (rect.left >= rect.right || rect.top >= rect.bottom) return;
    const auto known =
        std::find_if(layer->begin(), layer->end(), [&](const Covered& covered) { return covered.clip == around; });
    if (known == layer->end()) return layer->push_back({around, rect});
    known->rect = {std::min(known->rect.left, rect.left), std::min(known->rect.top, rect.top),
                   std::max(known->rect.right, rect.right), std::max(known->rect.bottom, rect.bottom)};
}

void Painter::State::wash(Rgba color) const {
    const double side = std::max(target.width, target.height);
    placeMesh(fill, {{0, side + topPx}, side}, target, topPx);
    fill.set("u_color", color);
    drawFill(fill, half);
}

void Painter::cover(const ScreenRect& px, Rgba color) {
    clipTo(px);
    if (color.a < 255) {
        m_state->wash(color);
    } else {
        const Opaque opaque;
        m_state->wash(opaque.written(color));
    }
    noClip();
}

Rgba Painter::blended(Rgba below, Rgba above) {
    const auto [known, isNew] =
        m_state->blends.try_emplace({below.r, below.g, below.b, above.r, above.g, above.b, above.a}, below);
    if (!isNew) return known->second;
    if (!m_state->pixel)
        if (auto made = FrameBuffer::create({1, 1})) m_state->pixel = std::move(*made);
    if (!m_state->pixel) return below;
    begin(*m_state->pixel, 0, below);
    cover({0, 0, 1, 1}, above);
    end();
    const auto rgb = m_state->pixel->readRgb(1);
    return known->second = {rgb[0], rgb[1], rgb[2], 255};
}

void Painter::fill(const GpuMesh& mesh, const MeshPlace& place, const FillPaint& paint) {
    if (mesh.empty()) return;
    if (m_state->layer) m_state->noteCovered(mesh, place, 1);
    if (paint.hatch != Hatch::none) return hatch(mesh, place, paint);
    placeMesh(m_state->fill, place, m_state->target, m_state->topPx);
    if (paint.color.a < 255 || m_state->layer) {
        m_state->fill.set("u_color", paint.color);
        return drawFill(m_state->fill, mesh);
    }
    const Opaque opaque;
    m_state->fill.set("u_color", opaque.written(paint.color));
    drawFill(m_state->fill, mesh);
}

void Painter::hatch(const GpuMesh& mesh, const MeshPlace& place, const FillPaint& paint) {
    const Program& program = m_state->hatch;
    placeMesh(program, place, m_state->target, m_state->topPx);
    program.set("u_color", paint.color);
    program.set("u_hatch", static_cast<int>(paint.hatch));
    program.set("u_spacingPx", static_cast<float>(paint.spacingPx));
    program.set("u_halfWidthPx", static_cast<float>(paint.widthPx / 2));
    // The anchor may lie far outside; only where it stands within one period of the hatch matters, and floats keep
    // that.
    const double period = paint.spacingPx * std::sqrt(2.0);
    program.set("u_anchorPx", std::fmod(paint.anchorPx.x, period),
                std::fmod(paint.anchorPx.y - m_state->topPx, period));
    drawFill(program, mesh);
}

void Painter::line(const GpuMesh& mesh, const MeshPlace& place, const LinePaint& paint) {
    if (mesh.empty() || paint.widthPx <= 0) return;
    float periodPx = 0;
    for (const float length : paint.dashPx) periodPx += length;
    const bool dashed = periodPx > 0;
    if (m_state->layer) m_state->noteCovered(mesh, place, paint.widthPx * kReachOfJoins + 1);
    const Program& program = dashed ? m_state->dash : m_state->line;
    placeMesh(program, place, m_state->target, m_state->topPx);
    program.set("u_color", paint.color);
    program.set("u_halfWidthPx", static_cast<float>(paint.widthPx / 2));
    if (dashed) {
        program.set("u_dashCount", static_cast<int>(paint.dashPx.size()));
        program.setArray("u_dashPx", paint.dashPx.data(), static_cast<int>(paint.dashPx.size()));
        program.set("u_periodPx", periodPx);
    }
    mesh.vertices.bind(GL_ARRAY_BUFFER);
    mesh.indices.bind(GL_ELEMENT_ARRAY_BUFFER);
    const Attribute position(program, "a_position"), extrude(program, "a_extrude"), along(program, "a_along"),
        across(program, "a_across");
    for (const MeshBatch& batch : mesh.batches) {
        const std::size_t start = batch.firstVertex * sizeof(LineVertex);
        position.floats(2, sizeof(LineVertex), start);
        extrude.floats(2, sizeof(LineVertex), start + offsetof(LineVertex, ex));
        along.floats(1, sizeof(LineVertex), start + offsetof(LineVertex, along));
        across.floats(1, sizeof(LineVertex), start + offsetof(LineVertex, across));
        drawBatch(batch);
    }
}

void Painter::markers(const GpuBuffer& vertices, int vertexCount, const MeshPlace& place, const MarkerPaint& paint) {
    if (vertexCount == 0 || vertices.empty()) return;
    const Program& program = m_state->marker;
    placeMesh(program, place, m_state->target, m_state->topPx);
    program.set("u_shape", static_cast<int>(paint.shape));
    program.set("u_radiusPx", static_cast<float>(paint.radiusPx));
    program.set("u_rimPx", static_cast<float>(paint.rimPx));
    program.set("u_color", paint.color);
    program.set("u_rimColor", paint.rimColor);
    vertices.bind(GL_ARRAY_BUFFER);
    const Attribute position(program, "a_position"), corner(program, "a_corner"), scale(program, "a_scale");
    position.floats(2, sizeof(MarkerVertex), 0);
    corner.floats(2, sizeof(MarkerVertex), offsetof(MarkerVertex, cx));
    scale.floats(1, sizeof(MarkerVertex), offsetof(MarkerVertex, scale));
    glDrawArrays(GL_TRIANGLES, 0, vertexCount);
}

// Two triangles each; the same for every frame.
void Painter::State::indexSprites(std::size_t count) {
    if (count <= indexedSprites) return spriteIndices.bind(GL_ELEMENT_ARRAY_BUFFER);
    indexedSprites = std::bit_ceil(count);
    std::vector<std::uint32_t> indices;
    for (std::uint32_t first = 0; first < 4 * indexedSprites; first += 4)
        for (const std::uint32_t corner : {0U, 1U, 2U, 0U, 2U, 3U}) indices.push_back(first + corner);
    spriteIndices.upload(GL_ELEMENT_ARRAY_BUFFER, indices.data(), indices.size() * sizeof(std::uint32_t));
}

void Painter::sprites(std::span<const SpriteVertex> corners, const Atlas& atlas) {
    if (corners.empty()) return;
    const Program& program = atlas.kind() == TexelKind::coverage ? m_state->letter : m_state->picture;
    program.use();
    program.set("u_offsetPx", 0, m_state->topPx);
    program.set("u_targetPx", m_state->target.width, m_state->target.height);
    program.set("u_texturePx", atlas.sidePx(), atlas.sidePx());
    program.set("u_texture", 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, atlas.texture());
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    m_state->spriteVertices.upload(GL_ARRAY_BUFFER, corners.data(), corners.size_bytes());
    m_state->indexSprites(corners.size() / 4);
    {
        const Attribute px(program, "a_px"), uv(program, "a_uv"), color(program, "a_color");
        px.floats(2, sizeof(SpriteVertex), 0);
        uv.floats(2, sizeof(SpriteVertex), offsetof(SpriteVertex, u));
        color.color(sizeof(SpriteVertex), offsetof(SpriteVertex, color));
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(corners.size() / 4 * 6), GL_UNSIGNED_INT, nullptr);
    }
    usualBlending();
}

void Painter::beginOnce() {
    if (!m_state->keepsStencil) m_state->buffer->bindWithStencil();
    m_state->keepsStencil = m_state->isPart();
    const int value = m_state->buffer->freshStencilValue();
    glEnable(GL_STENCIL_TEST);
    glStencilFunc(GL_NOTEQUAL, value, 0xff);
    glStencilOp(GL_KEEP, GL_KEEP, GL_REPLACE);
}

void Painter::endOnce() {
    glDisable(GL_STENCIL_TEST);
    if (!m_state->keepsStencil) m_state->buffer->bind();
}

void Painter::beginLayer() {
    m_state->layer.emplace();
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
    glBlendEquation(GL_MAX);
}

void Painter::endLayer(Rgba color) {
    const auto covered = *std::exchange(m_state->layer, std::nullopt);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glBlendEquation(GL_FUNC_ADD);
    // Alpha is both the coverage read here and cleared for the next layer.
    glBlendFuncSeparate(GL_DST_ALPHA, GL_ONE_MINUS_DST_ALPHA, GL_ZERO, GL_ZERO);
    for (const State::Covered& piece : covered) {
        clipTo({std::floor(piece.rect.left), std::floor(piece.rect.top), std::ceil(piece.rect.right),
                std::ceil(piece.rect.bottom)});
        m_state->wash({color.r, color.g, color.b, 255});
    }
    noClip();
    usualBlending();
}

}  // namespace layers
