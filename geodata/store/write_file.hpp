// SPDX-License-Identifier: Apache-2.0
#pragma once
// The one function through which opsmap writes files. A half-written file never appears under the final name, and an
// old file stays when the new one cannot be written. Any thread.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

#include "geodata/result/result.hpp"

namespace geodata {

// What a power cut may cost. `replaceable` is for what can be made again and says itself whether it is whole: it does
// not wait for the disk, and it is for this user alone (0600).
enum class Durability : std::uint8_t { lasting, replaceable };

// Writes beside the target, checks every return, fsyncs (lasting files), renames over it and reads the size back.
// The error names file and reason: `Cannot write "…": No space left on device. The old file is unchanged.`
// A link is followed, the old file's permissions are kept; folders and devices are refused.
Status writeFile(const std::filesystem::path& path, std::span<const std::byte> content,
                 Durability durability = Durability::lasting);

// The same for a file that another process has made: `made` lies on the target's file system and is renamed.
Status putInPlace(const std::filesystem::path& made, const std::filesystem::path& path);

// A new, empty folder beside `path`, for files on their way there; goes with this object and all that is in it.
class FolderBeside {
public:
    static Result<FolderBeside> make(const std::filesystem::path& path);
    FolderBeside(FolderBeside&& other) noexcept;
    FolderBeside& operator=(FolderBeside&&) = delete;
    ~FolderBeside();
    const std::filesystem::path& path() const { return m_path; }  // absolute

private:
    explicit FolderBeside(std::filesystem::path path) : m_path(std::move(path)) {}
    std::filesystem::path m_path;
};

}  // namespace geodata
