#pragma once
// Where a store's bytes come from: a file mapping, a sealed memfd or memory. Any thread.

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "geodata/result/result.hpp"

namespace geodata {

// Bytes that outlive their readers.
struct Bytes {
    std::span<const std::byte> data;
    std::shared_ptr<const void> owner;
};

Bytes ownedBytes(std::vector<std::byte> content);

// The file's content at this moment, mapped read-only. Who shortens the file afterwards kills the reader (SIGBUS), so
// only files that are replaced by renaming may be mapped.
Result<Bytes> mapFile(const std::filesystem::path& path);
// The same for an open descriptor, which stays the caller's; `name` is for the sentence.
Result<Bytes> mapDescriptor(int descriptor, const std::filesystem::path& name);

}  // namespace geodata
