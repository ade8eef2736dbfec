// SPDX-License-Identifier: Apache-2.0
// `opsmap` where its surroundings misbehave: full outputs, low limits, pipes and devices in the places of its files.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "tests/run_program.hpp"
#include "tests/temporary_folder.hpp"

namespace fs = std::filesystem;

namespace {

// A small area with a table of events, and folders of the user of its own.
class Room {
public:
    Room() {
        m_folder.write("points.csv", "name,lat,lon\na,33.1,35.1\nb,33.2,35.2\n");
        m_folder.write("timeline.csv", "date,event\n2018-10-31,came\n");
        area("timeline.csv");
        fs::create_directories(m_folder.path() / "config" / "opsmap");
    }
    void area(const std::string& timeline) const {
        m_folder.write("area.toml",
                       "[area]\ntitle = \"x\"\ncrs = \"EPSG:32636\"\ndate = \"2018-11-06\"\ntimeline = \"" + timeline +
                           "\"\n[[layer]]\nid = \"points\"\nsource = \"points.csv\"\n");
    }
    Ran opsmap(const std::string& words, const std::string& before = "") const {
        std::string variables;
        for (const char* name : {"CACHE", "CONFIG", "STATE"})
            variables += std::string(" XDG_") + name + "_HOME=" + (m_folder.path() / lower(name)).string();
        return run("(cd " + m_folder.path().string() + " && " + before + " env" + variables +
                   " timeout 120 " OPSMAP_PROGRAM " " + words + ")");
    }
    fs::path operator/(const std::string& name) const { return m_folder.path() / name; }

private:
    static std::string lower(std::string text) {
        for (char& c : text) c = static_cast<char>(c - 'A' + 'a');
        return text;
    }
    TemporaryFolder m_folder;
};

unsigned modeOf(const fs::path& path) {
    struct stat facts{};
    return ::stat(path.c_str(), &facts) == 0 ? facts.st_mode & 0777U : 0U;
}

}  // namespace

TEST_CASE("what cannot be written to standard output is said, and the exit code is 2") {
    const Room room;
    for (const char* words : {"check area.toml", "check --json area.toml", "cache list"}) {
        CAPTURE(words);
        const Ran ran = room.opsmap(std::string(words) + " > /dev/full");
        CHECK(ran.code == 2);
        CHECK(ran.output.ends_with("Cannot write to standard output: the disk is full, or its reader has gone.\n"));
    }
    CHECK(room.opsmap("--help > /dev/full").code == 2);
    CHECK(room.opsmap("--version > /dev/full").code == 2);
    CHECK(room.opsmap("check area.toml > /dev/null").code == 0);
}

TEST_CASE("a lower limit of processor time that is there already stays") {
    const Room room;
    for (const char* limit : {"ulimit -t 300;", "ulimit -S -t 200; ulimit -H -t 400;"}) {
        const Ran ran = room.opsmap("check area.toml", limit);
        CAPTURE(ran.output);
        CHECK(ran.code == 0);
    }
}

TEST_CASE("settings that are no readable file are said, and the default ones are taken") {
    const Room room;
    const fs::path settings = room / "config" / "opsmap" / "settings.toml";
    const auto isSaid = [&] {
        const Ran ran = room.opsmap("check area.toml");
        return ran.code == 0 && ran.output.find("Cannot read the settings") != std::string::npos;
    };
    REQUIRE(::mkfifo(settings.c_str(), 0600) == 0);
    CHECK(isSaid());
    fs::remove(settings);
    fs::create_symlink("/dev/zero", settings);
    CHECK(isSaid());
    fs::remove(settings);
    fs::create_directory(settings);
    CHECK(isSaid());
    fs::remove(settings);
    CHECK_FALSE(isSaid());
}

TEST_CASE("a table of events that cannot be read is named by check") {
    const Room room;
    REQUIRE(::mkfifo((room / "pipe").c_str(), 0600) == 0);
    for (const char* odd : {"pipe", "/dev/zero", "absent.csv", "area.toml"}) {
        CAPTURE(odd);
        room.area(odd);
        const Ran ran = room.opsmap("check area.toml");
        CHECK(ran.code == 2);
        CHECK(ran.output.find(fs::path(odd).filename().string()) != std::string::npos);
    }
    room.area("timeline.csv");
    const Ran ran = room.opsmap("check area.toml");
    CHECK(ran.code == 0);
    CHECK(ran.output.find("timeline: CSV, 1 feature") != std::string::npos);
}

TEST_CASE("the cache is this user's alone, also where its folder was open before") {
    const Room room;
    fs::create_directories(room / "cache" / "opsmap");
    fs::permissions(room / "cache" / "opsmap", fs::perms(0755));
    REQUIRE(room.opsmap("cache add area.toml").code == 0);
    CHECK(modeOf(room / "cache" / "opsmap") == 0700);
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(room / "cache" / "opsmap")) {
        if (!entry.is_regular_file()) continue;
        ++files;
        CAPTURE(entry.path());
        CHECK(modeOf(entry.path()) == 0600);
    }
    CHECK(files >= 3);  // stores and their indices
    CHECK(room.opsmap("cache add area.toml").output.find("there") != std::string::npos);
}

TEST_CASE("export names the units that are question marks in its picture, as check does") {
    const TemporaryFolder folder;
    const auto table = folder.write("units.csv",
                                    "id,name,sidc,lat,lon\na,Good,10031000161211000000,33.1,35.1\n"
                                    "b,Unknown,10031000169999000000,33.2,35.2\nc,None,garbage,33.3,35.3\n");
    const std::string surroundings =
        "env XDG_CACHE_HOME=" + folder.path().string() + " timeout 120 " OPSMAP_PROGRAM " ";
    for (const char* amplifiers : {"name", "all"}) {
        const Ran made = run(surroundings + "export " + table.string() + " -o " + (folder.path() / "a.png").string() +
                             " --size 640x480 --amplifiers " + amplifiers);
        CAPTURE(made.output);
        CHECK(made.code == 1);
        CHECK(made.output.find("\"b\", is drawn as a question mark") != std::string::npos);
        CHECK(made.output.find("\"c\", is drawn as a question mark") != std::string::npos);
        CHECK(made.output.find("\"a\", is drawn") == std::string::npos);
    }
    CHECK(run(surroundings + "check " + table.string()).code == 1);
}
