// SPDX-License-Identifier: Apache-2.0
#pragma once
// Words in the form in which they are compared: lower case, without accents. Pure; any thread.

#include <string>
#include <string_view>

namespace layers {

// "Übergeordnet" is "ubergeordnet", "Название" "название". Special spaces and dashes become plain ones. Latin, Russian
// and Kazakh letters.
std::string plainText(std::string_view text);

}  // namespace layers
