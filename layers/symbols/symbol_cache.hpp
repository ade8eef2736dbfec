// SPDX-License-Identifier: Apache-2.0
#pragma once
// Symbol drawings on disk, one small file each. A damaged or foreign file counts as absent. Any thread.

#include <filesystem>
#include <optional>

#include "layers/symbols/symbols.hpp"

namespace layers {

std::optional<SymbolDrawing> readCached(const std::filesystem::path& folder, const SymbolRequest& request);
// Failures are silent: a cache that cannot be written only costs time.
void writeCached(const std::filesystem::path& folder, const SymbolRequest& request, const SymbolDrawing& drawing);

}  // namespace layers
