// SPDX-License-Identifier: Apache-2.0
// The area file: any bytes give a document or sentences, never a fault.
#include "layers/area/area.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const auto area = layers::parseArea({reinterpret_cast<const char*>(data), size}, "/areas/fuzzed.toml");
    OPSMAP_CHECK(area || !area.error().text.empty());
    return 0;
}
