// SPDX-License-Identifier: Apache-2.0
#pragma once
// Finds the Latin key that a letter of another alphabet is typed with, so that shortcuts work under Russian, Kazakh,
// Arabic and Hebrew keyboard layouts. Pure; any thread.

namespace viewer {

// The character that a US keyboard types with the same key: U'o' for U'щ'. Other characters stay as they are.
char32_t latinKeyOf(char32_t character);

}  // namespace viewer
