// SPDX-License-Identifier: Apache-2.0
#pragma once
// The words and the version on which a session's writer and reader agree. Values; any thread.

#include <array>
#include <string_view>
#include <utility>

#include "layers/model/stage.hpp"

namespace viewer {

inline constexpr int kSessionVersion = 1;
inline constexpr std::string_view kSessionEnd = "# end of the session\n";  // a text cut at a line's end would read well

template <class Value, std::size_t count>
using Words = std::array<std::pair<std::string_view, Value>, count>;

inline constexpr Words<layers::LabelLanguage, 3> kLanguageWords{{{"latin", layers::LabelLanguage::latin},
                                                                 {"arabic", layers::LabelLanguage::arabic},
                                                                 {"both", layers::LabelLanguage::both}}};
inline constexpr Words<layers::GridKind, 3> kGridWords{
    {{"geo", layers::GridKind::geo}, {"mgrs", layers::GridKind::mgrs}, {"utm", layers::GridKind::utm}}};
using layers::kAmplifierWords;
using layers::kSymbolColorWords;

template <class Value, std::size_t count>
std::string_view wordOf(const Words<Value, count>& words, Value value) {
    for (const auto& [word, known] : words)
        if (known == value) return word;
    return {};
}

}  // namespace viewer
