// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/magnetism.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <string>

using namespace geodata;

namespace {

MagneticModels bundled() { return MagneticModels(OPSMAP_SOURCE_DIR "/geodata/crs/magnetic"); }

}  // namespace

TEST_CASE("declinations are those of the World Magnetic Model's own test values") {
    // WMM2020 test values, height 0, of the model's report (NOAA and BGS, 2019).
    struct Value {
        double year, lat, lon, declination;
    };
    MagneticModels models = bundled();
    for (const Value& v : {Value{2020.0, 80, 0, -1.28}, Value{2020.0, 0, 120, 0.16}, Value{2020.0, -80, 240, 69.36},
                           Value{2022.5, 80, 0, 0.01}, Value{2022.5, 0, 120, -0.06}, Value{2022.5, -80, 240, 69.13}}) {
        const auto found = models.declinationAt({v.lon, v.lat}, v.year);
        REQUIRE(found);
        CHECK(found->model == "WMM2020");
        CHECK(std::abs(found->degrees - v.declination) <= 0.005001);
    }
}

TEST_CASE("declinations of all models agree with another implementation") {
    std::ifstream file(OPSMAP_SOURCE_DIR "/tests/geodata/crs/magnetism/references.csv");
    MagneticModels models = bundled();
    int read = 0;
    for (std::string line; std::getline(file, line); ++read) {
        double lon = 0, lat = 0, year = 0, declination = 0;
        REQUIRE(std::sscanf(line.c_str(), "%lf,%lf,%lf,%lf", &lon, &lat, &year, &declination) == 4);
        const auto found = models.declinationAt({lon, lat}, year);
        CAPTURE(line);
        REQUIRE(found);
        CHECK(std::abs(found->degrees - declination) < 0.01);
    }
    CHECK(read == 60);
}

TEST_CASE("outside the models' years, off the globe and without files there is no declination") {
    MagneticModels models = bundled();
    CHECK_FALSE(models.declinationAt({44.4, 32.5}, 2003.9));
    CHECK_FALSE(models.declinationAt({44.4, 32.5}, 2014.999));
    CHECK(models.declinationAt({44.4, 32.5}, 2015)->model == "WMM2015v2");
    CHECK(models.declinationAt({44.4, 32.5}, 2029.99)->model == "WMM2025");
    CHECK_FALSE(models.declinationAt({44.4, 32.5}, 2030));
    CHECK_FALSE(models.declinationAt({NAN, 32.5}, 2018));
    CHECK_FALSE(models.declinationAt({44.4, 91}, 2018));
    CHECK_FALSE(MagneticModels("/nowhere").declinationAt({44.4, 32.5}, 2018));
}
