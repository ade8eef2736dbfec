#include "layers/symbols/raster_cache.hpp"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <iterator>
#include <span>
#include <string_view>

#include "geodata/store/write_file.hpp"

namespace layers {
namespace {

constexpr std::string_view kVersion = "opsmap-raster 1 librsvg " OPSMAP_RSVG_VERSION;
constexpr int kLargestSidePx = 4096;

std::uint64_t fnv(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

// All that the pixels depend on.
std::string keyOf(const SymbolDrawing& d, double scalePx) {
    return fmt::format("{}\n{} {} {} {} {}\n{}:{}", kVersion, scalePx, d.width, d.height, d.anchorX, d.anchorY, d.svg.size(), d.svg);
}

std::string encoded(const std::string& key, const SymbolImage& image) {
    std::string text = fmt::format("{}\n{} {} {} {} ", key, image.width, image.height, image.anchorX, image.anchorY);
    text.append(reinterpret_cast<const char*>(image.rgba.data()), image.rgba.size());
    return fmt::format("{:016x}\n{}", fnv(text), text);
}

// Reads a number and the blank after it.
template <class Number>
bool take(std::string_view& text, Number& number) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr == text.data() + text.size() || *read.ptr != ' ') return false;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()) + 1);
    return true;
}

std::optional<SymbolImage> decoded(std::string_view text, const std::string& key) {
    if (text.size() < 17 || text.substr(0, 17) != fmt::format("{:016x}\n", fnv(text.substr(17)))) return {};
    text.remove_prefix(17);
    if (text.substr(0, key.size()) != key || text.size() <= key.size() || text[key.size()] != '\n') return {};
    text.remove_prefix(key.size() + 1);
    SymbolImage image;
    if (!take(text, image.width) || !take(text, image.height) || !take(text, image.anchorX) || !take(text, image.anchorY)) return {};
    if (image.width <= 0 || image.height <= 0 || image.width > kLargestSidePx || image.height > kLargestSidePx) return {};
    if (text.size() != static_cast<std::size_t>(image.width) * image.height * 4) return {};
    image.rgba.assign(text.begin(), text.end());
    return image;
}

}  // namespace

RasterCache::~RasterCache() {
    m_writer.request_stop();
    m_changed.notify_all();
}

geodata::Result<SymbolImage> RasterCache::image(const SymbolDrawing& drawing, double scalePx) {
    if (m_folder.empty()) return rasterizeSymbol(drawing, scalePx);
    const std::string key = keyOf(drawing, scalePx);
    const std::filesystem::path file = m_folder / fmt::format("{:016x}.raster", fnv(key));
    if (std::ifstream in(file, std::ios::binary); in)
        if (auto image = decoded(std::string(std::istreambuf_iterator<char>(in), {}), key)) return *image;
    auto image = rasterizeSymbol(drawing, scalePx);
    if (image) keep({file, encoded(key, *image)});
    return image;
}

void RasterCache::keep(File file) {
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(std::move(file));
    if (!m_writer.joinable()) m_writer = std::jthread([this](const std::stop_token& stop) { write(stop); });
    m_changed.notify_all();
}

// Failures are silent: a cache that cannot be written only costs time. What waits at the end is still written.
void RasterCache::write(const std::stop_token& stop) {
    std::error_code ignored;
    std::filesystem::create_directories(m_folder, ignored);
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        const File file = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        static_cast<void>(geodata::writeFile(file.path, std::as_bytes(std::span(file.content))));
        lock.lock();
    }
}

}  // namespace layers
