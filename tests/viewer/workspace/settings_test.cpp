// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/settings.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

using namespace viewer;
namespace fs = std::filesystem;

namespace {

geodata::Result<Settings> settingsOf(const std::string& text) {
    const fs::path file = fs::temp_directory_path() / ("opsmap-settings-" + std::to_string(::getpid()) + ".toml");
    std::ofstream(file) << text;
    auto settings = readSettings(file);
    fs::remove(file);
    return settings;
}

std::string errorOf(const std::string& text) {
    const auto settings = settingsOf(text);
    return settings ? "read" : settings.error().text;
}

}  // namespace

TEST_CASE("limits are what the settings file says, and as they were where it says nothing") {
    const auto settings = settingsOf(
        "[limits]\nmemory_mb = 8192\nno_progress_s = 5\ncache_mb = 100\nfeatures = 5000\ntext_kb = 64\nzip_ratio = "
        "50\n");
    REQUIRE(settings);
    CHECK(settings->limits.memoryBytes == 8192ULL << 20U);
    CHECK(settings->limits.noProgressS == 5);
    CHECK(settings->limits.cacheBytes == 100ULL << 20U);
    CHECK(settings->limits.features == 5000);
    CHECK(settings->limits.textBytes == 64U << 10U);
    CHECK(settings->limits.zipRatio == 50);
    CHECK(settings->limits.totalS == geodata::LinkLimits{}.totalS);
    const auto none = readSettings("/no/such/settings.toml");
    REQUIRE(none);
    CHECK(none->limits.features == geodata::LinkLimits{}.features);
    CHECK(none->limits.memoryBytes == geodata::LinkLimits{}.memoryBytes);
}

TEST_CASE("a fault in the settings is named with line and column") {
    CHECK(errorOf("[limits]\nmemory = 3\n").find("line 2, column 1: unknown key \"memory\" in [limits].") !=
          std::string::npos);
    CHECK(errorOf("[limits]\nmemory_mb = 1\n").find("line 2") != std::string::npos);
    CHECK(errorOf("[limits]\ntotals = 3\n").find("Cannot read the settings \"") == 0);
    CHECK(errorOf("limits = 3\n").find("\"limits\" must be a table") != std::string::npos);
    CHECK(errorOf("[limits\n").find("line 1") != std::string::npos);
}
