// SPDX-License-Identifier: Apache-2.0
// After the "ESRI Shapefile Technical Description" of 1998: lengths and offsets are counted in words of two bytes, the
// first of the highest value.
#include "geodata/source/shape_index.hpp"

#include <cstddef>
#include <cstdint>

namespace geodata {
namespace {

constexpr std::size_t kHeadBytes = 100, kLengthAt = 24, kRecordHeadBytes = 8;

std::uint32_t numberAt(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::string bytesOf(std::size_t number) {
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(number >> shift & 0xFFU);
    return bytes;
}

}  // namespace

std::string shapeIndexOf(std::string_view shapes) {
    if (shapes.size() < kHeadBytes) return {};
    std::string index(shapes.substr(0, kHeadBytes));
    for (std::size_t at = kHeadBytes; at + kRecordHeadBytes <= shapes.size();) {
        const std::size_t words = numberAt(shapes, at + 4);
        if (words * 2 > shapes.size() - at - kRecordHeadBytes) break;
        index += bytesOf(at / 2) + bytesOf(words);
        at += kRecordHeadBytes + words * 2;
    }
    return index.replace(kLengthAt, 4, bytesOf(index.size() / 2));
}

}  // namespace geodata
