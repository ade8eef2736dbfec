#include "viewer/session/open_document.hpp"

#include <doctest/doctest.h>

#include "viewer/session/restore.hpp"
#include "viewer/session/sources.hpp"

using namespace viewer;

namespace {

Paths bundled() {
    Paths paths;
    paths.areas = std::string(OPSMAP_SOURCE_DIR) + "/areas";
    return paths;
}

CommandLine worldWith(std::optional<geodata::LonLatBox> extent) {
    CommandLine line;
    line.files = {std::string(OPSMAP_SOURCE_DIR) + "/areas/world/world.toml"};
    line.extent = extent;
    return line;
}

Session sessionOf(const Opened& opened) {
    Session session;
    session.files = opened.commandLine.files;
    session.crs = opened.document->crs;
    session.areaDate = opened.document->date;
    session.stage.view = {{1000, 2000}, 5, {1920, 1080}};
    session.stage.date = "2017-05-06";
    session.stage.labels = false;
    session.differences.layers[opened.document->layers[0].id].visible = Change<bool>{true, false};
    return session;
}

}  // namespace

TEST_CASE("an extent across 180 degrees turns a map whose seam lies there, and is as wide as it says") {
    const auto document = openDocument(worldWith(geodata::LonLatBox{170, -20, -170, 0}), bundled());
    REQUIRE(document);
    const auto projection = Projection::of((*document)->crs);
    REQUIRE(projection);
    const auto box = projection->boxOf({170, -20, -170, 0});
    CHECK(box.width() == doctest::Approx(20 * 111319.49).epsilon(0.001));
    const auto other = openDocument(worldWith(geodata::LonLatBox{-20, -20, 20, 0}), bundled());
    REQUIRE(other);
    CHECK((*other)->crs == "EPSG:3395");
}

TEST_CASE("the last session comes back with no arguments and with the same area, and not with another") {
    const auto first = openLast(worldWith({}), bundled(), {});
    REQUIRE(first);
    CHECK_FALSE(first->session);
    const Session last = sessionOf(*first);
    for (const CommandLine& line : {CommandLine{}, worldWith({})}) {
        const auto again = openLast(line, bundled(), last);
        REQUIRE(again);
        CHECK(again->session == last);
        CHECK_FALSE(again->document->layers[0].visible);
        CHECK(again->area->layers[0].visible);
    }
    CommandLine unifil;
    unifil.files = {std::string(OPSMAP_SOURCE_DIR) + "/areas/unifil/unifil.toml"};
    const auto other = openLast(unifil, bundled(), last);
    REQUIRE(other);
    CHECK_FALSE(other->session);
}

TEST_CASE("a session whose area is gone is a remark, and the bundled area opens") {
    Session last;
    last.files = {"/nowhere/area.toml"};
    last.stage.view = {{0, 0}, 1, {640, 480}};
    const auto opened = openLast({}, bundled(), last);
    REQUIRE(opened);
    CHECK(opened->document->id == "unifil");
    REQUIRE(opened->remarks.size() == 1);
    CHECK(opened->remarks[0].find("/nowhere/area.toml") != std::string::npos);
}

TEST_CASE("what the command line says wins over the session") {
    CommandLine line = worldWith({});
    const auto opened = openLast(line, bundled(), {});
    REQUIRE(opened);
    const Session last = sessionOf(*opened);
    layers::Stage first;
    first.view = {{0, 0}, 100, {3840, 2160}};
    first.date = "2020-01-01";
    const layers::Stage back = restored(first, last, line, *opened->document);
    CHECK(back.view == layers::MapView{{1000, 2000}, 2.5, {3840, 2160}});  // the same 1:n on a screen twice as fine
    CHECK(back.date == "2017-05-06");
    CHECK_FALSE(back.labels);
    line.scale = 1000;
    line.date = "2020-01-01";
    const layers::Stage asked = restored(first, last, line, *opened->document);
    CHECK(asked.view == first.view);
    CHECK(asked.date == "2020-01-01");
    layers::Document newer = *opened->document;
    newer.date = "2021-01-01";  // the area got a date of its own since
    CHECK(restored(first, last, worldWith({}), newer).date == "2020-01-01");
}

TEST_CASE("files given by name are read before the base under them, which keeps its order") {
    CommandLine line;
    line.files = {std::string(OPSMAP_SOURCE_DIR) + "/tests/data/towns.geojson", std::string(OPSMAP_SOURCE_DIR) + "/tests/data/zones.geojson"};
    const auto document = openDocument(line, bundled());
    REQUIRE(document);
    const auto order = readingOrder(**document);
    REQUIRE(order.size() > 4);
    CHECK(order[0]->source.filename() == "towns.geojson");
    CHECK(order[1]->source.filename() == "zones.geojson");
    CHECK(order[2]->id == "land");
    CHECK(order[3]->id == "coasts");
    for (const auto* layer : order) CHECK_FALSE(layer->source.empty());
}

TEST_CASE("an area has a margin at its sides in an upright picture, and none that would change a wide one") {
    geodata::Link link({.loaderProgram = "", .cacheFolder = {}, .limits = {}, .wake = {}});
    const Sources sources(link);
    layers::Document document;
    document.crs = "EPSG:32636";
    document.home = geodata::LonLatBox{34.95, 32.98, 35.95, 33.55};
    const auto projection = Projection::of(document.crs);
    REQUIRE(projection);
    const geodata::MapBox area = projection->boxOf(*document.home);
    CHECK(homeView(document, *projection, sources, {1000, 1400}).box().width() == doctest::Approx(area.width() * 1.06));
    CHECK(homeView(document, *projection, sources, {1920, 1080}).box().height() == doctest::Approx(area.height()));
}
