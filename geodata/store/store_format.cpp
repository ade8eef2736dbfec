#include "geodata/store/store_format.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace geodata {
namespace {

// FNV-1a's step on whole words in four independent lanes (memory speed instead of a byte per multiplication); the
// rotation lets the top bits reach the low ones.
class WordHash {
public:
    void add(std::uint64_t word) {
        std::uint64_t& lane = m_lanes[m_count++ % m_lanes.size()];
        lane = std::rotl((lane ^ word) * kPrime, 29);
    }
    std::uint64_t value() const {
        std::uint64_t all = m_count;
        for (const std::uint64_t lane : m_lanes) all = std::rotl((all ^ lane) * kPrime, 29);
        return all;
    }

private:
    static constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15;
    std::array<std::uint64_t, 4> m_lanes{0xCBF29CE484222325, 1, 2, 3};
    std::uint64_t m_count = 0;
};

}  // namespace

std::uint64_t checksumOf(std::span<const std::byte> store) {
    WordHash hash;
    const std::byte* at = store.data();
    for (std::size_t i = 0; i + 8 <= store.size(); i += 8) {
        std::uint64_t word;
        std::memcpy(&word, at + i, sizeof word);
        hash.add(i == offsetof(StoreHeader, checksum) ? 0 : word);
    }
    return hash.value();
}

bool isUtf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

std::string repairedUtf8(std::string_view text) {
    if (isUtf8(text)) return std::string(text);
    std::string out;
    while (!text.empty()) {
        std::size_t length = std::min<std::size_t>(4, text.size());
        while (length > 0 && !isUtf8(text.substr(0, length))) --length;  // the longest good start of up to 4 bytes
        out += length == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

}  // namespace geodata
