#pragma once
// Symbols' pixels on disk, one file for a drawing and a scale, so that a second start needs no SVG renderer. A file that is
// damaged or belongs to another drawing is as if it were not there. One thread calls; files are written on another.

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

#include "layers/symbols/symbols.hpp"

namespace layers {

class RasterCache {
public:
    explicit RasterCache(std::filesystem::path folder) : m_folder(std::move(folder)) {}  // empty: nothing is kept
    ~RasterCache();  // when everything is written

    // From the folder, or rendered and kept there.
    geodata::Result<SymbolImage> image(const SymbolDrawing& drawing, double scalePx);

private:
    struct File {
        std::filesystem::path path;
        std::string content;
    };
    void keep(File file);
    void write(const std::stop_token& stop);

    std::filesystem::path m_folder;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<File> m_waiting;
    std::jthread m_writer;  // started at the first file
};

}  // namespace layers
