// SPDX-License-Identifier: Apache-2.0
#pragma once
// APP-6 symbols: milsymbol (JavaScript) makes an SVG on a thread of its own, and librsvg turns it into pixels of any
// size. Results are kept in the cache folder, so that a second start runs no JavaScript. Needs no display and no
// SFML.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geodata/result/result.hpp"

namespace layers {

// What milsymbol is asked for: code and its text amplifiers and options by milsymbol's own names
// ("uniqueDesignation", "higherFormation", "country", "staffComments", "size" is not among them).
struct SymbolRequest {
    std::string sidc;                                             // 20 digits or 15 letters
    std::vector<std::pair<std::string, std::string>> amplifiers;  // sorted by name

    bool operator==(const SymbolRequest&) const = default;
};

// The normalised picture: no dominant-baseline, bundled font. Lengths in milsymbol's units at size 100 (the frame of a
// land unit is 100 high).
struct SymbolDrawing {
    std::string svg;
    double width = 0, height = 0;
    double anchorX = 0, anchorY = 0;  // the point at the position: the frame's centre, an HQ's staff foot
    double frameLeft = 0, frameTop = 0, frameRight = 0, frameBottom = 0;  // frame with its icon, without amplifiers
    bool valid = true;  // false: milsymbol does not know the code; drawn with its "?" all the same
};

// Premultiplied RGBA, top row first. `scalePx` is pixels per milsymbol unit.
struct SymbolImage {
    int width = 0, height = 0;
    double anchorX = 0, anchorY = 0;  // pixels from the left top
    std::vector<std::uint8_t> rgba;
};
geodata::Result<SymbolImage> rasterizeSymbol(const SymbolDrawing& drawing, double scalePx);

struct SymbolSettings {
    std::filesystem::path milsymbolFile;  // milsymbol.js
    std::filesystem::path cacheFolder;    // empty: nothing is kept
    std::function<void()> wake;           // called on the worker's thread when poll() has something new
};

class SymbolFactory {
public:
    explicit SymbolFactory(SymbolSettings settings);
    ~SymbolFactory();

    // The drawing where it is there (memory; of the cache folder only so many files are read between two polls that a
    // frame does not feel it), otherwise it is ordered and comes later. Main thread.
    std::shared_ptr<const SymbolDrawing> find(const SymbolRequest& request);
    bool busy() const;     // orders are open, or one was not taken yet
    bool working() const;  // orders are open
    bool
    poll();  // takes what the worker finished, many at once while more is on its way; true: something new can be found
    void waitUntilIdle();                         // export: blocks until every order is done
    std::optional<geodata::Error> error() const;  // milsymbol missing or broken; symbols are then drawn as plain frames
    bool startedJavaScript() const;

private:
    struct State;
    class Worker;
    std::unique_ptr<State> m_state;
};

}  // namespace layers
