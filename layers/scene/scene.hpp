// SPDX-License-Identifier: Apache-2.0
#pragma once
// The scene: what is on the GPU. update() brings it in line with Document and Stage once per frame, and draw() turns
// it into pixels. Needs a current GL context; main thread.

#include <filesystem>
#include <functional>
#include <memory>

#include "geodata/grid/grid.hpp"
#include "layers/gpu/frame_buffer.hpp"
#include "layers/gpu/painter.hpp"
#include "layers/model/content.hpp"
#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"
#include "layers/scene/draw/draw_list.hpp"
#include "layers/scene/draw/retained_frame.hpp"
#include "layers/scene/tiles/tile_cache.hpp"
#include "layers/scene/units/units.hpp"

namespace layers {

struct SceneSettings {
    std::filesystem::path shaderFolder;  // empty: the embedded ones
    std::filesystem::path fontFolder;
    std::filesystem::path milsymbolFile;
    std::filesystem::path symbolCache;  // empty: nothing is kept
    std::function<void()> wake;         // called on workers' threads when update() has something new
    std::filesystem::path magneticFolder =
        {};  // coefficients of the magnetic models; without them magnetic north is not available
};

struct SceneInput {
    DocumentPtr document;
    Stage stage;
    Contents contents;
    const geodata::MapMath* math = nullptr;  // null until PROJ is ready
    double zooming = 0;    // 0 at rest, 1 while the scale changes: units move to the next zoom step then
    bool panning = false;  // a hand moves the map: units and labels stay where they are on it, until it rests
};

struct SceneChange {
    bool redraw = false;  // the list differs from the last one
    bool busy = false;    // workers will bring more: update again when they wake
};

class Scene {
public:
    static geodata::Result<std::unique_ptr<Scene>> create(SceneSettings settings);
    ~Scene();

    SceneChange update(const SceneInput& input);
    // The last update saw the same, `contents` apart.
    bool shows(const SceneInput& input) const;
    // It does, and workers will bring more.
    bool awaitsMore(const SceneInput& input) const;
    // Until nothing is under way any more: pictures. Blocks.
    void finish(const SceneInput& input);
    // The rows from `topPx` on that fit the buffer; only a part of it, where not all at once.
    void draw(const FrameBuffer& buffer, int topPx = 0, std::optional<PixelRect> part = {}) const;
    // What the canvas does not show yet.
    void draw(RetainedFrame& canvas) const;
    // Another list than that of the map; its letters are of the same fonts.
    void draw(const DrawList& list, const FrameBuffer& buffer) const;

    const DrawList& drawList() const;
    const std::vector<UnitMark>& units() const;
    const std::vector<ScreenRect>& plates() const;  // marginalia
    // A unit's symbol outside the map, for lists; null while milsymbol works on it: update() says when it came.
    std::shared_ptr<const SymbolDrawing> symbol(const SymbolRequest& request);
    std::optional<geodata::Error> symbolError() const;
    std::size_t gpuBytes() const;
    const TileFigures& tileFigures() const;
    std::vector<std::filesystem::path> fontFiles() const;

private:
    struct State;
    explicit Scene(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace layers
