#pragma once
// The one function through which opsmap writes files: nothing half-written ever stands under the final name, and an old
// file stays when the new one cannot be written. Any thread.

#include <cstddef>
#include <filesystem>
#include <span>

#include "geodata/result/result.hpp"

namespace geodata {

// Writes beside the target, checks every return, fsyncs, renames over it and reads the size back.
// The error names file and reason: `Cannot write "…": No space left on device. The old file is unchanged.`
// A link is followed, the old file's permissions are kept; folders and devices are refused.
Status writeFile(const std::filesystem::path& path, std::span<const std::byte> content);

}  // namespace geodata
