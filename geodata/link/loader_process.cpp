// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/loader_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <cerrno>
#include <utility>

#include "geodata/link/fork_server.hpp"
#include "geodata/link/spawn.hpp"

namespace geodata {
namespace {

constexpr int kEndWithinMs = 1000;

bool endsWithin(pid_t process, int timeoutMs) {
    const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
    if (!handle) return false;
    pollfd watched{handle.number(), POLLIN, 0};
    int ready = 0;
    do {
        ready = ::poll(&watched, 1, timeoutMs);
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}

}  // namespace

std::filesystem::path defaultLoaderProgram() {
    std::error_code error;
    const std::filesystem::path own = std::filesystem::read_symlink("/proc/self/exe", error);
    return own.parent_path() / "opsmap-loader";
}

Result<LoaderProcess> LoaderProcess::start(const std::filesystem::path& program) {
    Result<ChannelPair> pair = Channel::makePair();
    if (!pair) return pair.error();
    // A loader that hangs must not hang the link with it.
    ::fcntl(pair->ours.number(), F_SETFL, O_NONBLOCK);
    // Above 3, so that the descriptor made of it is a new one without close-on-exec.
    const Descriptor theirs(::fcntl(pair->theirs.number(), F_DUPFD_CLOEXEC, kControlDescriptor + 1));
    const Result<pid_t> process = spawnLoader(program, {}, theirs);
    if (!process) return process.error();
    return LoaderProcess(std::move(pair->ours), *process);
}

LoaderProcess::LoaderProcess(LoaderProcess&& other) noexcept
    : m_control(std::move(other.m_control)), m_process(std::exchange(other.m_process, -1)) {}

LoaderProcess::~LoaderProcess() {
    if (m_process < 0) return;
    m_control.close();
    if (!endsWithin(m_process, kEndWithinMs)) ::kill(m_process, SIGKILL);  // the kernel ends its children
    while (::waitpid(m_process, nullptr, 0) < 0 && errno == EINTR) {
    }
}

}  // namespace geodata
