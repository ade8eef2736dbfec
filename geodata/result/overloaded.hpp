// SPDX-License-Identifier: Apache-2.0
#pragma once
// Handlers for the alternatives of a std::variant, one lambda each, for std::visit. Any thread.

namespace geodata {

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;  // clang 14 does not deduce it by itself

}  // namespace geodata
