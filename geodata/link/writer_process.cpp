// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/writer_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "geodata/link/fork_server.hpp"
#include "geodata/link/spawn.hpp"
#include "geodata/link/wire_format.hpp"

namespace geodata {
namespace {

bool sendAll(int socket, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
    return true;
}

// What the writer says before it closes its end; a reason, or nothing.
std::string receiveRest(int socket) {
    constexpr std::size_t kLongest = 4096;
    std::string text;
    char part[512];
    while (text.size() < kLongest) {
        const ssize_t got = ::recv(socket, part, sizeof part, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        text.append(part, static_cast<std::size_t>(got));
    }
    return text;
}

int statusOf(pid_t process) {
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

}  // namespace

Result<WriterProcess> WriterProcess::start(const std::filesystem::path& program, const std::filesystem::path& folder,
                                           const std::filesystem::path& picture, const WriteRequest& job) {
    int ends[2]{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return failure("Cannot write", geodata::quoted(picture.string()), std::strerror(errno));
    Descriptor ours(ends[0]), first(ends[1]);
    Descriptor theirs(::fcntl(first.number(), F_DUPFD_CLOEXEC, kControlDescriptor + 1));
    first = Descriptor();
    const Result<pid_t> process = spawnLoader(program, {"--write", folder.native()}, theirs);
    if (!process) return process.error();
    theirs.close();  // only the writer holds that end: when it dies, this one notices
    WriterProcess writer(std::move(ours), *process, picture);
    FieldWriter framed;
    framed.text(encodeWriteRequest(job));
    const std::string head = framed.take();
    if (auto failed = writer.add(std::as_bytes(std::span(head)))) return *failed;
    return writer;
}

WriterProcess::WriterProcess(WriterProcess&& other) noexcept
    : m_socket(std::move(other.m_socket)),
      m_process(std::exchange(other.m_process, -1)),
      m_picture(std::move(other.m_picture)) {}

WriterProcess::~WriterProcess() {
    if (m_process < 0) return;
    ::kill(m_process, SIGKILL);
    statusOf(m_process);
}

Status WriterProcess::add(std::span<const std::byte> bytes) {
    if (m_process < 0) return cannotWrite("its writer has ended");
    if (sendAll(m_socket.number(), bytes)) return {};
    const Status ending = ended();
    return ending ? *ending : cannotWrite("its writer ended too early");
}

Status WriterProcess::finish() {
    if (m_process < 0) return cannotWrite("its writer has ended");
    ::shutdown(m_socket.number(), SHUT_WR);
    return ended();
}

// Why, in its last words, or as far as the kernel knows.
Status WriterProcess::ended() {
    const std::string text = receiveRest(m_socket.number());
    const int status = statusOf(std::exchange(m_process, -1));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
    if (!text.empty()) return cannotWrite(text);
    return cannotWrite(WIFSIGNALED(status) ? "its writer was ended by signal " + std::to_string(WTERMSIG(status))
                                           : "its writer ended without a word");
}

}  // namespace geodata
