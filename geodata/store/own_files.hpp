// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads the small files that opsmap keeps for the user (settings, sessions, caches) without trusting what lies in their
// places: pipes, devices, endless files, files of other users. Any thread.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "geodata/result/descriptor.hpp"

namespace geodata {

// Opened for reading; closed where it is absent, a link, no regular file, or another user's.
Descriptor openOwn(const std::filesystem::path& file);

// All of it; none where openOwn would not open it or it has more than `mostBytes`.
std::optional<std::string> readOwn(const std::filesystem::path& file, std::size_t mostBytes);

// The same for a file that may be another user's, or a link to one: what an administrator has put there.
std::optional<std::string> readRegular(const std::filesystem::path& file, std::size_t mostBytes);

// Makes the folder and those above it that are missing, for this user alone, and closes it to others where it was there
// already. False: there is no such folder of this user's now.
bool makeOwnFolder(const std::filesystem::path& folder);

}  // namespace geodata
