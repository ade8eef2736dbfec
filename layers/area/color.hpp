// SPDX-License-Identifier: Apache-2.0
#pragma once
// Parses colours of area files: #rgb, #rrggbb, #rrggbbaa, the seventeen names of CSS 2.1, and "none". Any thread.

#include <optional>
#include <string>
#include <string_view>

#include "layers/model/style.hpp"

namespace layers {

// "none" is an invisible colour (alpha 0). Nothing where the text is no colour.
std::optional<Rgba> parseColor(std::string_view text);
// "#rrggbb", or "#rrggbbaa" where it is not opaque.
std::string colorText(Rgba color);

}  // namespace layers
