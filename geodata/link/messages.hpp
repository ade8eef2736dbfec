// SPDX-License-Identifier: Apache-2.0
#pragma once
// The messages between viewer and loader, as values and as bytes. Each message carries its kind, length and checksum,
// so decoding rejects a truncated or damaged one. Any thread.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "geodata/link/limits.hpp"
#include "geodata/link/load_event.hpp"
#include "geodata/link/load_request.hpp"

namespace geodata {

// Fits one packet of a Unix socket whatever its buffers; longer requests are refused, longer sentences cut.
inline constexpr std::size_t kMaxMessageBytes = std::size_t{64} * 1024;

namespace message {

// Viewer → fork server, with the child's end of its own socket.
struct Request {
    LoadId id = 0;
    LoadRequest request;
    LinkLimits limits;
};
struct Kill {  // viewer → fork server
    LoadId id = 0;
};
struct Ended {  // fork server → viewer: how a child ended
    LoadId id = 0;
    std::int32_t exitCode = 0;
    std::int32_t signal = 0;  // 0: it ended by itself
};
struct Progress {  // child → viewer, as all that follow
    std::string layer;
    std::uint64_t done = 0, total = 0;
};
struct Chunk {  // with one sealed memfd
    std::string layer;
    bool final = false;
};
struct Done {
    std::uint64_t layers = 0;
};
struct Refused {
    std::string sentence;
};
struct OutOfMemory {};

}  // namespace message

using Message = std::variant<message::Request, message::Kill, message::Ended, message::Progress, message::Chunk,
                             message::Done, message::Refused, message::OutOfMemory>;

// Longer than kMaxMessageBytes where the content is: channel.hpp refuses to send it.
std::string encodeMessage(const Message& message);
std::optional<Message> decodeMessage(std::string_view bytes);

// Whether a descriptor travels with it.
bool carriesDescriptor(const Message& message);

}  // namespace geodata
