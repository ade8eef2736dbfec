#pragma once
// Drawings on disk, one small file each. A file that is damaged or belongs to another code is as if it were not there. Any
// thread.

#include <filesystem>
#include <optional>

#include "layers/symbols/symbols.hpp"

namespace layers {

std::optional<SymbolDrawing> readCached(const std::filesystem::path& folder, const SymbolRequest& request);
// Failures are silent: a cache that cannot be written only costs time.
void writeCached(const std::filesystem::path& folder, const SymbolRequest& request, const SymbolDrawing& drawing);

}  // namespace layers
