// SPDX-License-Identifier: Apache-2.0
#pragma once
// The source of a store's bytes: a file mapping, a sealed memfd or memory. Any thread.

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "geodata/result/result.hpp"

namespace geodata {

class OpenFile;  // closes its descriptor

// Bytes that outlive their readers.
struct Bytes {
    std::span<const std::byte> data;
    std::shared_ptr<const void> owner;
    std::shared_ptr<const OpenFile> file = {};  // what `data` maps, for BytesReader; null: nothing, or nobody needs it
};

// Reads bytes once without touching their mapping: a page that is first seen there costs ten times what copying it
// does.
class BytesReader {
public:
    // No call of at() asks for more than `mostAtOnce` bytes.
    BytesReader(const Bytes& bytes, std::size_t mostAtOnce);
    BytesReader(const BytesReader&) = delete;
    BytesReader& operator=(const BytesReader&) = delete;

    // Those bytes of `bytes`, within it; valid until the next call. Empty where the file cannot be read any more.
    std::span<const std::byte> at(std::size_t offset, std::size_t count);

private:
    const Bytes& m_bytes;
    std::unique_ptr<std::byte[]> m_buffer;  // null: the bytes are read where they lie
};

Bytes ownedBytes(std::vector<std::byte> content);

// The file's content at this moment, mapped read-only. Who shortens the file afterwards kills the reader (SIGBUS), so
// only files that are replaced by renaming may be mapped.
Result<Bytes> mapFile(const std::filesystem::path& path);
// The same for an open descriptor, which stays the caller's; `name` is for the sentence.
Result<Bytes> mapDescriptor(int descriptor, const std::filesystem::path& name);

}  // namespace geodata
