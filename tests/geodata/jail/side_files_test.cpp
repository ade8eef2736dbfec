// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "geodata/jail/file_rules.hpp"
#include "tests/temporary_folder.hpp"

namespace fs = std::filesystem;

namespace {

bool holds(const std::vector<fs::path>& files, const fs::path& file) {
    return std::ranges::find(files, file) != files.end();
}

}  // namespace

TEST_CASE("side files have the file's name with another ending, or with more behind it") {
    const TemporaryFolder folder;
    const fs::path file = folder.write("roads.shp", "");
    const fs::path table = folder.write("ROADS.DBF", ""), longer = folder.write("roads.shp.xml", ""),
                   log = folder.write("roads.shp-wal", "");
    const fs::path other = folder.write("roads2.dbf", ""), foreign = folder.write("keys.txt", "");
    const auto found = geodata::fileAndSideFiles(file);
    for (const fs::path& wanted : {file, table, longer, log}) CHECK(holds(found, wanted));
    for (const fs::path& unwanted : {other, foreign}) CHECK_FALSE(holds(found, unwanted));
}

TEST_CASE("a side file that is a link to elsewhere does not belong to the file") {
    const TemporaryFolder folder, elsewhere;
    const fs::path secret = elsewhere.write("roads.dbf", "secret");
    const fs::path file = folder.write("roads.shp", "");
    fs::create_symlink(secret, folder.path() / "roads.dbf");
    const auto found = geodata::fileAndSideFiles(file);
    CHECK_FALSE(holds(found, secret));
    CHECK_FALSE(holds(found, folder.path() / "roads.dbf"));
}

TEST_CASE("a file that is itself a link keeps the side files beside its target") {
    const TemporaryFolder folder, elsewhere;
    const fs::path target = elsewhere.write("roads.shp", ""), table = elsewhere.write("roads.dbf", "");
    fs::create_symlink(target, folder.path() / "roads.shp");
    fs::create_symlink(table, folder.path() / "roads.dbf");
    CHECK(holds(geodata::fileAndSideFiles(folder.path() / "roads.shp"), table));
}
