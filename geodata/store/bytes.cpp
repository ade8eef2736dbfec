#include "geodata/store/bytes.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace geodata {
namespace {

Error cannotRead(const std::filesystem::path& path, int code) {
    return failure("Cannot read", geodata::quoted(path.string()), std::strerror(code));
}

}  // namespace

Bytes ownedBytes(std::vector<std::byte> content) {
    const auto owner = std::make_shared<const std::vector<std::byte>>(std::move(content));
    return {*owner, owner};
}

Result<Bytes> mapDescriptor(int descriptor, const std::filesystem::path& name) {
    struct stat facts {};
    if (::fstat(descriptor, &facts) != 0) return cannotRead(name, errno);
    if (!S_ISREG(facts.st_mode)) return failure("Cannot read", geodata::quoted(name.string()), "it is no regular file");
    if (facts.st_size == 0) return Bytes{};
    const auto size = static_cast<std::size_t>(facts.st_size);
    void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (start == MAP_FAILED) return cannotRead(name, errno);
    std::shared_ptr<const void> owner(start, [size](void* mapped) { ::munmap(mapped, size); });
    return Bytes{{static_cast<const std::byte*>(start), size}, std::move(owner)};
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
