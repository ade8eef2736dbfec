// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/channel.hpp"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace geodata {
namespace {

// Room for one descriptor; what a sender adds beyond it the kernel cuts off and says so (MSG_CTRUNC).
using ControlBytes = std::array<char, CMSG_SPACE(sizeof(int))>;

void attach(msghdr& header, ControlBytes& control, int descriptor) {
    header.msg_control = control.data();
    header.msg_controllen = control.size();
    cmsghdr* entry = CMSG_FIRSTHDR(&header);
    entry->cmsg_level = SOL_SOCKET;
    entry->cmsg_type = SCM_RIGHTS;
    entry->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(entry), &descriptor, sizeof descriptor);
}

Descriptor attached(msghdr& header) {
    const cmsghdr* entry = CMSG_FIRSTHDR(&header);
    if (entry == nullptr || entry->cmsg_level != SOL_SOCKET || entry->cmsg_type != SCM_RIGHTS) return {};
    if (entry->cmsg_len != CMSG_LEN(sizeof(int))) return {};
    int number = -1;
    std::memcpy(&number, CMSG_DATA(entry), sizeof number);
    return Descriptor(number);
}

Received understood(std::string_view bytes, int flags, Descriptor descriptor) {
    if ((flags & (MSG_TRUNC | MSG_CTRUNC)) != 0) return received::Damaged{};
    std::optional<Message> message = decodeMessage(bytes);
    if (!message || carriesDescriptor(*message) != static_cast<bool>(descriptor)) return received::Damaged{};
    return received::Whole{std::move(*message), std::move(descriptor)};
}

}  // namespace

Result<ChannelPair> Channel::makePair() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return failure("Cannot open", "a channel to the loader", std::strerror(errno));
    return ChannelPair{Channel(Descriptor(ends[0])), Channel(Descriptor(ends[1]))};
}

bool Channel::sendEncoded(const std::string& bytes, int descriptor) {
    if (bytes.size() > kMaxMessageBytes) return false;
    iovec part{const_cast<char*>(bytes.data()), bytes.size()};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    alignas(cmsghdr) ControlBytes control{};
    if (descriptor >= 0) attach(header, control, descriptor);
    ssize_t sent = -1;
    do {
        sent = ::sendmsg(m_socket.number(), &header, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == static_cast<ssize_t>(bytes.size());  // a packet goes whole or not at all
}

Received Channel::receive(bool wait) {
    static thread_local std::array<char, kMaxMessageBytes> buffer;
    iovec part{buffer.data(), buffer.size()};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    alignas(cmsghdr) ControlBytes control{};
    header.msg_control = control.data();
    header.msg_controllen = control.size();
    ssize_t length = -1;
    do {
        length = ::recvmsg(m_socket.number(), &header, MSG_CMSG_CLOEXEC | (wait ? 0 : MSG_DONTWAIT));
    } while (length < 0 && errno == EINTR);
    if (length < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return received::Nothing{};
    if (length <= 0) return received::Closed{};
    return understood({buffer.data(), static_cast<std::size_t>(length)}, header.msg_flags, attached(header));
}

}  // namespace geodata
