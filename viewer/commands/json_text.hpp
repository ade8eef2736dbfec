// SPDX-License-Identifier: Apache-2.0
#pragma once
// The few forms of JSON that opsmap prints. Any bytes give valid JSON. Any thread.

#include <string>
#include <string_view>

namespace viewer {

// In its quotes; bytes that are not UTF-8 become U+FFFD.
std::string jsonString(std::string_view text);
// The shortest text that reads back as the same number; null where JSON has none.
std::string jsonNumber(double number);

}  // namespace viewer
