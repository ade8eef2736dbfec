// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/spawn.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

#include <cstring>

#include "geodata/link/fork_server.hpp"

namespace geodata {
namespace {

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
        ::posix_spawnattr_setflags(&m_attributes,
                                   POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnSettings() {
        ::posix_spawn_file_actions_destroy(&m_actions);
        ::posix_spawnattr_destroy(&m_attributes);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    int spawn(std::vector<std::string> words, pid_t& process) {
        std::string path = "PATH=/usr/bin:/bin";  // no foreign PROJ_LIB, GDAL_DATA, LD_PRELOAD
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        char* environment[] = {path.data(), nullptr};
        return ::posix_spawn(&process, arguments[0], &m_actions, &m_attributes, arguments.data(), environment);
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

}  // namespace

Result<pid_t> spawnLoader(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                          const Descriptor& socket) {
    std::vector<std::string> words{program.native()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    pid_t process = -1;
    const int code = SpawnSettings(socket.number()).spawn(std::move(words), process);
    if (code != 0)
        return failure("Cannot start", geodata::quoted(program.string()), std::strerror(code),
                       "It belongs beside opsmap: install or build it.");
    return process;
}

}  // namespace geodata
