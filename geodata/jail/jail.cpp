// SPDX-License-Identifier: Apache-2.0
#include "geodata/jail/jail.hpp"

#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>

#include "geodata/jail/file_rules.hpp"
#include "geodata/jail/system_calls.hpp"

namespace geodata {
namespace {

#if defined(OPSMAP_SANITIZED)
constexpr bool kSanitized = true;  // their shadow memory takes terabytes of addresses
#else
constexpr bool kSanitized = false;
#endif

// A limit that is lower already stays.
bool limit(__rlimit_resource which, rlim_t most) {
    rlimit now{};
    if (::getrlimit(which, &now) != 0) return false;
    const rlimit both{std::min(most, now.rlim_cur), std::min(most, now.rlim_max)};
    return ::setrlimit(which, &both) == 0;
}

// At the soft limit SIGXCPU says what happened; at the hard one it would be a bare SIGKILL. Limits that are lower
// already stay.
bool limitCpu(rlim_t seconds) {
    rlimit now{};
    if (::getrlimit(RLIMIT_CPU, &now) != 0) return false;
    const rlim_t hard = std::min(seconds + 1, now.rlim_max);
    const rlimit both{std::min({seconds, now.rlim_cur, hard > 1 ? hard - 1 : hard}), hard};
    return ::setrlimit(RLIMIT_CPU, &both) == 0;
}

struct Limits {
    std::uint64_t memoryBytes = 0, cpuS = 0, fileBytes = 0;
};

bool limitResources(const Limits& most) {
    constexpr rlim_t kMostDescriptors = 256;  // a folder of shapefiles keeps four open per layer
    return (kSanitized || limit(RLIMIT_AS, most.memoryBytes)) && limitCpu(most.cpuS) &&
           limit(RLIMIT_FSIZE, most.fileBytes) && limit(RLIMIT_NOFILE, kMostDescriptors) && limit(RLIMIT_CORE, 0);
}

// Without gconv iconv turns CP1256 into garbage and says nothing.
std::vector<std::filesystem::path> readable(const JailRules& rules) {
    std::vector<std::filesystem::path> all = fileAndSideFiles(rules.file);
    all.insert(all.end(), rules.libraryData.begin(), rules.libraryData.end());
    for (const char* path : {OPSMAP_LIBRARY_FOLDER "/gconv", "/usr/lib/gconv", "/usr/lib64/gconv", "/etc/ld.so.cache"})
        all.emplace_back(path);
    return all;
}

}  // namespace

JailStrength jailStrength() { return {landlockAbi(), hasSystemCallFilter()}; }

bool enterJail(const JailRules& rules, const JailStrength& strength) {
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
    if (strength.landlockAbi > 0 && !allowOnlyReading(readable(rules), strength.landlockAbi)) return false;
    const Limits most{rules.memoryBytes, rules.cpuS, rules.memoryBytes};  // what a reader makes are stores in memory
    return limitResources(most) && (!strength.systemCalls || filterSystemCalls());  // the filter forbids to set limits
}

bool enterWriterJail(const WriterRules& rules, const JailStrength& strength) {
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
    if (strength.landlockAbi > 0 && !allowWritingIn(rules.folder, rules.libraryData, strength.landlockAbi))
        return false;
    return limitResources({rules.memoryBytes, rules.cpuS, rules.fileBytes}) &&
           (!strength.systemCalls || filterSystemCalls(FileWriting::yes));
}

std::string describeJail(const JailStrength& strength) {
    std::string lines = "limits: memory, processor time, file size, open files, no core files, no new privileges\n";
    lines +=
        strength.landlockAbi > 0
            ? fmt::format("Landlock: ABI {}: only the source and its side files can be read, nothing can be written\n",
                          strength.landlockAbi)
            : "Landlock: this kernel has none: a reader that a file took over could read other files of the user\n";
    lines += strength.systemCalls ? "seccomp: no sockets, programs, processes, signals to others, changes to files\n"
                                  : "seccomp: this kernel has none: a reader that a file took over could use the "
                                    "network and start programs\n";
    return lines;
}

}  // namespace geodata
