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
    // Any number of words, a multiple of four except in the last call.
    void add(const std::byte* words, std::size_t count) {
        auto [a, b, c, d] = m_lanes;  // in registers: through memory a step would wait for the one before
        std::size_t i = 0;
        for (; i + 4 <= count; i += 4) {
            a = mixed(a, words + 8 * i);
            b = mixed(b, words + 8 * i + 8);
            c = mixed(c, words + 8 * i + 16);
            d = mixed(d, words + 8 * i + 24);
        }
        m_lanes = {a, b, c, d};
        for (; i < count; ++i) m_lanes[i % 4] = mixed(m_lanes[i % 4], words + 8 * i);
        m_count += count;
    }
    std::uint64_t value() const {
        std::uint64_t all = m_count;
        for (const std::uint64_t lane : m_lanes) all = std::rotl((all ^ lane) * kPrime, 29);
        return all;
    }

private:
    static std::uint64_t mixed(std::uint64_t lane, const std::byte* at) {
        std::uint64_t word;
        std::memcpy(&word, at, sizeof word);
        return std::rotl((lane ^ word) * kPrime, 29);
    }
    static constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15;
    std::array<std::uint64_t, 4> m_lanes{0xCBF29CE484222325, 1, 2, 3};
    std::uint64_t m_count = 0;
};

}  // namespace

std::uint64_t checksumOf(std::span<const std::byte> store) {
    WordHash hash;
    std::array<std::byte, sizeof(StoreHeader)> head{};
    const std::size_t headBytes = std::min(store.size(), head.size());
    std::memcpy(head.data(), store.data(), headBytes);
    std::fill_n(head.begin() + offsetof(StoreHeader, checksum), sizeof(StoreHeader::checksum), std::byte{0});
    hash.add(head.data(), headBytes / 8);
    hash.add(store.data() + headBytes, (store.size() - headBytes) / 8);
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
