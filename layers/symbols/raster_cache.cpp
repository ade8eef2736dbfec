// SPDX-License-Identifier: Apache-2.0
#include "layers/symbols/raster_cache.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <span>
#include <string_view>

#include "geodata/result/fnv_hash.hpp"
#include "geodata/store/own_files.hpp"
#include "geodata/store/write_file.hpp"

namespace layers {
namespace {

constexpr std::string_view kVersion = "opsmap-raster 1 librsvg " OPSMAP_RSVG_VERSION;
constexpr int kLargestSidePx = 4096;
constexpr std::size_t kMostBytesOnDisk = 65U << 20U;  // of a file: the largest picture and its key
constexpr int kReadsBetweenPolls = 64;                // a file takes a tenth of a millisecond
constexpr std::size_t kMostBytes = 256U << 20U;       // of pixels in memory: five thousand symbols on a 4K screen

// All that the pixels depend on.
std::string keyOf(const SymbolDrawing& d, double scalePx) {
    return fmt::format("{}\n{} {} {} {} {}\n{}:{}", kVersion, scalePx, d.width, d.height, d.anchorX, d.anchorY,
                       d.svg.size(), d.svg);
}

std::string encoded(const std::string& key, const SymbolImage& image) {
    std::string text = fmt::format("{}\n{} {} {} {} ", key, image.width, image.height, image.anchorX, image.anchorY);
    text.append(reinterpret_cast<const char*>(image.rgba.data()), image.rgba.size());
    return fmt::format("{:016x}\n{}", geodata::fnvHash(text), text);
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
    if (text.size() < 17 || text.substr(0, 17) != fmt::format("{:016x}\n", geodata::fnvHash(text.substr(17))))
        return {};
    text.remove_prefix(17);
    if (text.substr(0, key.size()) != key || text.size() <= key.size() || text[key.size()] != '\n') return {};
    text.remove_prefix(key.size() + 1);
    SymbolImage image;
    if (!take(text, image.width) || !take(text, image.height) || !take(text, image.anchorX) ||
        !take(text, image.anchorY))
        return {};
    if (image.width <= 0 || image.height <= 0 || image.width > kLargestSidePx || image.height > kLargestSidePx)
        return {};
    if (text.size() != static_cast<std::size_t>(image.width) * image.height * 4) return {};
    image.rgba.assign(text.begin(), text.end());
    return image;
}

std::filesystem::path fileOf(const std::filesystem::path& folder, const std::string& key) {
    return folder / fmt::format("{:016x}.raster", geodata::fnvHash(key));
}

std::optional<SymbolImage> readFrom(const std::filesystem::path& folder, const std::string& key) {
    if (folder.empty()) return {};
    const auto text = geodata::readOwn(fileOf(folder, key), kMostBytesOnDisk);
    return text ? decoded(*text, key) : std::nullopt;
}

// Failures are silent: a cache that cannot be written only costs time.
void writeTo(const std::filesystem::path& folder, const std::string& key, const SymbolImage& image) {
    if (!geodata::makeOwnFolder(folder)) return;
    const std::string content = encoded(key, image);
    static_cast<void>(
        geodata::writeFile(fileOf(folder, key), std::as_bytes(std::span(content)), geodata::Durability::replaceable));
}

}  // namespace

RasterCache::~RasterCache() {
    m_worker.request_stop();
    m_changed.notify_all();
}

RasterCache::ImagePtr RasterCache::find(const DrawingPtr& drawing, double scalePx) {
    const Key key{drawing.get(), static_cast<int>(std::lround(scalePx * 1024))};
    const auto [entry, isNew] = m_known.try_emplace(key, Entry{drawing, nullptr, m_round});
    entry->second.lastAsked = m_round;
    if (!isNew) return entry->second.image;
    if (m_readsLeft > 0) {
        --m_readsLeft;
        if (auto image = readFrom(m_folder, keyOf(*drawing, scalePx))) {
            m_bytes += image->rgba.size();
            return entry->second.image = std::make_shared<const SymbolImage>(std::move(*image));
        }
        m_readsLeft = 0;  // where one is missing others are, and their files are being written: the folder is locked
    }
    const std::lock_guard lock(m_mutex);
    m_orders.push_back({key, drawing, scalePx});
    if (!m_worker.joinable()) m_worker = std::jthread([this](const std::stop_token& stop) { work(stop); });
    m_changed.notify_all();
    return nullptr;
}

bool RasterCache::poll() {
    m_readsLeft = kReadsBetweenPolls;
    ++m_round;
    if (m_bytes > kMostBytes) forgetOld();
    const std::lock_guard lock(m_mutex);
    for (auto& [key, image] : m_finished) {
        const auto entry = m_known.find(key);
        if (entry == m_known.end()) continue;
        if (image) m_bytes += image->rgba.size();
        entry->second.image = std::move(image);
    }
    const bool any = !m_finished.empty();
    m_finished.clear();
    return any;
}

// What was not requested lately is on the GPU, or out of sight.
void RasterCache::forgetOld() {
    std::erase_if(m_known, [this](const auto& known) {
        const Entry& entry = known.second;
        if (!entry.image || entry.lastAsked + 1 >= m_round) return false;
        m_bytes -= entry.image->rgba.size();
        return true;
    });
}

bool RasterCache::busy() const {
    const std::lock_guard lock(m_mutex);
    return !m_orders.empty() || m_working || !m_finished.empty();
}

void RasterCache::waitUntilIdle() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_orders.empty() && !m_working; });
}

RasterCache::ImagePtr RasterCache::made(const Order& order) {
    if (auto image = readFrom(m_folder, keyOf(*order.drawing, order.scalePx)))
        return std::make_shared<const SymbolImage>(std::move(*image));
    auto rendered = rasterizeSymbol(*order.drawing, order.scalePx);
    if (!rendered) return nullptr;
    auto image = std::make_shared<const SymbolImage>(std::move(*rendered));
    if (!m_folder.empty())
        m_writer.give([this, order, image] { writeTo(m_folder, keyOf(*order.drawing, order.scalePx), *image); });
    return image;
}

void RasterCache::work(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_orders.empty(); }) && !stop.stop_requested()) {
        const Order order = std::move(m_orders.front());
        m_orders.pop_front();
        m_working = true;
        lock.unlock();
        ImagePtr image = made(order);
        lock.lock();
        m_working = false;
        m_finished.emplace_back(order.key, std::move(image));
        m_changed.notify_all();
        if (m_wake) m_wake();
    }
}

}  // namespace layers
