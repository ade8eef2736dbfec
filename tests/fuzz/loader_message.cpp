// SPDX-License-Identifier: Apache-2.0
// What a loader sends. The first byte is the message's kind, the rest its body: frame and checksum are written here,
// because they would keep out nearly everything that is to be tried. A message that is taken says the same when it is
// written again.
#include "geodata/link/messages.hpp"
#include "geodata/link/wire_format.hpp"
#include "geodata/result/fnv_hash.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string body(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::uint64_t kind = data[0];
    geodata::FieldWriter rest;
    rest.number(kind);
    rest.number(geodata::fnvHash(body, kind));
    rest.text(body);
    const std::string magic = geodata::encodeMessage(geodata::message::OutOfMemory{}).substr(0, sizeof(std::uint64_t));
    const std::string bytes = magic + rest.take();
    if (const auto message = geodata::decodeMessage(bytes)) OPSMAP_CHECK(geodata::encodeMessage(*message) == bytes);
    return 0;
}
