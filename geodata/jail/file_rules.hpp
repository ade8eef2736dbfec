// SPDX-License-Identifier: Apache-2.0
#pragma once
// Restricts a process to given files with the kernel's Landlock. Named files may be read, and a given folder may be
// written; nothing may be removed or executed. One thread; the restriction cannot be lifted.

#include <filesystem>
#include <vector>

namespace geodata {

// 0: this kernel has no Landlock, or it is switched off.
int landlockAbi();

// False: the kernel refused the rules. Paths that are not there are passed over. Needs no-new-privileges.
bool allowOnlyReading(const std::vector<std::filesystem::path>& readable, int abi);
// Likewise, and in `writable` files may be made, read and written.
bool allowWritingIn(const std::filesystem::path& writable, const std::vector<std::filesystem::path>& readable, int abi);

// The file and what belongs to it in its folder: the same name with another ending, or with more behind it (roads.dbf,
// area.gpkg-wal). The file may be a link to anywhere, for the user named it; a side file may not: it came with the
// file.
std::vector<std::filesystem::path> fileAndSideFiles(const std::filesystem::path& file);

}  // namespace geodata
