// SPDX-License-Identifier: Apache-2.0
#pragma once
// Lists of marginalia by name, as area files, settings, sessions and the command line write them. Pure; any thread.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geodata/result/result.hpp"
#include "layers/model/marginalia.hpp"

namespace layers {

std::vector<std::string> switchedOn(const Marginalia& marginalia);

// Exactly these are on.
geodata::Result<Marginalia> withExactly(Marginalia marginalia, std::span<const std::string> names);
// The only word of a list that switches all of them off.
inline constexpr std::string_view kNoMarginalia = "none";
// Either exactly these (a, b) or changes to what is on (+a, -b); an empty list changes nothing. A name that is none,
// and a list of both kinds, is refused.
geodata::Result<Marginalia> withSwitches(Marginalia marginalia, std::span<const std::string> edits);

}  // namespace layers
