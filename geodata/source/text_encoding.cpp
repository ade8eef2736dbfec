// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/text_encoding.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>

#include <cstdint>
#include <memory>

#include "geodata/source/ogr_handles.hpp"

namespace geodata {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

void append(std::string& out, char32_t c) {
    const auto byte = [&](char32_t value) { out += static_cast<char>(value); };
    const auto tail = [&](unsigned shift) { byte(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80) return byte(c);
    if (c < 0x800) return byte(0xC0U | (c >> 6U)), tail(0);
    if (c < 0x10000) return byte(0xE0U | (c >> 12U)), tail(6), tail(0);
    byte(0xF0U | (c >> 18U));
    tail(12);
    tail(6);
    tail(0);
}

bool isHigh(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool isLow(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

void renameDeclared(std::string& text) {
    const std::size_t end = text.starts_with("<?xml") ? text.find("?>") : std::string::npos;
    if (end == std::string::npos) return;
    for (const char* name : {"UTF-16LE", "UTF-16BE", "UTF-16", "utf-16le", "utf-16be", "utf-16"})
        if (const std::size_t at = text.find(name); at < end) {
            text.replace(at, std::string_view(name).size(), "UTF-8");
            return;
        }
}

}  // namespace

bool isUtf16(std::string_view bytes) { return bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"); }

std::string fromUtf16(std::string_view bytes) {
    const bool little = bytes.starts_with("\xff\xfe");
    const auto unitAt = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(little ? second << 8U | first : first << 8U | second);
    };
    std::string text;
    text.reserve(bytes.size() / 2);
    for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
        const char32_t unit = unitAt(at), next = isHigh(unit) && at + 3 < bytes.size() ? unitAt(at + 2) : 0;
        if (isLow(next)) {
            append(text, 0x10000U + ((unit - 0xD800U) << 10U) + (next - 0xDC00U));
            at += 2;
        } else {
            append(text, isHigh(unit) || isLow(unit) ? kReplacement : unit);
        }
    }
    if (bytes.size() % 2 == 1) append(text, kReplacement);
    renameDeclared(text);
    return text;
}

std::optional<std::string> fromEncoding(const std::string& bytes, const std::string& encoding) {
    const ogr::ErrorCapture errors;
    const std::unique_ptr<char, void (*)(void*)> made(CPLRecode(bytes.c_str(), encoding.c_str(), CPL_ENC_UTF8),
                                                      VSIFree);
    if (!made || errors.unknownEncoding()) return {};
    return std::string(made.get());
}

}  // namespace geodata
