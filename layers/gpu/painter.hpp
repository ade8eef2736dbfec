// SPDX-License-Identifier: Apache-2.0
#pragma once
// Draws meshes and sprites into a FrameBuffer, with one method per drawing kind. Coordinates are pixels of the whole
// picture; the buffer may hold only a strip of it that starts `topPx` rows down. Needs a current GL context; main
// thread.
//
// A half-transparent layer is composed once, however often it overlaps itself
// (docs/decisions/half-transparent-layers.md). Areas use the stencil. Lines and hatches, which have partial coverage
// everywhere, gather it in the alpha channel with the MAX operator; their colour is then laid over the picture
// through it.

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "geodata/result/result.hpp"
#include "layers/gpu/atlas.hpp"
#include "layers/gpu/frame_buffer.hpp"
#include "layers/gpu/gpu_mesh.hpp"
#include "layers/model/map_view.hpp"
#include "layers/model/pixel_rect.hpp"
#include "layers/model/style.hpp"

namespace layers {

struct MeshPlace {  // the place of a mesh's origin in the picture, and its scale
    ScreenPoint originPx;
    double pxPerM = 1;

    bool operator==(const MeshPlace&) const = default;
};

struct FillPaint {
    Rgba color;
    Hatch hatch = Hatch::none;
    double spacingPx = 8, widthPx = 1;
    ScreenPoint anchorPx;  // the hatch is fixed to this point of the picture

    bool operator==(const FillPaint&) const = default;
};

struct LinePaint {
    Rgba color;
    double widthPx = 1;
    std::vector<float> dashPx;  // even count, at most eight

    bool operator==(const LinePaint&) const = default;
};

struct MarkerPaint {
    Marker shape = Marker::circle;
    double radiusPx = 4, rimPx = 1;
    Rgba color, rimColor;

    bool operator==(const MarkerPaint&) const = default;
};

struct MarkerVertex {
    float x = 0, y = 0;    // metres from the mesh's origin
    float cx = 0, cy = 0;  // corner, of a triangle around the square from -1 to 1
    float scale = 1;       // of the paint's radius
};

struct SpriteVertex {
    float x = 0, y = 0;  // pixels of the picture
    float u = 0, v = 0;  // texels
    Rgba color;
};

class Painter {
public:
    static geodata::Result<std::unique_ptr<Painter>> create(const std::filesystem::path& shaderFolder);
    ~Painter();

    // Of the buffer only `part` is to be drawn: the same pixels as ever there, in less time.
    void begin(const FrameBuffer& buffer, int topPx, Rgba background, std::optional<PixelRect> part = {});
    void end();

    void clipTo(const ScreenRect& px);  // whole pixels: edges are rounded, so neighbouring rectangles never overlap
    void noClip();
    // Whether anything of a rectangle of the picture lies in the part of the buffer that is to be drawn.
    bool leaves(const ScreenRect& px) const;
    // A rectangle of whole pixels in one colour, the fastest way to paint: rounded as clipTo does.
    void cover(const ScreenRect& px, Rgba color);
    // What this machine's GL makes of `above` over `below`; asked once for each pair. Not between begin and end.
    Rgba blended(Rgba below, Rgba above);

    void fill(const GpuMesh& mesh, const MeshPlace& place, const FillPaint& paint);
    void line(const GpuMesh& mesh, const MeshPlace& place, const LinePaint& paint);
    void markers(const GpuBuffer& vertices, int vertexCount, const MeshPlace& place, const MarkerPaint& paint);
    void sprites(std::span<const SpriteVertex> corners,
                 const Atlas& atlas);  // four a sprite, one after the other around it

    // Between them each pixel is drawn once: what comes first stays.
    void beginOnce();
    void endOnce();
    // Between them only coverage is drawn, the paint's alpha being the layer's opacity; endLayer lays `color` through
    // it.
    void beginLayer();
    void endLayer(Rgba color);

private:
    struct State;
    void hatch(const GpuMesh& mesh, const MeshPlace& place, const FillPaint& paint);
    explicit Painter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace layers
