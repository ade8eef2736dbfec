// SPDX-License-Identifier: Apache-2.0
// Files that name other files and addresses, through the real loader: nothing is connected to, and nothing else is read
// or written. Whether such a file is read in part or refused is not the question here.
#include <doctest/doctest.h>

#include "geodata/link/link.hpp"
#include "tests/geodata/jail/canary.hpp"

namespace {

namespace fs = std::filesystem;
namespace event = geodata::load_event;

constexpr const char* kSecret = "canary-7f3a91";

// What the reading said and gave, in one text.
std::string readingOf(geodata::Link& link, const fs::path& file, const std::string& crs = {}) {
    geodata::LoadRequest request;
    request.path = file;
    request.crs = crs;
    request.mapCrs = "EPSG:4326";
    request.useCache = false;
    link.start(request);
    std::string all;
    for (;;)
        for (const geodata::LoadEvent& taken : link.wait(1)) {
            if (const auto* failed = std::get_if<event::Failed>(&taken.what)) return all + failed->error.text;
            if (std::holds_alternative<event::Done>(taken.what)) return all;
            const auto* finished = std::get_if<event::Finished>(&taken.what);
            if (finished == nullptr) continue;
            for (std::uint32_t i = 0; i < finished->store->size(); ++i)
                for (std::size_t column = 0; column < finished->store->info().columns.size(); ++column)
                    all += std::string(finished->store->feature(i).value(column)) + "\n";
        }
}

void replaceAll(std::string& text, const std::string& what, const std::string& by) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
        text.replace(at, what.size(), by);
}

struct Bait {
    const char *name,
        *content;  // TARGET: the address, or a file of the canary's; BESIDE: that file from the bait's folder
};

const Bait kBaits[] = {
    {"entity.kml", R"(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "TARGET">]><kml><Document><Placemark>)"
                   R"(<name>&e;</name><Point><coordinates>35,33</coordinates></Point></Placemark></Document></kml>)"},
    {"entity.gpx", R"(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "TARGET">]><gpx version="1.1"><wpt )"
                   R"(lat="1" lon="1"><name>&e;</name></wpt></gpx>)"},
    {"entity.gml", R"(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "TARGET">]><FeatureCollection )"
                   R"(xmlns="http://www.opengis.net/wfs" xmlns:gml="http://www.opengis.net/gml">)"
                   R"(<gml:featureMember><a><name>&e;</name><gml:Point srsName="EPSG:4326"><gml:pos>33 )"
                   R"(35</gml:pos></gml:Point></a></gml:featureMember></FeatureCollection>)"},
    {"parameter.gml", R"(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY % e SYSTEM "TARGET"> %e;]><FeatureCollection )"
                      R"(xmlns="http://www.opengis.net/wfs" xmlns:gml="http://www.opengis.net/gml"/>)"},
    {"dtd.kml", R"(<?xml version="1.0"?><!DOCTYPE kml SYSTEM "TARGET"><kml><Document/></kml>)"},
    {"schema.gml", R"(<FeatureCollection xmlns="http://www.opengis.net/gml" )"
                   R"(xmlns:gml="http://www.opengis.net/gml" )"
                   R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://x )"
                   R"(TARGET"><featureMember><a><b>1</b></a></featureMember></FeatureCollection>)"},
    {"reference.gml", R"(<FeatureCollection xmlns="http://www.opengis.net/gml" )"
                      R"(xmlns:gml="http://www.opengis.net/gml" xmlns:xlink="http://www.w3.org/1999/xlink">)"
                      R"(<gml:featureMember><a><gml:surfaceProperty xlink:href="TARGET#x"/></a>)"
                      R"(</gml:featureMember></FeatureCollection>)"},
    {"crs.gml", R"(<FeatureCollection xmlns="http://www.opengis.net/gml" )"
                R"(xmlns:gml="http://www.opengis.net/gml"><gml:featureMember><a><gml:Point srsName="TARGET">)"
                R"(<gml:pos>33 35</gml:pos></gml:Point></a></gml:featureMember></FeatureCollection>)"},
    {"network.kml",
     "<kml><Document><NetworkLink><Link><href>TARGET</href></Link></NetworkLink><NetworkLink><Url><href>BESIDE</href></"
     "Url></NetworkLink></Document></kml>"},
    {"overlay.kml",
     "<kml><Document><GroundOverlay><Icon><href>TARGET</href></Icon><LatLonBox><north>1</north><south>0</"
     "south><east>1</east><west>0</west></LatLonBox></GroundOverlay></Document></kml>"},
    {"style.kml",
     "<kml><Document><Placemark><styleUrl>TARGET#a</styleUrl><Point><coordinates>35,33</coordinates></Point></"
     "Placemark><Placemark><styleUrl>BESIDE#a</styleUrl></Placemark></Document></kml>"},
    {"schema.kml", R"(<kml><Document><Placemark><ExtendedData><SchemaData schemaUrl="TARGET"><SimpleData name="a">)"
                   R"(1</SimpleData></SchemaData></ExtendedData></Placemark></Document></kml>)"},
    {"link.geojson", R"({"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"TARGET",)"
                     R"("type":"ogcwkt"}},"features":[{"type":"Feature","properties":{},"geometry":{)"
                     R"("type":"Point","coordinates":[35,33]}}]})"},
    {"url.geojson", R"({"type":"FeatureCollection","crs":{"type":"URL","properties":{"url":"TARGET"}},"features":[{)"
                    R"("type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[35,33]}}]})"},
    {"name.geojson",
     R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"TARGET"}},)"
     R"("features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[35,33]}}]})"},
    {"layer.vrt", R"(<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>TARGET</SrcDataSource>)"
                  R"(</OGRVRTLayer></OGRVRTDataSource>)"},
    {"beside.vrt", R"(<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource relativeToVRT="1">)"
                   R"(BESIDE</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>)"},
    {"curl.vrt", R"(<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/vsicurl/TARGET</SrcDataSource>)"
                 R"(</OGRVRTLayer></OGRVRTDataSource>)"},
    {"python.vrt", R"(<VRTDataset rasterXSize="1" rasterYSize="1"><VRTRasterBand dataType="Byte" band="1" )"
                   R"(subClass="VRTDerivedRasterBand"><PixelFunctionLanguage>Python</PixelFunctionLanguage>)"
                   R"(<PixelFunctionType>f</PixelFunctionType><PixelFunctionCode>)"
                   R"(open("TARGET").read()</PixelFunctionCode></VRTRasterBand></VRTDataset>)"},
    {"view.tab",
     "!table\n!version 100\nOpen Table \"BESIDE\" Hide\nOpen Table \"view\" Hide\nCreate View x as Select * From "
     "secret, view Where secret.a = view.a\n"},
};

}  // namespace

TEST_CASE("what a file names elsewhere is neither called nor opened") {
    const TemporaryFolder home;
    fs::create_directories(home.path() / "canary");
    fs::create_directories(home.path() / "bait");
    for (const char* end : {".csv", ".tab", ".kml", ".xsd", ".wkt"})
        home.write(std::string("canary/secret") + end, std::string("name,lat,lon\n") + kSecret + ",33,35\n");
    Canary canary(home.path() / "canary");
    geodata::Link link({.loaderProgram = OPSMAP_LOADER, .cacheFolder = {}, .limits = {}, .wake = {}});
    const std::string file = (home.path() / "canary/secret.csv").string();
    for (const std::string& target : {canary.url(), "file://" + file, file, "/vsicurl/" + canary.url(),
                                      "/vsizip//vsicurl/" + canary.url() + ".zip"})
        for (const Bait& bait : kBaits) {
            CAPTURE(target);
            CAPTURE(std::string(bait.name));
            std::string content = bait.content;
            replaceAll(content, "TARGET", target);
            replaceAll(content, "BESIDE", "../canary/secret.csv");
            const fs::path made = home.write(std::string("bait/") + bait.name, content);
            const std::string said = readingOf(link, made);
            CHECK_FALSE(canary.wasCalled());
            CHECK_FALSE(canary.wasOpened());
            CHECK(said.find(kSecret) == std::string::npos);
            fs::remove(made);
            CHECK(fs::is_empty(home.path() / "bait"));  // nothing was written beside it
        }
}

TEST_CASE("a coordinate system given for a layer is not looked up in a file or at an address") {
    const TemporaryFolder home;
    fs::create_directories(home.path() / "canary");
    home.write("canary/secret.wkt", R"(GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],)"
                                    R"(PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]])");
    const fs::path towns = home.write("towns.csv", "name,lat,lon\na,33,35\n");
    Canary canary(home.path() / "canary");
    geodata::Link link({.loaderProgram = OPSMAP_LOADER, .cacheFolder = {}, .limits = {}, .wake = {}});
    const std::string file = (home.path() / "canary/secret.wkt").string();
    for (const std::string& crs : {canary.url(), file, "/vsicurl/" + canary.url(),
                                   "+proj=longlat +ellps=clrk66 +nadgrids=" + file + " +type=crs"}) {
        CAPTURE(crs);
        CHECK(readingOf(link, towns, crs).find("Cannot use coordinate system") != std::string::npos);
        CHECK_FALSE(canary.wasCalled());
        CHECK_FALSE(canary.wasOpened());
    }
}

TEST_CASE("the canary tells when it is touched") {
    const TemporaryFolder home;
    Canary canary(home.path());
    CHECK_FALSE(canary.wasOpened());
    home.write("x", "y");
    CHECK(canary.wasOpened());
    CHECK_FALSE(canary.wasCalled());
    const int call = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in port{};
    port.sin_family = AF_INET;
    port.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const std::string number = canary.url().substr(canary.url().rfind(':') + 1);
    port.sin_port = htons(static_cast<std::uint16_t>(std::stoi(number)));
    REQUIRE(::connect(call, reinterpret_cast<sockaddr*>(&port), sizeof port) == 0);
    ::close(call);
    CHECK(canary.wasCalled());
}
