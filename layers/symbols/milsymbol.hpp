// SPDX-License-Identifier: Apache-2.0
#pragma once
// milsymbol in JavaScriptCore. Created, used and destroyed on one thread.

#include <filesystem>
#include <memory>

#include "layers/symbols/symbols.hpp"

namespace layers {

class Milsymbol {
public:
    static geodata::Result<std::unique_ptr<Milsymbol>> load(const std::filesystem::path& file);
    ~Milsymbol();

    // Of any content: the code is handed over as a value, never as source text.
    SymbolDrawing draw(const SymbolRequest& request) const;

private:
    struct State;
    explicit Milsymbol(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

// What is drawn for a code that milsymbol cannot make anything of: a frame with a question mark.
SymbolDrawing unknownDrawing();

}  // namespace layers
