// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/write_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "geodata/result/descriptor.hpp"

namespace geodata {
namespace {

namespace fs = std::filesystem;

// errno of the step that failed; 0: done.
using Code = int;

Code codeOf(int returned) { return returned == 0 ? 0 : errno; }

Code writeAll(int descriptor, std::span<const std::byte> content) {
    constexpr std::size_t kMostAtOnce = 1U << 30;  // Linux writes at most 2 GiB a call
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), std::min(content.size(), kMostAtOnce));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        if (written == 0) return EIO;
        content = content.subspan(static_cast<std::size_t>(written));
    }
    return 0;
}

// Beside the target, so that the renaming stays within one file system; the name is short, the target's may be as long
// as a name can be.
fs::path freshName(const fs::path& target) {
    static std::atomic<unsigned> counter{0};
    const std::string name = ".opsmap-" + std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".tmp";
    return target.parent_path() / name;
}

int createBeside(const fs::path& target, fs::path& temporary, mode_t mode) {
    for (int tries = 0; tries < 100; ++tries) {  // names left behind by a killed process of the same number
        temporary = freshName(target);
        const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
        if (descriptor >= 0 || errno != EEXIST) return descriptor;
    }
    return -1;
}

// The target's own permissions outlive its content.
Code keepMode(int descriptor, const fs::path& target) {
    struct stat old{};
    if (::stat(target.c_str(), &old) != 0) return errno == ENOENT ? 0 : errno;
    return codeOf(::fchmod(descriptor, old.st_mode & 07777));
}

Code fillTemporary(Descriptor& file, const fs::path& target, std::span<const std::byte> content,
                   Durability durability) {
    Code code = durability == Durability::lasting ? keepMode(file.number(), target) : 0;
    if (code == 0) code = writeAll(file.number(), content);
    if (code == 0 && durability == Durability::lasting) code = codeOf(::fsync(file.number()));
    return code == 0 ? file.close() : code;
}

// Without it a power cut could bring the old name back.
Code syncFolder(const fs::path& target) {
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.number() < 0) return errno;
    const Code code = codeOf(::fsync(descriptor.number()));
    return code == EINVAL ? 0 : code;  // a file system that has nothing to sync
}

Error cannotWrite(const fs::path& path, Code code, bool oldStands) {
    return failure("Cannot write", geodata::quoted(path.string()), std::strerror(code),
                   oldStands ? "The old file is unchanged." : "");
}

bool isThere(const fs::path& path) {
    struct stat facts{};
    return ::lstat(path.c_str(), &facts) == 0;
}

// A link is followed: the file it points to is replaced, not the link.
fs::path targetOf(const fs::path& path) {
    std::error_code error;
    if (!fs::is_symlink(path, error)) return path;
    const fs::path resolved = fs::canonical(path, error);
    return error ? path : resolved;
}

Status refuseOddTarget(const fs::path& path, const fs::path& target) {
    struct stat facts{};
    if (::stat(target.c_str(), &facts) == 0 && !S_ISREG(facts.st_mode))
        return failure("Cannot write", geodata::quoted(path.string()), "it is no regular file");
    return {};
}

}  // namespace

Status writeFile(const fs::path& path, std::span<const std::byte> content, Durability durability) {
    const fs::path target = targetOf(path);
    if (auto odd = refuseOddTarget(path, target)) return odd;
    struct stat facts{};
    fs::path temporary;
    Descriptor file(createBeside(target, temporary, durability == Durability::lasting ? 0666 : 0600));
    const Code refused = errno;
    if (file.number() < 0) return cannotWrite(path, refused, isThere(target));
    Code code = fillTemporary(file, target, content, durability);
    if (code == 0) code = codeOf(::rename(temporary.c_str(), target.c_str()));
    if (code != 0) {
        ::unlink(temporary.c_str());
        return cannotWrite(path, code, isThere(target));
    }
    if (code = durability == Durability::lasting ? syncFolder(target) : 0; code != 0)
        return cannotWrite(path, code, false);
    if (code = codeOf(::stat(target.c_str(), &facts)); code != 0) return cannotWrite(path, code, false);
    if (static_cast<std::uint64_t>(facts.st_size) != content.size())
        return failure("Cannot write", geodata::quoted(path.string()), "its size on disk is not what was written");
    return std::nullopt;
}

Status putInPlace(const fs::path& made, const fs::path& path) {
    const fs::path target = targetOf(path);
    if (auto odd = refuseOddTarget(path, target)) return odd;
    Descriptor file(::open(made.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    Code code = file.number() < 0 ? errno : keepMode(file.number(), target);
    if (code == 0) code = codeOf(::fsync(file.number()));
    if (code == 0) code = codeOf(::rename(made.c_str(), target.c_str()));
    if (code != 0) return cannotWrite(path, code, isThere(target));
    if (code = syncFolder(target); code != 0) return cannotWrite(path, code, false);
    return {};
}

Result<FolderBeside> FolderBeside::make(const fs::path& path) {
    std::error_code error;
    const fs::path target = fs::absolute(targetOf(path), error);
    if (auto odd = refuseOddTarget(path, target)) return *odd;
    fs::path folder = freshName(target);
    for (int tries = 0; tries < 100 && ::mkdir(folder.c_str(), 0700) != 0; ++tries) {
        if (errno != EEXIST) return cannotWrite(path, errno, isThere(target));
        folder = freshName(target);
    }
    return FolderBeside(std::move(folder));
}

FolderBeside::FolderBeside(FolderBeside&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}

FolderBeside::~FolderBeside() {
    std::error_code ignored;
    if (!m_path.empty()) fs::remove_all(m_path, ignored);
}

}  // namespace geodata
