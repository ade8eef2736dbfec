// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/own_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace geodata {
namespace {

namespace fs = std::filesystem;

// Not blocking: a pipe must not hold the caller.
Descriptor openRegular(const fs::path& file, int flags) {
    Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags));
    struct stat facts{};
    if (!descriptor || ::fstat(descriptor.number(), &facts) != 0 || !S_ISREG(facts.st_mode)) return {};
    return descriptor;
}

// One byte more than is allowed is asked for: a file may grow while it is read.
std::optional<std::string> contentOf(const Descriptor& descriptor, std::size_t mostBytes) {
    struct stat facts{};
    if (!descriptor || ::fstat(descriptor.number(), &facts) != 0) return {};
    if (static_cast<std::uint64_t>(facts.st_size) > mostBytes) return {};
    std::string text(std::min<std::size_t>(static_cast<std::size_t>(facts.st_size), mostBytes) + 1, '\0');
    std::size_t length = 0;
    while (length < text.size()) {
        const ssize_t got = ::read(descriptor.number(), text.data() + length, text.size() - length);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return {};
        if (got == 0) break;
        length += static_cast<std::size_t>(got);
    }
    if (length == text.size()) return {};
    text.resize(length);
    return text;
}

}  // namespace

Descriptor openOwn(const fs::path& file) {
    Descriptor descriptor = openRegular(file, O_NOFOLLOW);
    struct stat facts{};
    if (!descriptor || ::fstat(descriptor.number(), &facts) != 0 || facts.st_uid != ::geteuid()) return {};
    return descriptor;
}

std::optional<std::string> readOwn(const fs::path& file, std::size_t mostBytes) {
    return contentOf(openOwn(file), mostBytes);
}

std::optional<std::string> readRegular(const fs::path& file, std::size_t mostBytes) {
    return contentOf(openRegular(file, 0), mostBytes);
}

bool makeOwnFolder(const fs::path& folder) {
    std::error_code ignored;
    if (folder.empty()) return false;
    if (folder.has_parent_path() && !fs::exists(folder.parent_path(), ignored)) makeOwnFolder(folder.parent_path());
    if (::mkdir(folder.c_str(), 0700) == 0) return true;
    struct stat facts{};
    if (::stat(folder.c_str(), &facts) != 0 || !S_ISDIR(facts.st_mode) || facts.st_uid != ::geteuid()) return false;
    return (facts.st_mode & 077U) == 0 || ::chmod(folder.c_str(), facts.st_mode & 07700U) == 0;
}

}  // namespace geodata
