// SPDX-License-Identifier: Apache-2.0
#pragma once
// Baits that no foreign file may touch: a folder watched by the kernel's notifications, and a local port that listens
// for connections. Tests check both after reading.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>

#include "tests/temporary_folder.hpp"

class Canary {
public:
    // In `folder`, which is there.
    explicit Canary(std::filesystem::path folder)
        : m_folder(std::move(folder)),
          m_notices(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
          m_port(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
        ::inotify_add_watch(m_notices, m_folder.c_str(),
                            IN_OPEN | IN_ACCESS | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVE | IN_ATTRIB);
        sockaddr_in any{};
        any.sin_family = AF_INET;
        any.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(m_port, reinterpret_cast<sockaddr*>(&any), sizeof any);
        ::listen(m_port, 8);
        socklen_t length = sizeof any;
        ::getsockname(m_port, reinterpret_cast<sockaddr*>(&any), &length);
        m_url = "http://127.0.0.1:" + std::to_string(ntohs(any.sin_port)) + "/x";
    }
    ~Canary() {
        ::close(m_notices);
        ::close(m_port);
    }
    Canary(const Canary&) = delete;
    Canary& operator=(const Canary&) = delete;

    const std::string& url() const { return m_url; }
    const std::filesystem::path& folder() const { return m_folder; }
    // Since it was asked last.
    bool wasOpened() {
        char notices[4096];
        bool seen = false;
        while (::read(m_notices, notices, sizeof notices) > 0) seen = true;
        return seen;
    }
    bool wasCalled() {
        const int call = ::accept(m_port, nullptr, nullptr);
        if (call >= 0) ::close(call);
        return call >= 0;
    }

private:
    std::filesystem::path m_folder;
    int m_notices, m_port;
    std::string m_url;
};
