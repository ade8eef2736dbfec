// SPDX-License-Identifier: Apache-2.0
#pragma once
// An open file descriptor with one owner. Any thread.

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace geodata {

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(m_number, other.m_number);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }

    int number() const { return m_number; }
    explicit operator bool() const { return m_number >= 0; }
    // errno of the closing, which for what was written can be the first that says it was lost; 0: done, or nothing was
    // open.
    int close() {
        const int number = std::exchange(m_number, -1);
        return number < 0 || ::close(number) == 0 ? 0 : errno;
    }

private:
    int m_number = -1;
};

}  // namespace geodata
