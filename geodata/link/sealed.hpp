// SPDX-License-Identifier: Apache-2.0
#pragma once
// Sealed memory, in which a store crosses from the loader's child to the viewer; nobody can change it any more. Any
// thread.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "geodata/result/descriptor.hpp"
#include "geodata/store/store.hpp"

namespace geodata {

// A memfd with this content, closed to every change. Runs in the loader's child.
Result<Descriptor> sealedMemory(std::span<const std::byte> content);

struct SealedStore {
    Bytes bytes;
    std::shared_ptr<const Store> store;
};

// The viewer's check: the seals first, because without them the sender could change what was checked, then the size,
// then everything in the store.
Result<SealedStore> openSealed(const Descriptor& descriptor, std::uint64_t maxBytes);

}  // namespace geodata
