// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/bytes.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <new>

namespace geodata {

class OpenFile {
public:
    explicit OpenFile(int number) : m_number(number) {}
    ~OpenFile() { ::close(m_number); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

namespace {

Error cannotRead(const std::filesystem::path& path, int code) {
    return failure("Cannot read", geodata::quoted(path.string()), std::strerror(code));
}

bool readAll(int descriptor, std::span<std::byte> into, std::size_t offset) {
    while (!into.empty()) {
        const ssize_t got = ::pread(descriptor, into.data(), into.size(), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        into = into.subspan(static_cast<std::size_t>(got));
        offset += static_cast<std::size_t>(got);
    }
    return true;
}

}  // namespace

BytesReader::BytesReader(const Bytes& bytes, std::size_t mostAtOnce) : m_bytes(bytes) {
    if (bytes.file && mostAtOnce > 0)
        m_buffer.reset(new (std::nothrow) std::byte[mostAtOnce]);  // not cleared: what is not read is not touched
}

std::span<const std::byte> BytesReader::at(std::size_t offset, std::size_t count) {
    if (!m_buffer) return m_bytes.data.subspan(offset, count);
    const std::span into(m_buffer.get(), count);
    if (!readAll(m_bytes.file->number(), into, offset)) return {};
    return into;
}

Bytes ownedBytes(std::vector<std::byte> content) {
    const auto owner = std::make_shared<const std::vector<std::byte>>(std::move(content));
    return {*owner, owner, {}};
}

Result<Bytes> mapDescriptor(int descriptor, const std::filesystem::path& name) {
    struct stat facts{};
    if (::fstat(descriptor, &facts) != 0) return cannotRead(name, errno);
    if (!S_ISREG(facts.st_mode)) return failure("Cannot read", geodata::quoted(name.string()), "it is no regular file");
    if (facts.st_size == 0) return Bytes{};
    const auto size = static_cast<std::size_t>(facts.st_size);
    void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (start == MAP_FAILED) return cannotRead(name, errno);
    std::shared_ptr<const void> owner(start, [size](void* mapped) { ::munmap(mapped, size); });
    const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    return Bytes{{static_cast<const std::byte*>(start), size},
                 std::move(owner),
                 copy < 0 ? nullptr : std::make_shared<const OpenFile>(copy)};
}

Result<Bytes> mapFile(const std::filesystem::path& path) {
    // Not blocking: a pipe put where the store should be must not hold the caller.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return cannotRead(path, errno);
    Result<Bytes> bytes = mapDescriptor(descriptor, path);
    ::close(descriptor);
    return bytes;
}

}  // namespace geodata
