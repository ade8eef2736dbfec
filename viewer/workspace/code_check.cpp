// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/code_check.hpp"

#include <utility>

#include "layers/symbols/symbols.hpp"

namespace viewer {

const std::vector<std::string>& CodeCheck::of(const std::vector<LoadedOrbat>& tables,
                                              const layers::CodeKnowledge& knows) {
    if (m_complete && tables == m_tables) return m_sentences;
    m_tables = tables;
    m_complete = true;
    m_sentences.clear();
    for (const LoadedOrbat& table : tables)
        for (const auto& part : table.parts) {
            layers::CodeFindings found = layers::codeFindings(*part, knows);
            m_complete &= found.complete;
            for (geodata::Warning& warning : found.warnings) m_sentences.push_back(std::move(warning.text));
        }
    return m_sentences;
}

layers::CodeKnowledge askingMilsymbol(const std::filesystem::path& milsymbolFile) {
    const auto symbols = std::make_shared<layers::SymbolFactory>(layers::SymbolSettings{milsymbolFile, {}, {}});
    return [symbols](const std::string& sidc) -> std::optional<bool> {
        const layers::SymbolRequest request{sidc, {}};
        if (!symbols->find(request)) {
            symbols->waitUntilIdle();
            symbols->poll();
        }
        return symbols->error() || symbols->find(request)->valid;
    };
}

}  // namespace viewer
