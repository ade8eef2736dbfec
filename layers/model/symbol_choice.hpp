// SPDX-License-Identifier: Apache-2.0
#pragma once
// How units' symbols are drawn: which labels they have and which of milsymbol's colours, with the words for both in
// area files, sessions and on the command line. Values; any thread.

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace layers {

enum class Amplifiers : std::uint8_t { none, name, nameAndHigher, all };  // which texts are at a unit's symbol
enum class SymbolColors : std::uint8_t { light, medium, dark };

inline constexpr std::array<std::pair<std::string_view, Amplifiers>, 4> kAmplifierWords{
    {{"none", Amplifiers::none},
     {"name", Amplifiers::name},
     {"name-and-higher", Amplifiers::nameAndHigher},
     {"all", Amplifiers::all}}};
inline constexpr std::array<std::pair<std::string_view, SymbolColors>, 3> kSymbolColorWords{
    {{"light", SymbolColors::light}, {"medium", SymbolColors::medium}, {"dark", SymbolColors::dark}}};

}  // namespace layers
