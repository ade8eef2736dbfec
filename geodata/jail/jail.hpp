// SPDX-License-Identifier: Apache-2.0
#pragma once
// The jail of a process that reads a foreign file or writes one with a library as large as GDAL: limits, no new
// privileges, Landlock and seccomp, each where the kernel supports it. The process enters it before it opens any such
// file. One thread.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace geodata {

struct JailRules {
    std::filesystem::path file;                      // the only one of its folder that can be read, with its side files
    std::vector<std::filesystem::path> libraryData;  // folders of PROJ's and GDAL's data
    std::uint64_t memoryBytes = 0;
    std::uint64_t cpuS = 0;
};

// Of the process that writes a picture's file: it reads and writes in this folder of ours alone.
struct WriterRules {
    std::filesystem::path folder;
    std::vector<std::filesystem::path> libraryData;
    std::uint64_t memoryBytes = 0;
    std::uint64_t cpuS = 0;
    std::uint64_t fileBytes = 0;  // the largest file
};

// What this kernel can hold.
struct JailStrength {
    int landlockAbi = 0;  // 0: none
    bool systemCalls = false;
};
JailStrength jailStrength();

// False: the kernel has a wall and refused it all the same; the caller must end.
bool enterJail(const JailRules& rules, const JailStrength& strength);
bool enterWriterJail(const WriterRules& rules, const JailStrength& strength);

// For people, a line each: what holds, and what follows from what is missing.
std::string describeJail(const JailStrength& strength);

}  // namespace geodata
