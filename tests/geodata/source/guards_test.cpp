// SPDX-License-Identifier: Apache-2.0
// The guards by themselves, without a jail around them: GDAL in this process reaches no address and no file that it was
// not given.
#include "geodata/source/guards.hpp"

#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <doctest/doctest.h>
#include <ogr_srs_api.h>

#include <memory>

#include "geodata/source/crs_text.hpp"
#include "geodata/source/drivers.hpp"
#include "geodata/source/source.hpp"
#include "tests/geodata/jail/canary.hpp"

using namespace geodata;

namespace {

bool opens(const std::string& name) {
    const ogr::ErrorCapture silence;
    VSILFILE* file = VSIFOpenL(name.c_str(), "rb");
    if (file != nullptr) VSIFCloseL(file);
    return file != nullptr;
}

constexpr const char* kWkt = R"(GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],)"
                             R"(PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]])";

}  // namespace

TEST_CASE("file systems that reach elsewhere open nothing, whatever is nested in them") {
    registerDrivers();
    const TemporaryFolder home;
    const std::string file = home.write("secret", "secret").string();
    Canary canary(home.path());
    for (const std::string& name : std::vector<std::string>{
             "/vsicurl/" + canary.url(), "/vsicurl_streaming/" + canary.url(),
             "/vsizip/{/vsicurl/" + canary.url() + "}/a", "/vsizip//vsicurl/" + canary.url() + ".zip/a",
             "/vsigzip//vsicurl/" + canary.url(), "/vsitar//vsicurl/" + canary.url(), "/vsis3/bucket/key",
             "/vsigs/bucket/key", "/vsiaz/a/b", "/vsiswift/a/b", "/vsiwebhdfs/" + canary.url(),
             "/vsisubfile/0_6," + file, "/vsicached?file=" + file, "/vsitar/" + file, "/vsistdin/",
             "/vsistdin?buffer_limit=-1", "/vsicrypt/key=x,file=" + file}) {
        CAPTURE(name);
        CHECK_FALSE(opens(name));
        VSIStatBufL facts;
        CHECK(VSIStatL(name.c_str(), &facts) != 0);
        CHECK_FALSE(canary.wasCalled());
        CHECK_FALSE(canary.wasOpened());
    }
    CHECK(opens(file));  // the file that the user chose
    CHECK(canary.wasOpened());
}

TEST_CASE("nothing is fetched from an address") {
    registerDrivers();
    const TemporaryFolder home;
    Canary canary(home.path());
    const ogr::ErrorCapture errors;
    CPLHTTPResult* result = CPLHTTPFetch(canary.url().c_str(), nullptr);
    REQUIRE(result != nullptr);
    CHECK(result->nStatus != 0);
    CHECK(result->nDataLen == 0);
    CPLHTTPDestroyResult(result);
    CHECK(errors.text("").find("nothing is fetched from the network") != std::string::npos);
    CHECK_FALSE(canary.wasCalled());
}

TEST_CASE("a coordinate system's text is looked up in no file and at no address") {
    registerDrivers();
    const TemporaryFolder home;
    const std::string file = home.write("crs.wkt", kWkt).string();
    Canary canary(home.path());
    const ogr::ErrorCapture silence;
    for (const std::string& text : {file, canary.url(), "http://opengis.net/def/crs/../../" + canary.url()}) {
        CAPTURE(text);
        CHECK_FALSE(crsOf(text));
        CHECK(windowOf(text).east == 180);
        CHECK_FALSE(canary.wasCalled());
        CHECK_FALSE(canary.wasOpened());
    }
    const ogr::Crs unguarded(OSRNewSpatialReference(nullptr));
    CHECK(OSRSetFromUserInput(unguarded.get(), file.c_str()) == OGRERR_NONE);  // what GDAL does by itself
    CHECK(canary.wasOpened());
    CHECK(crsOf(kWkt));
    CHECK(crsOf("EPSG:32636"));
}
