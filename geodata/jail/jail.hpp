#pragma once
// The jail of a process that reads a file from elsewhere: limits, no new privileges, Landlock, seccomp. Each is taken
// where the kernel has it. Runs in the loader's child, before its first look at the file.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace geodata {

struct JailRules {
    std::filesystem::path file;                    // the only one of its folder that can be read, with its side files
    std::vector<std::filesystem::path> libraryData;  // folders of PROJ's and GDAL's data
    std::uint64_t memoryBytes = 0;
    std::uint64_t cpuS = 0;
};

// What this kernel can hold.
struct JailStrength {
    int landlockAbi = 0;  // 0: none
    bool systemCalls = false;
};
JailStrength jailStrength();

// False: the kernel has a wall and refused it all the same; the caller must end.
bool enterJail(const JailRules& rules, const JailStrength& strength);

// For people, a line each: what holds, and what follows from what is missing.
std::string describeJail(const JailStrength& strength);

}  // namespace geodata
