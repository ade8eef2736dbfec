// SPDX-License-Identifier: Apache-2.0
#include "viewer/session/session_store.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "viewer/session/session_keeper.hpp"

using namespace viewer;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = fs::temp_directory_path() / ("opsmap-session-" + std::to_string(::getpid()));
    Folder() { fs::remove_all(path); }
    ~Folder() { fs::remove_all(path); }
};

Session numbered(int number) {
    Session session;
    session.stage.view = {{static_cast<double>(number), 0}, 1, {640, 480}};
    return session;
}

int numberOf(const std::optional<Session>& session) {
    return session ? static_cast<int>(session->stage.view.center.x) : -1;
}

void runOnce(const fs::path& folder, int number) {
    auto store = SessionStore::open(folder);
    REQUIRE(store);
    store->startSucceeded();
    for (int i = 0; i < 3; ++i) CHECK_FALSE(store->save(sessionText(numbered(number))));
}

int loaded(const fs::path& folder, std::vector<std::string>* remarks = nullptr) {
    const auto store = SessionStore::open(folder);
    REQUIRE(store);
    store->startSucceeded();
    auto found = store->load();
    if (remarks != nullptr) *remarks = std::move(found.remarks);
    return numberOf(found.session);
}

void spoil(const fs::path& file) { std::ofstream(file) << "version = 1\nfiles = [\"/ma"; }

}  // namespace

TEST_CASE("the store brings back the last run and keeps five") {
    const Folder folder;
    CHECK(loaded(folder.path) == -1);
    for (int i = 1; i <= 7; ++i) runOnce(folder.path, i);
    CHECK(loaded(folder.path) == 7);
    CHECK(fs::exists(folder.path / "session.4.toml"));
    CHECK_FALSE(fs::exists(folder.path / "session.5.toml"));
}

TEST_CASE("a damaged session is moved aside and the one before is used") {
    const Folder folder;
    for (int i = 1; i <= 3; ++i) runOnce(folder.path, i);
    spoil(folder.path / "session.toml");
    std::vector<std::string> remarks;
    CHECK(loaded(folder.path, &remarks) == 2);
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].find("its end is missing. It was moved to \"") != std::string::npos);
    CHECK(fs::exists(folder.path / "session.toml.unreadable-1"));
    CHECK(loaded(folder.path) == 2);
    spoil(folder.path / "session.toml");
    loaded(folder.path);
    CHECK(fs::exists(folder.path / "session.toml.unreadable-2"));
}

TEST_CASE("a second store is refused while the first has the lock") {
    const Folder folder;
    runOnce(folder.path, 1);
    auto first = SessionStore::open(folder.path);
    REQUIRE(first);
    const auto second = SessionStore::open(folder.path);
    REQUIRE_FALSE(second);
    CHECK(second.error().text.find("another opsmap window keeps its own there. The map works, but") !=
          std::string::npos);
}

TEST_CASE("after two failed starts the third reads nothing, and the fourth is as usual") {
    const Folder folder;
    runOnce(folder.path, 5);
    for (int i = 0; i < 2; ++i) CHECK(numberOf(SessionKeeper(folder.path).last()) == 5);
    {
        SessionKeeper safe(folder.path);
        CHECK_FALSE(safe.last());
        REQUIRE(safe.remarks().size() == 1);
        CHECK(safe.remarks()[0].find("The last two starts failed.") == 0);
        safe.startSucceeded();
        CHECK_FALSE(safe.end(numbered(6)));
    }
    CHECK(numberOf(SessionKeeper(folder.path).last()) == 6);
}

TEST_CASE("the keeper writes what changed and says when it could not") {
    const Folder folder;
    SessionKeeper keeper(folder.path);
    CHECK(keeper.due(0));
    CHECK_FALSE(keeper.keep(numbered(1), 0));
    CHECK_FALSE(keeper.due(kSaveEveryS - 0.1));
    CHECK(keeper.due(kSaveEveryS));
    CHECK_FALSE(keeper.end(numbered(2)));
    CHECK(fs::exists(folder.path / "session.toml"));
    fs::remove_all(folder.path);
    const auto failed = keeper.end(numbered(3));
    REQUIRE(failed);
    CHECK(failed->text.find("Cannot write") == 0);
}

TEST_CASE("without a folder the keeper says so once and keeps nothing") {
    for (const fs::path& folder : {fs::path(), fs::path("/proc/opsmap")}) {
        SessionKeeper keeper(folder);
        REQUIRE(keeper.remarks().size() == 1);
        CHECK(keeper.remarks()[0].find("Cannot keep this session in") == 0);
        CHECK_FALSE(keeper.due(100));
        CHECK_FALSE(keeper.end(numbered(1)));
    }
}
