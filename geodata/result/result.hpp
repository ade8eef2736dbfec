// SPDX-License-Identifier: Apache-2.0
#pragma once
// How a step reports failure. A reader of files returns Result<T>; data that is readable but damaged comes with
// Warnings. Sentences have one form: what could not be done "subject": reason. What to do. Any thread.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace geodata {

struct Error {
    std::string text;  // a whole sentence, ready to be read by a person

    bool operator==(const Error&) const = default;
};

// Something was dropped or repaired: how many, and the sentence that names the first.
struct Warning {
    std::string text;
    std::uint64_t count = 1;

    bool operator==(const Warning&) const = default;
};

// Ends the program with the place and the broken promise: for our own mistakes only, in release too.
[[noreturn]] void failCheck(const char* file, int line, const char* promise);

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_content.index() == 0; }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(value()); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const Error& error() const {
        if (m_content.index() != 1) failCheck(__FILE__, __LINE__, "error() of a result that holds a value");
        return *std::get_if<1>(&m_content);
    }

private:
    T& value() {
        if (m_content.index() != 0) failCheck(__FILE__, __LINE__, error().text.c_str());
        return *std::get_if<0>(&m_content);
    }
    const T& value() const { return const_cast<Result*>(this)->value(); }

    std::variant<T, Error> m_content;
};

// Done, or why not.
using Status = std::optional<Error>;

// Text of unknown origin made fit for a sentence: control and direction characters escaped, bytes that are not UTF-8
// written as \xNN, cut at `maxBytes` with an ellipsis.
std::string quoted(std::string_view text, std::size_t maxBytes = 200);

// `Cannot read layer "roads" of "area.gpkg": it names no coordinate system. Set crs = …`: what is e.g.
// `Cannot read`, subject already quoted, reason without its full stop, advice a whole sentence or empty.
Error failure(std::string_view what, std::string_view subject, std::string_view reason, std::string_view advice = {});

}  // namespace geodata

#define OPSMAP_CHECK(promise) ((promise) ? void() : ::geodata::failCheck(__FILE__, __LINE__, #promise))
