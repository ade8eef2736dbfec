// SPDX-License-Identifier: Apache-2.0
#include "geodata/jail/file_rules.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace geodata {
namespace {

namespace fs = std::filesystem;

// The kernel's interface by ABI number: the headers that opsmap is built with know only ABI 2.
constexpr long kCreateRuleset = 444, kAddRule = 445, kRestrictSelf = 446;
constexpr unsigned kAskVersion = 1;
constexpr int kPathBeneath = 1;
constexpr std::uint64_t kWriteFile = 1U << 1, kReadFile = 1U << 2, kReadFolder = 1U << 3, kMakeFile = 1U << 8,
                        kTruncate = 1U << 14;

struct Ruleset {
    std::uint64_t files = 0, network = 0, scopes = 0;
};
struct PathRule {
    std::uint64_t allowed;
    std::int32_t folder;
} __attribute__((packed));

// Everything that this ABI can forbid.
Ruleset everything(int abi) {
    Ruleset all;
    all.files = (1U << 13) - 1;                     // run, write, read, list, remove, make of every kind
    if (abi >= 2) all.files |= 1U << 13;            // move between folders
    if (abi >= 3) all.files |= 1U << 14;            // truncate
    if (abi >= 5) all.files |= 1U << 15;            // device controls
    if (abi >= 4) all.network = 1U << 0 | 1U << 1;  // bind and connect TCP
    if (abi >= 6) all.scopes = 1U << 0 | 1U << 1;   // abstract sockets and signals to other processes
    return all;
}

// Older kernels refuse a longer structure even where the rest is zero.
std::size_t sizeOf(int abi) { return abi >= 6 ? 24 : abi >= 4 ? 16 : 8; }

bool addRule(int ruleset, int opened, std::uint64_t allowed) {
    const PathRule rule{allowed, opened};
    return ::syscall(kAddRule, ruleset, kPathBeneath, &rule, 0) == 0;
}

bool allowReading(int ruleset, const fs::path& path) {
    const int opened = ::open(path.c_str(), O_PATH | O_CLOEXEC);
    if (opened < 0) return true;  // not there: nothing to allow
    struct stat facts{};
    ::fstat(opened, &facts);
    const bool added = addRule(ruleset, opened, S_ISDIR(facts.st_mode) ? kReadFile | kReadFolder : kReadFile);
    ::close(opened);
    return added;
}

bool allowWriting(int ruleset, const fs::path& folder, int abi) {
    const int opened = ::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return false;
    const bool added =
        addRule(ruleset, opened, kWriteFile | kReadFile | kReadFolder | kMakeFile | (abi >= 3 ? kTruncate : 0));
    ::close(opened);
    return added;
}

// Makes a ruleset, lets `allow` fill it, and enters it.
template <class Allow>
bool restrictTo(int abi, Allow allow) {
    const Ruleset rules = everything(abi);
    const int ruleset = static_cast<int>(::syscall(kCreateRuleset, &rules, sizeOf(abi), 0));
    if (ruleset < 0) return false;
    const bool held = allow(ruleset) && ::syscall(kRestrictSelf, ruleset, 0) == 0;
    ::close(ruleset);
    return held;
}

bool allowReadingAll(int ruleset, const std::vector<fs::path>& readable) {
    return std::ranges::all_of(readable, [&](const fs::path& path) { return allowReading(ruleset, path); });
}

std::string lowerCased(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

bool belongsTo(const fs::path& file, const fs::path& other) {
    const std::string name = lowerCased(file.filename().string()), stem = lowerCased(file.stem().string());
    const std::string candidate = lowerCased(other.filename().string());
    return candidate.starts_with(stem + ".") || candidate.starts_with(name + "-");
}

}  // namespace

int landlockAbi() {
    const long abi = ::syscall(kCreateRuleset, nullptr, 0, kAskVersion);
    return abi > 0 ? static_cast<int>(abi) : 0;
}

bool allowOnlyReading(const std::vector<fs::path>& readable, int abi) {
    return restrictTo(abi, [&](int ruleset) { return allowReadingAll(ruleset, readable); });
}

bool allowWritingIn(const fs::path& writable, const std::vector<fs::path>& readable, int abi) {
    return restrictTo(
        abi, [&](int ruleset) { return allowReadingAll(ruleset, readable) && allowWriting(ruleset, writable, abi); });
}

std::vector<fs::path> fileAndSideFiles(const fs::path& file) {
    std::vector<fs::path> found{file};
    std::error_code error;
    const fs::path home = fs::canonical(file, error).parent_path(), folder = fs::canonical(file.parent_path(), error);
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (!belongsTo(file, entry->path())) continue;
        std::error_code gone;
        const fs::path real = fs::canonical(entry->path(), gone);
        if (fs::is_regular_file(real, gone) && (real.parent_path() == folder || real.parent_path() == home))
            found.push_back(real);
    }
    return found;
}

}  // namespace geodata
