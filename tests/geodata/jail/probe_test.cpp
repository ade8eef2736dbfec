// SPDX-License-Identifier: Apache-2.0
#include "geodata/jail/probe.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "tests/temporary_folder.hpp"

using geodata::JailRules;
using geodata::JailStrength;
using geodata::ProbeResult;

namespace {

const std::uint64_t kMemoryBytes = 1ULL << 32;

JailRules rulesFor(const TemporaryFolder& folder) {
    return {folder.write("source.csv", "a,b\n"), {}, kMemoryBytes, 10};
}

}  // namespace

TEST_CASE("a free process opens, connects, runs and unlinks") {
    const TemporaryFolder folder;
    const ProbeResult free = geodata::probeJail(folder.write("other.txt", "x"), nullptr, {});
    REQUIRE(free.ran);
    CHECK(free.opened);
    CHECK(free.connected);
    CHECK(free.executed);
    CHECK(free.unlinked);
}

TEST_CASE("a jailed process can do none of it, as far as this kernel has walls") {
    const TemporaryFolder folder;
    const JailRules rules = rulesFor(folder);
    const JailStrength strength = geodata::jailStrength();
    const ProbeResult jailed = geodata::probeJail(folder.write("other.txt", "x"), &rules, strength);
    REQUIRE(jailed.ran);
    CHECK(jailed.opened == (strength.landlockAbi == 0));
    CHECK(jailed.connected == !strength.systemCalls);
    CHECK(jailed.executed == (!strength.systemCalls && strength.landlockAbi == 0));
    CHECK(jailed.unlinked == (!strength.systemCalls && strength.landlockAbi == 0));
}

TEST_CASE("without Landlock the filter of system calls still holds all but reading") {
    const JailStrength strength{0, geodata::jailStrength().systemCalls};
    if (!strength.systemCalls) return;
    const TemporaryFolder folder;
    const JailRules rules = rulesFor(folder);
    const ProbeResult jailed = geodata::probeJail(folder.write("other.txt", "x"), &rules, strength);
    REQUIRE(jailed.ran);
    CHECK(jailed.opened);
    CHECK_FALSE(jailed.connected);
    CHECK_FALSE(jailed.executed);
    CHECK_FALSE(jailed.unlinked);
}

TEST_CASE("a jailed process that uses up its processor time is ended by the signal that says so") {
    const TemporaryFolder folder;
    JailRules rules = rulesFor(folder);
    rules.cpuS = 1;
    const JailStrength strength = geodata::jailStrength();
    const pid_t child = ::fork();
    if (child == 0) {
        if (!geodata::enterJail(rules, strength)) ::_exit(1);
        for (;;) ::getppid();
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGXCPU);
}

TEST_CASE("the jail of a writer lets it read and write in its folder alone") {
    const TemporaryFolder folder, elsewhere;
    const auto own = folder.write("page.pdf", "x"), foreign = elsewhere.write("secret.txt", "x");
    const JailStrength strength = geodata::jailStrength();
    const auto opens = [](const std::filesystem::path& path, int flags) {
        return ::open(path.c_str(), flags | O_CLOEXEC, 0600) >= 0;
    };
    const pid_t child = ::fork();
    if (child == 0) {
        if (!geodata::enterWriterJail({folder.path(), {}, kMemoryBytes, 10, kMemoryBytes}, strength)) ::_exit(1);
        if (!opens(own, O_RDONLY) || !opens(folder.path() / "picture", O_RDWR | O_CREAT | O_TRUNC)) ::_exit(2);
        if (strength.landlockAbi > 0 && (opens(foreign, O_RDONLY) || opens(foreign, O_WRONLY) ||
                                         opens(elsewhere.path() / "new", O_WRONLY | O_CREAT)))
            ::_exit(3);
        if (strength.systemCalls && (::socket(AF_UNIX, SOCK_STREAM, 0) >= 0 || ::unlink(own.c_str()) == 0)) ::_exit(4);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK_FALSE(std::filesystem::exists(elsewhere.path() / "new"));
}

TEST_CASE("what is missing is said with what follows from it") {
    CHECK(geodata::describeJail({0, false}).find("Landlock: this kernel has none") != std::string::npos);
    CHECK(geodata::describeJail({0, false}).find("seccomp: this kernel has none") != std::string::npos);
    CHECK(geodata::describeJail({7, true}).find("ABI 7") != std::string::npos);
}
