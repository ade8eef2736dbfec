// SPDX-License-Identifier: Apache-2.0
// A store from another process or from the cache: refused, or every part of it can be read. The checksums are mended
// first, because they would keep out nearly everything that is to be tried here.
#include <algorithm>
#include <vector>

#include "geodata/store/store.hpp"
#include "geodata/store/store_format.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    std::vector<std::byte> bytes(size / 8 * 8);
    std::copy_n(reinterpret_cast<const std::byte*>(data), bytes.size(), bytes.begin());
    geodata::seal(bytes);
    const auto store = geodata::Store::open(geodata::ownedBytes(std::move(bytes)));
    if (!store) return OPSMAP_CHECK(!store.error().text.empty()), 0;
    std::size_t seen = 0;
    for (std::uint32_t i = 0; i < (*store)->size(); ++i) {
        const geodata::FeatureRef feature = (*store)->feature(i);
        for (std::size_t part = 0; part < feature.partCount(); ++part)
            seen += feature.part(part).size() + feature.importance(part).size();
        seen += feature.parts().count();
        for (const double toleranceM : {1.0, 64.0, 1e9})
            for (const float importance : feature.partsFor(toleranceM).importance) seen += importance > 0;
        for (std::size_t column = 0; column < (*store)->info().columns.size(); ++column)
            seen += feature.value(column).size();
    }
    (*store)->query((*store)->box(), 0, [&](geodata::FeatureRef feature) { seen += feature.id() != 0; });
    return 0;
}
