// SPDX-License-Identifier: Apache-2.0
#include "geodata/jail/probe.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>

namespace geodata {
namespace {

// In the abstract namespace: no file, no network, gone with the process.
sockaddr_un probeAddress() {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string name = fmt::format("opsmap-probe-{}", ::getpid());
    std::memcpy(address.sun_path + 1, name.data(), name.size());
    return address;
}

const sockaddr* generic(const sockaddr_un& address) { return reinterpret_cast<const sockaddr*>(&address); }

bool opens(const char* path) {
    const int opened = ::open(path, O_RDONLY | O_CLOEXEC);
    return opened >= 0 && ::close(opened) == 0;
}

bool connects(const sockaddr_un& address) {
    const int made = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    return made >= 0 && ::connect(made, generic(address), sizeof address) == 0;
}

// The exit code is the program's, 0, only where running it succeeded.
[[noreturn]] void tryAll(const std::filesystem::path& victim, const sockaddr_un& address, int report) {
    const bool opened = opens(victim.c_str()), connected = connects(address);
    const bool found[] = {opened, connected, ::unlink(victim.c_str()) == 0};
    if (::write(report, found, sizeof found) != sizeof found) ::_exit(2);
    char name[] = "/bin/true";
    char* arguments[] = {name, nullptr};
    ::execv(name, arguments);
    ::_exit(1);
}

}  // namespace

ProbeResult probeJail(const std::filesystem::path& victim, const JailRules* rules, const JailStrength& strength) {
    const sockaddr_un address = probeAddress();
    const int listening = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int report[2]{-1, -1};
    ProbeResult result;
    if (listening < 0 || ::bind(listening, generic(address), sizeof address) != 0 || ::listen(listening, 1) != 0 ||
        ::pipe2(report, O_CLOEXEC) != 0)
        return result;
    const pid_t child = ::fork();
    if (child == 0) {
        if (rules != nullptr && !enterJail(*rules, strength)) ::_exit(3);
        tryAll(victim, address, report[1]);
    }
    ::close(report[1]);
    bool found[3]{};
    result.ran = ::read(report[0], found, sizeof found) == sizeof found;
    int status = -1;
    ::waitpid(child, &status, 0);
    ::close(report[0]);
    ::close(listening);
    result.opened = found[0];
    result.connected = found[1];
    result.unlinked = found[2];
    result.executed = result.ran && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return result;
}

}  // namespace geodata
