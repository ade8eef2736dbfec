// SPDX-License-Identifier: Apache-2.0
#pragma once
// Starts opsmap-loader with one socket and an environment that holds only a PATH; it inherits no other open
// descriptor. Any thread.

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "geodata/result/descriptor.hpp"
#include "geodata/result/result.hpp"

namespace geodata {

// `socket` becomes the program's descriptor 3; its number here must be above that.
Result<pid_t> spawnLoader(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                          const Descriptor& socket);

}  // namespace geodata
