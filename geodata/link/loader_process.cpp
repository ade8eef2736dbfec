#include "geodata/link/loader_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "geodata/link/fork_server.hpp"

namespace geodata {
namespace {

constexpr int kEndWithinMs = 2000;

class SpawnSettings {
public:
    explicit SpawnSettings(int socket) {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        // The viewer's output belongs to the viewer: `check --json` must not find a driver's words in it.
        ::posix_spawn_file_actions_addopen(&m_actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_adddup2(&m_actions, socket, kControlDescriptor);
        ::posix_spawn_file_actions_addclosefrom_np(&m_actions, kControlDescriptor + 1);
        sigset_t none, all;
        ::sigemptyset(&none);
        ::sigfillset(&all);
        ::posix_spawnattr_init(&m_attributes);
        ::posix_spawnattr_setsigmask(&m_attributes, &none);
        ::posix_spawnattr_setsigdefault(&m_attributes, &all);
        // A group of its own: Ctrl+C in the terminal is for the viewer, which saves its session first.
        ::posix_spawnattr_setpgroup(&m_attributes, 0);
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnSettings() {
        ::posix_spawn_file_actions_destroy(&m_actions);
        ::posix_spawnattr_destroy(&m_attributes);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    int spawn(const std::filesystem::path& program, pid_t& process) {
        std::string name = program.native(), path = "PATH=/usr/bin:/bin";  // no foreign PROJ_LIB, GDAL_DATA, LD_PRELOAD
        char* arguments[] = {name.data(), nullptr};
        char* environment[] = {path.data(), nullptr};
        return ::posix_spawn(&process, name.c_str(), &m_actions, &m_attributes, arguments, environment);
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

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
    pid_t process = -1;
    const int code = SpawnSettings(theirs.number()).spawn(program, process);
    if (code != 0)
        return failure("Cannot start", geodata::quoted(program.string()), std::strerror(code),
                       "It reads the files and belongs beside opsmap: install or build it.");
    return LoaderProcess(std::move(pair->ours), process);
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
