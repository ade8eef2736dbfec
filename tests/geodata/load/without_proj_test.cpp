// SPDX-License-Identifier: Apache-2.0
// A program of its own: PROJ looks for its database once per process.
#include <cstdlib>

#include "tests/geodata/load/loaded_source.hpp"

using namespace geodata;

TEST_CASE("without PROJ's database no file is placed, and the sentence says where it was looked for") {
    ::setenv("PROJ_LIB", "/nonexistent-proj", 1);
    const LoadedSource load = loaded(requestFor(kSamples / "towns.geojson"));
    CHECK(load.layers.empty());
    CHECK(load.error.find("Cannot use PROJ's database proj.db: it was not found or does not work (looked for in \"") ==
          0);
    CHECK(load.error.find("/nonexistent-proj") != std::string::npos);
}
