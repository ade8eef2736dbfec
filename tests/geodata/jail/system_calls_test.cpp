// SPDX-License-Identifier: Apache-2.0
// Ways past a filter that looks at names only: new numbers for old calls, and descriptors that are open already. Each
// errno is asked for in a child with the filter and in one without.
#include "geodata/jail/system_calls.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "tests/temporary_folder.hpp"

namespace {

constexpr int kNotFiltered = 255;

// The errno of `attempt` in a child, 0 where it succeeded.
template <class Attempt>
int errnoInChild(bool filtered, Attempt attempt) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        if (filtered && !geodata::filterSystemCalls()) ::_exit(kNotFiltered);
        ::_exit(attempt() < 0 ? errno : 0);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("a filtered process cannot type into a terminal or have signals sent through an open descriptor") {
    if (!geodata::hasSystemCallFilter()) return;
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    char key = 'x';
    const auto type = [&] { return ::ioctl(ends[0], TIOCSTI, &key); };
    const auto own = [&] { return ::fcntl(ends[0], F_SETOWN, ::getppid()); };
    CHECK(errnoInChild(false, type) == ENOTTY);  // it got as far as the pipe
    CHECK(errnoInChild(true, type) == EPERM);
    CHECK(errnoInChild(false, own) == 0);
    CHECK(errnoInChild(true, own) == EPERM);
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST_CASE("a filtered process cannot change a file's mode, by the old call or by the new one") {
    if (!geodata::hasSystemCallFilter()) return;
    constexpr long kFchmodat2 = 452;
    const TemporaryFolder folder;
    const auto file = folder.write("other.txt", "x");
    const auto oldCall = [&] { return ::chmod(file.c_str(), 0600); };
    const auto newCall = [&] { return static_cast<int>(::syscall(kFchmodat2, AT_FDCWD, file.c_str(), 0600, 0)); };
    CHECK(errnoInChild(false, oldCall) == 0);
    CHECK(errnoInChild(true, oldCall) == EPERM);
    const int free = errnoInChild(false, newCall);
    CHECK((free == 0 || free == ENOSYS));  // the latter before Linux 6.6
    CHECK(errnoInChild(true, newCall) == ENOSYS);
}

TEST_CASE("a filtered process still makes memory and seals it") {
    if (!geodata::hasSystemCallFilter()) return;
    CHECK(errnoInChild(true, [] {
              const int memory = ::memfd_create("store", MFD_ALLOW_SEALING | MFD_CLOEXEC);
              return memory < 0 || ::ftruncate(memory, 4096) != 0
                         ? -1
                         : ::fcntl(memory, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE);
          }) == 0);
}
