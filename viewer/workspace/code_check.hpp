// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reports the rows of units tables whose symbol codes cannot be drawn, as sentences, as far as this is known. Main
// thread.

#include <filesystem>
#include <string>
#include <vector>

#include "layers/orbat/symbol_code.hpp"
#include "viewer/workspace/loaded_orbats.hpp"

namespace viewer {

class CodeCheck {
public:
    // Looked at again only where a table is new, or a code was not found out before.
    const std::vector<std::string>& of(const std::vector<LoadedOrbat>& tables, const layers::CodeKnowledge& knows);

private:
    std::vector<LoadedOrbat> m_tables;
    bool m_complete = true;
    std::vector<std::string> m_sentences;
};

// What milsymbol says to codes, asked one by one: for `opsmap check`. Without milsymbol every code is as good as known.
layers::CodeKnowledge askingMilsymbol(const std::filesystem::path& milsymbolFile);

}  // namespace viewer
