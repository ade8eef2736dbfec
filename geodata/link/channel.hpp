// SPDX-License-Identifier: Apache-2.0
#pragma once
// One end of the socket between viewer and loader. It carries whole messages, one per packet, with at most one
// descriptor each. Not shared between threads.

#include <variant>

#include "geodata/link/messages.hpp"
#include "geodata/result/descriptor.hpp"

namespace geodata {

namespace received {
struct Nothing {};  // not yet
struct Closed {};   // the other end is gone
struct Damaged {};  // something that is no message of ours
struct Whole {
    Message message;
    Descriptor descriptor;  // where carriesDescriptor(message)
};
}  // namespace received

using Received = std::variant<received::Nothing, received::Closed, received::Damaged, received::Whole>;

struct ChannelPair;

class Channel {
public:
    Channel() = default;
    explicit Channel(Descriptor socket) : m_socket(std::move(socket)) {}
    static Result<ChannelPair> makePair();

    // False: the other end is gone, or the message is longer than kMaxMessageBytes. Blocks while its buffer is full.
    bool send(const Message& message, int descriptor = -1) { return sendEncoded(encodeMessage(message), descriptor); }
    bool sendEncoded(const std::string& bytes, int descriptor = -1);
    Received receive(bool wait);

    int number() const { return m_socket.number(); }
    explicit operator bool() const { return static_cast<bool>(m_socket); }
    void close() { m_socket.close(); }
    Descriptor release() { return std::move(m_socket); }

private:
    Descriptor m_socket;
};

struct ChannelPair {
    Channel ours, theirs;
};

}  // namespace geodata
