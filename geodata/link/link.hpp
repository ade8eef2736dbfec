#pragma once
// The viewer's side of the loader: starts opsmap-loader, asks it for sources, checks what comes back, keeps the cache.
// All work is done on the link's own thread; events cross through one queue and are taken by poll(). GDAL is never
// linked here. start, cancel and poll are for one thread (the viewer's main one).

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "geodata/link/limits.hpp"
#include "geodata/result/result.hpp"
#include "geodata/store/store.hpp"

namespace geodata {

// How columns of a table become positions; empty names are found by their usual spellings (lat, latitude, y, …).
struct PositionColumns {
    std::string lon, lat, wkt, mgrs, position;

    bool operator==(const PositionColumns&) const = default;
};

struct LoadRequest {
    std::filesystem::path path;
    std::string layer;     // empty: the only layer, or every layer one after the other (each its own Finished)
    std::string where;     // OGR attribute filter
    std::string crs;       // overrides what the file says
    std::string encoding;  // overrides what the file says: UTF-8, CP1256, ISO-8859-6
    std::string mapCrs;    // what the store is made in: authority code or WKT
    PositionColumns position;
    double finestMPerPx = 0;  // metres per pixel at the finest scale the layer is shown at; 0: 0.25
    bool useCache = true;
    // What will be shown of it, degrees, west <= east. The whole source is taken from the cache where it is there; otherwise a
    // big file with a spatial index is read only there; its store says partial and is not kept.
    std::optional<LonLatBox> window;
};

using LoadId = std::uint64_t;

// Why a source was not read, or not to its end.
enum class LoadFailure : std::uint8_t { refused, crashed, tooSlow, outOfMemory, cancelled };

namespace load_event {
struct Progress {  // features read of those there are; total 0: unknown
    std::string layer;
    std::uint64_t done = 0, total = 0;
};
struct Preview {  // features as they come; replaced by Finished
    std::string layer;
    std::shared_ptr<const Store> store;
};
struct Finished {  // one per layer
    std::string layer;
    std::shared_ptr<const Store> store;
    bool fromCache = false;
};
struct Done {  // the source has no more layers
    std::size_t layers = 0;
};
struct Failed {  // ends the source; previews that came stay valid ("stopped after N features: …")
    LoadFailure cause = LoadFailure::refused;
    Error error;
};
}  // namespace load_event

struct LoadEvent {
    LoadId id = 0;
    std::variant<load_event::Progress, load_event::Preview, load_event::Finished, load_event::Done, load_event::Failed> what;
};

struct LinkSettings {
    std::filesystem::path loaderProgram;  // empty: opsmap-loader beside this executable
    std::filesystem::path cacheFolder;    // empty or not writable: nothing is kept
    LinkLimits limits;
    std::function<void(const std::filesystem::path&)> beforeLook{};  // tests: one that hangs is a share that went away
    std::function<void()> wake;  // called on the link's thread when poll() has something new; may be empty
};

class Link {
public:
    explicit Link(LinkSettings settings);
    ~Link();  // kills what still runs

    LoadId start(LoadRequest request);
    void cancel(LoadId id);
    std::vector<LoadEvent> poll();  // never blocks
    // Blocks until an event is there or `timeoutS` passed; for check, export and tests.
    std::vector<LoadEvent> wait(double timeoutS);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace geodata
