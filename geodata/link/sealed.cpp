// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/sealed.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace geodata {
namespace {

constexpr int kSeals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;

Error cannotHandOver(int code) { return failure("Cannot hand over", "a store", std::strerror(code)); }
Error notTaken(std::string_view reason) { return failure("Cannot take", "a store", reason); }

bool writeAll(int descriptor, std::span<const std::byte> content) {
    constexpr std::size_t kMostAtOnce = 1U << 30;  // Linux writes at most 2 GiB a call
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), std::min(content.size(), kMostAtOnce));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        content = content.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

Result<Descriptor> sealedMemory(std::span<const std::byte> content) {
    Descriptor memory(::memfd_create("opsmap-store", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!memory || !writeAll(memory.number(), content) || ::fcntl(memory.number(), F_ADD_SEALS, kSeals) != 0)
        return cannotHandOver(errno);
    return memory;
}

Result<SealedStore> openSealed(const Descriptor& descriptor, std::uint64_t maxBytes) {
    const int seals = ::fcntl(descriptor.number(), F_GET_SEALS);
    if (seals < 0 || (seals & kSeals) != kSeals) return notTaken("its memory is not sealed");
    struct stat facts{};
    if (::fstat(descriptor.number(), &facts) != 0) return notTaken(std::strerror(errno));
    if (static_cast<std::uint64_t>(facts.st_size) > maxBytes)
        return notTaken(fmt::format("it has {} bytes, more than the {} allowed", facts.st_size, maxBytes));
    Result<Bytes> bytes = mapDescriptor(descriptor.number(), "store");
    if (!bytes) return bytes.error();
    Result<std::shared_ptr<const Store>> store = Store::open(*bytes);
    if (!store) return store.error();
    return SealedStore{std::move(*bytes), std::move(*store)};
}

}  // namespace geodata
