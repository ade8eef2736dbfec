// SPDX-License-Identifier: Apache-2.0
#include "viewer/session/session.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

#include <clocale>
#include <cstdlib>

using namespace viewer;

namespace {

Session fullSession() {
    Session session;
    session.files = {"/maps/a \"b\" 100%.gpkg", "/maps/\xFF\xFE\n.csv", "/maps/\xD8\xB5\xD9\x88\xD8\xB1.gpkg"};
    session.window = WindowPlace{-20, 35, {1280, 720}};
    session.fullscreen = true;
    session.crs = "EPSG:32636";
    session.areaDate = "2018-11-06";
    layers::Stage& stage = session.stage;
    stage.view = {{721234.125, 3687654.0625}, 12.7, {1280, 720}};
    stage.userFactor = 1.21;
    stage.date = "2018-12-24";
    stage.compareDate = "2017-01-01";
    stage.language = layers::LabelLanguage::both;
    stage.labels = stage.grid = false;
    stage.gridKind = layers::GridKind::utm;
    stage.legend = true;
    stage.amplifiers = layers::Amplifiers::nameAndHigher;
    stage.symbolColors = layers::SymbolColors::dark;
    stage.dpi = 300;
    stage.marginalia.subtitle = "Lagebericht";
    stage.marginalia.note = "stand \"06\"\n100 %";
    stage.marginalia.marking = "RESTRICTED";
    stage.marginalia.north = false;
    stage.marginalia.unitTable = true;
    session.preset = "a3";
    stage.units = {{"indbatt", "unit \\ 7"}, "battalion", "India", "planned"};
    session.showLayers = false;
    session.hidePanels = true;
    session.differences.layers["rivers"].visible = ValueChange<bool>{true, false};
    session.differences.layers["sea"].opacity = ValueChange<double>{1, 0.1};
    session.differences.order = ValueChange<std::vector<std::string>>{{"sea", "rivers"}, {"rivers", "sea"}};
    session.differences.offsets["indbatt"] = layers::UnitOffset{12.5, -1e-7};
    session.differences.offsets["ghanbatt"] = std::nullopt;
    return session;
}

bool isRefused(std::string_view text) { return !parseSession(text, "s.toml"); }

std::string with(std::string text, std::string_view from, std::string_view to) {
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("a session comes back as it was written") {
    const auto read = parseSession(sessionText(fullSession()), "s.toml");
    REQUIRE(read);
    CHECK(*read == fullSession());
    Session plain;
    plain.stage.view = {{0, 0}, 1, {640, 480}};
    const auto second = parseSession(sessionText(plain), "s.toml");
    REQUIRE(second);
    CHECK(*second == plain);
}

TEST_CASE("a session that is cut or changed is refused, at whatever byte") {
    const std::string text = sessionText(fullSession());
    for (std::size_t length = 0; length < text.size(); ++length) CHECK(isRefused(text.substr(0, length)));
    CHECK(isRefused(with(text, "m_per_px = 12.7", "m_per_px = nan")));
    CHECK(isRefused(with(text, "m_per_px = 12.7", "m_per_px = 0")));
    CHECK(isRefused(with(text, "2018-12-24", "2018-13-24")));
    CHECK(isRefused(with(text, "\"unit-table\"", "\"unit-tabel\"")));
    CHECK(isRefused(with(text, "user_factor", "user_faktor")));
    CHECK(isRefused(with(text, "\"both\"", "\"neither\"")));
}

TEST_CASE("a session of another version is refused by its version") {
    const auto read = parseSession(with(sessionText(fullSession()), "version = 1", "version = 2"), "s.toml");
    REQUIRE_FALSE(read);
    CHECK(read.error().text == "Cannot read session \"s.toml\": it is of version 2, not 1.");
}

TEST_CASE("a session is written with points under a comma locale") {
    // The program never sets LC_NUMERIC; a library that does must not hurt.
    const auto folder = std::filesystem::temp_directory_path() / ("opsmap-locale-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const std::string make = "localedef -i de_DE -f UTF-8 " + (folder / "de_DE.UTF-8").string();
    REQUIRE(std::system(make.c_str()) == 0);
    ::setenv("LOCPATH", folder.c_str(), 1);
    REQUIRE(std::setlocale(LC_NUMERIC, "de_DE.UTF-8") != nullptr);
    const auto read = parseSession(sessionText(fullSession()), "s.toml");
    const bool isComma = std::localeconv()->decimal_point[0] == ',';
    std::setlocale(LC_NUMERIC, "C");
    std::filesystem::remove_all(folder);
    CHECK(isComma);
    REQUIRE(read);
    CHECK(*read == fullSession());
}
