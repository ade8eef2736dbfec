// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/write_file.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

using namespace geodata;
namespace fs = std::filesystem;

namespace {

// A folder of its own, gone afterwards.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "opsmap_write_XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        m_path = name;
    }
    ~Folder() { fs::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path operator/(const std::string& name) const { return m_path / name; }
    std::ptrdiff_t files() const { return std::distance(fs::directory_iterator(m_path), fs::directory_iterator()); }

private:
    fs::path m_path;
};

std::span<const std::byte> bytes(const std::string& text) { return std::as_bytes(std::span(text)); }

std::string contentOf(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a file holds what was written and nothing is left beside it") {
    const Folder folder;
    const fs::path path = folder / "picture.png";
    const std::string big(3'000'000, 'a');
    CHECK_FALSE(writeFile(path, bytes(big)));
    CHECK(contentOf(path) == big);
    CHECK_FALSE(writeFile(path, bytes("short")));
    CHECK(contentOf(path) == "short");
    CHECK_FALSE(writeFile(path, {}));
    CHECK(contentOf(path).empty());
    CHECK(folder.files() == 1);
}

TEST_CASE("a file is written in the working folder and under the longest name") {
    const Folder folder;
    CHECK_FALSE(writeFile(folder / std::string(255, 'n'), bytes("x")));
    const fs::path before = fs::current_path();
    fs::current_path(folder / "");
    CHECK_FALSE(writeFile("plain.txt", bytes("here")));
    fs::current_path(before);
    CHECK(contentOf(folder / "plain.txt") == "here");
}

TEST_CASE("an overwritten file keeps its permissions, a link its place") {
    const Folder folder;
    CHECK_FALSE(writeFile(folder / "real", bytes("1")));
    REQUIRE(::chmod((folder / "real").c_str(), 0640) == 0);
    fs::create_symlink(folder / "real", folder / "link");
    CHECK_FALSE(writeFile(folder / "link", bytes("2")));
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(contentOf(folder / "real") == "2");
    CHECK((fs::status(folder / "real").permissions() & fs::perms::all) == fs::perms(0640));
}

TEST_CASE("a file that cannot be written is named with the reason") {
    const Folder folder;
    const fs::path missing = folder / "no/such/file";
    CHECK(writeFile(missing, bytes("x")) ==
          Error{"Cannot write \"" + missing.string() + "\": No such file or directory."});
    CHECK_FALSE(writeFile(folder / "file", bytes("x")));
    const fs::path inFile = folder / "file/below";
    CHECK(writeFile(inFile, bytes("x")) == Error{"Cannot write \"" + inFile.string() + "\": Not a directory."});
    const fs::path tooLong = folder / std::string(256, 'n');
    const Status refused = writeFile(tooLong, bytes("x"));
    REQUIRE(refused);
    CHECK(refused->text.find("File name too long") != std::string::npos);
    CHECK(folder.files() == 1);
}

TEST_CASE("folders and devices are not replaced") {
    const Folder folder;
    fs::create_directory(folder / "sub");
    CHECK(writeFile(folder / "sub", bytes("x")) ==
          Error{"Cannot write \"" + (folder / "sub").string() + "\": it is no regular file."});
    CHECK(writeFile("/dev/full", bytes("x")) == Error{"Cannot write \"/dev/full\": it is no regular file."});
    CHECK(fs::is_character_file("/dev/full"));
    CHECK(folder.files() == 1);
}

TEST_CASE("the old file stays when the new one does not fit") {
    const Folder folder;
    const fs::path path = folder / "session.json";
    REQUIRE_FALSE(writeFile(path, bytes("the old one")));
    const std::string big(1 << 20, 'b');
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{65536, 65536};
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(2);
        const Status status = writeFile(path, bytes(big));
        const std::string expected =
            "Cannot write \"" + path.string() + "\": File too large. The old file is unchanged.";
        ::_exit(status && status->text == expected ? 0 : 1);
    }
    int state = -1;
    REQUIRE(::waitpid(child, &state, 0) == child);
    CHECK(WIFEXITED(state));
    CHECK(WEXITSTATUS(state) == 0);
    CHECK(contentOf(path) == "the old one");
    CHECK(folder.files() == 1);
}

TEST_CASE("a finished file is put in its place, and the folder it was made in goes") {
    const Folder folder;
    REQUIRE_FALSE(writeFile(folder / "picture.tif", bytes("old")));
    REQUIRE(::chmod((folder / "picture.tif").c_str(), 0640) == 0);
    {
        const auto making = geodata::FolderBeside::make(folder / "picture.tif");
        REQUIRE(making);
        CHECK(making->path().parent_path() == fs::path(folder / "").parent_path());
        CHECK((fs::status(making->path()).permissions() & fs::perms::all) == fs::perms(0700));
        std::ofstream(making->path() / "made") << "new";
        std::ofstream(making->path() / "rest") << "x";
        REQUIRE_FALSE(geodata::putInPlace(making->path() / "made", folder / "picture.tif"));
    }
    CHECK(contentOf(folder / "picture.tif") == "new");
    CHECK((fs::status(folder / "picture.tif").permissions() & fs::perms::all) == fs::perms(0640));
    CHECK(folder.files() == 1);
}

TEST_CASE("where no folder can be made, or nothing was made in it, the sentence names the picture") {
    const Folder folder;
    const auto nowhere = geodata::FolderBeside::make(folder / "no/a.tif");
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error() ==
          Error{"Cannot write \"" + (folder / "no/a.tif").string() + "\": No such file or directory."});
    CHECK(geodata::putInPlace(folder / "missing", folder / "a.tif") ==
          Error{"Cannot write \"" + (folder / "a.tif").string() + "\": No such file or directory."});
}
