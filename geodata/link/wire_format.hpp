// SPDX-License-Identifier: Apache-2.0
#pragma once
// The wire format: values as consecutive bytes, for messages between processes and for the cache's index. Reading is
// checked: after a read past the end, or a text longer than the rest, all values are empty and ok() is false. Any
// thread.

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace geodata {

class FieldWriter {
public:
    void number(std::uint64_t value) { m_out.append(reinterpret_cast<const char*>(&value), sizeof value); }
    void real(double value) { number(std::bit_cast<std::uint64_t>(value)); }
    void text(std::string_view value) {
        number(value.size());
        m_out += value;
    }
    std::string take() { return std::move(m_out); }

private:
    std::string m_out;
};

class FieldReader {
public:
    explicit FieldReader(std::string_view bytes) : m_rest(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        if (!has(sizeof value)) return 0;
        std::memcpy(&value, m_rest.data(), sizeof value);
        m_rest.remove_prefix(sizeof value);
        return value;
    }
    double real() { return std::bit_cast<double>(number()); }
    std::string text() {
        const std::uint64_t length = number();
        if (!has(length)) return {};
        std::string value(m_rest.substr(0, length));
        m_rest.remove_prefix(length);
        return value;
    }
    std::uint32_t number32() {
        const std::uint64_t value = number();
        m_ok = m_ok && value <= UINT32_MAX;
        return m_ok ? static_cast<std::uint32_t>(value) : 0;
    }
    bool flag() {
        const std::uint64_t value = number();
        m_ok = m_ok && value <= 1;
        return m_ok && value == 1;
    }
    bool ok() const { return m_ok; }
    bool finished() const { return m_ok && m_rest.empty(); }

private:
    bool has(std::uint64_t bytes) {
        m_ok = m_ok && bytes <= m_rest.size();
        return m_ok;
    }

    std::string_view m_rest;
    bool m_ok = true;
};

}  // namespace geodata
