// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/own_files.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/temporary_folder.hpp"

using namespace geodata;
namespace fs = std::filesystem;

namespace {

unsigned modeOf(const fs::path& path) {
    struct stat facts{};
    return ::stat(path.c_str(), &facts) == 0 ? facts.st_mode & 07777U : 0U;
}

}  // namespace

TEST_CASE("a file of one's own is read whole, up to its limit") {
    const TemporaryFolder folder;
    const auto file = folder.write("a", "0123456789");
    CHECK(readOwn(file, 100) == "0123456789");
    CHECK(readOwn(file, 10) == "0123456789");
    CHECK_FALSE(readOwn(file, 9));
    CHECK(readRegular(file, 10) == "0123456789");
    CHECK_FALSE(readRegular(file, 9));
    CHECK(readOwn(folder.write("empty", ""), 10) == "");
    const std::string zeros(3, '\0');
    CHECK(readOwn(folder.write("zeros", zeros), 10) == zeros);
}

TEST_CASE("what is no regular file is not read, and nobody waits for it") {
    const TemporaryFolder folder;
    const auto pipe = folder.path() / "pipe", zero = folder.path() / "zero", link = folder.path() / "link";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    fs::create_symlink("/dev/zero", zero);
    fs::create_symlink(folder.write("a", "text"), link);
    for (const fs::path& odd : {pipe, zero, folder.path(), folder.path() / "absent", fs::path("/dev/null")}) {
        CAPTURE(odd);
        CHECK_FALSE(readOwn(odd, 1000));
        CHECK_FALSE(readRegular(odd, 1000));
        CHECK_FALSE(openOwn(odd));
    }
    CHECK_FALSE(readOwn(link, 1000));
    CHECK(readRegular(link, 1000) == "text");  // settings may be a link
}

TEST_CASE("a file of another user is not one's own") {
    const TemporaryFolder folder;
    const auto file = folder.write("a", "planted");
    CHECK(openOwn(file));
    if (::chown(file.c_str(), 65534, 65534) != 0) return;  // only root can try this
    CHECK_FALSE(openOwn(file));
    CHECK_FALSE(readOwn(file, 100));
    CHECK(readRegular(file, 100) == "planted");
}

TEST_CASE("a folder of one's own is made for this user alone, and closed where it was open") {
    const TemporaryFolder folder;
    const auto deep = folder.path() / "a" / "b" / "c";
    CHECK(makeOwnFolder(deep));
    for (const auto& made : {folder.path() / "a", folder.path() / "a" / "b", deep}) CHECK(modeOf(made) == 0700);
    const auto open = folder.path() / "open";
    fs::create_directory(open);
    fs::permissions(open, fs::perms(0755));
    CHECK(makeOwnFolder(open));
    CHECK(modeOf(open) == 0700);
    CHECK(makeOwnFolder(open));
}

TEST_CASE("where no folder can be, or it is another user's, that is told") {
    const TemporaryFolder folder;
    CHECK_FALSE(makeOwnFolder({}));
    CHECK_FALSE(makeOwnFolder("/proc/nowhere/cache"));
    CHECK_FALSE(makeOwnFolder(folder.write("file", "x")));
    CHECK_FALSE(makeOwnFolder(folder.path() / "file" / "below"));
    const auto foreign = folder.path() / "foreign";
    fs::create_directory(foreign);
    if (::chown(foreign.c_str(), 65534, 65534) != 0) return;
    CHECK_FALSE(makeOwnFolder(foreign));
}
