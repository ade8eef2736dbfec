// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/check_report.hpp"

#include <doctest/doctest.h>

#include "viewer/desktop/exit_code.hpp"

using namespace viewer;
using geodata::LoadFailure;
namespace event = geodata::load_event;

namespace {

std::shared_ptr<const geodata::Store> storeOf(const std::string& name, std::size_t features,
                                              std::vector<geodata::Warning> warnings = {}) {
    geodata::StoreInfo info{.layerName = name,
                            .driver = "KML",
                            .sourceCrs = "EPSG:4326",
                            .mapCrs = "EPSG:4326",
                            .preview = false,
                            .extent = geodata::LonLatBox{35, 33, 35.5, 34},
                            .columns = {},
                            .warnings = std::move(warnings)};
    if (features == 0) info.extent.reset();
    geodata::FeatureSet set;
    for (std::size_t i = 0; i < features; ++i) set.features.emplace_back();
    const auto bytes = std::make_shared<const std::vector<std::byte>>(geodata::encodeStore(info, set));
    auto store = geodata::Store::open({*bytes, bytes});
    REQUIRE_MESSAGE(store, store.error().text);
    return *store;
}

using What = decltype(geodata::LoadEvent::what);

CheckedSource fed(const std::vector<What>& events, std::string areaLayer = {}) {
    CheckedSource source(std::move(areaLayer));
    for (const What& what : events) {
        CHECK_FALSE(source.done());
        source.take({1, what});
    }
    CHECK(source.done());
    return source;
}

CheckedFile fileOf(const std::vector<What>& events) { return {"a.kml", false, {fed(events)}, {}}; }

What finished(const std::string& name, std::size_t features, std::vector<geodata::Warning> warnings = {}) {
    return event::Finished{name, storeOf(name, features, std::move(warnings)), false};
}
What failed(LoadFailure cause, const std::string& why) { return event::Failed{cause, {why}}; }

}  // namespace

TEST_CASE("a file that is read whole says so and ends with 0") {
    const CheckedFile file = fileOf({event::Progress{"roads", 1, 3}, event::Preview{"roads", storeOf("roads", 2)},
                                     finished("roads", 3), finished("notes", 0), event::Done{2}});
    CHECK(exitCodeOf(file) == exit_code::kDone);
    CHECK(complaints(file).empty());
    CHECK(jsonLine(file) ==
          R"({"file":"a.kml","driver":"KML","layers":[)"
          R"({"name":"roads","features":3,"extent_4326":[35,33,35.5,34],"crs":"EPSG:4326","warnings":[]},)"
          R"({"name":"notes","features":0,"extent_4326":null,"crs":"EPSG:4326","warnings":[]}]})");
    CHECK(humanText(file) ==
          "a.kml: KML\n"
          "  roads: KML, 3 features, 35.00000,33.00000,35.50000,34.00000, EPSG:4326\n"
          "  notes: KML, 0 features, no positions, EPSG:4326\n");
}

TEST_CASE("warnings end with 1 and are named everywhere") {
    const CheckedFile file = fileOf({finished("roads", 3, {{"2 of 5 lines were \"empty\".", 2}}), event::Done{1}});
    CHECK(exitCodeOf(file) == exit_code::kLeftOut);
    CHECK(complaints(file) == "a.kml: left out: layer \"roads\": 2 of 5 lines were \"empty\".\n");
    CHECK(jsonLine(file).find(R"("warnings":["2 of 5 lines were \"empty\"."])") != std::string::npos);
    CHECK(humanText(file).find("\n    2 of 5 lines were \"empty\".\n") != std::string::npos);
}

TEST_CASE("a refused file says FILE: refused: REASON and ends with 2") {
    const CheckedFile file = fileOf({failed(LoadFailure::refused, "Cannot read \"a.kml\": it is empty.")});
    CHECK(exitCodeOf(file) == exit_code::kRefused);
    CHECK(complaints(file) == "a.kml: refused: Cannot read \"a.kml\": it is empty.\n");
    CHECK(jsonLine(file) == R"({"file":"a.kml","driver":null,"layers":[]})");
    CHECK(humanText(file) == "a.kml: nothing was read\n");
}

TEST_CASE("each cause has its exit code, the highest counts") {
    CHECK(exitCodeOf(fileOf({failed(LoadFailure::crashed, "x")})) == 3);
    CHECK(exitCodeOf(fileOf({failed(LoadFailure::tooSlow, "x")})) == 4);
    CHECK(exitCodeOf(fileOf({failed(LoadFailure::outOfMemory, "x")})) == 5);
    CHECK(exitCodeOf(fileOf({failed(LoadFailure::cancelled, "x")})) == 2);
    CheckedFile area{"a.toml", true, {}, {}};
    area.sources = {fed({failed(LoadFailure::tooSlow, "x")}, "a"), fed({failed(LoadFailure::refused, "x")}, "b"),
                    fed({finished("c", 1, {{"w"}}), event::Done{1}}, "c")};
    CHECK(exitCodeOf(area) == 4);
}

TEST_CASE("a source that fails midway keeps what had come") {
    const CheckedFile file =
        fileOf({finished("whole", 1), event::Preview{"half", storeOf("half", 2)},
                event::Preview{"half", storeOf("half", 3)}, failed(LoadFailure::crashed, "The reader crashed.")});
    const auto layers = file.sources[0].layers();
    REQUIRE(layers.size() == 2);
    CHECK(layers[1].features == 5);
    CHECK(layers[1].warnings == std::vector<geodata::Warning>{{"Reading stopped after 5 features."}});
    CHECK(exitCodeOf(file) == exit_code::kCrashed);
    CHECK(complaints(file) ==
          "a.kml: refused: The reader crashed.\na.kml: left out: layer \"half\": Reading stopped after 5 features.\n");
}

TEST_CASE("an area names each layer by its id") {
    CheckedFile area{"a.toml", true, {}, {}};
    area.sources = {fed({finished("Straßen", 3), event::Done{1}}, "roads"),
                    fed({finished("x", 1), finished("y", 1), event::Done{2}}, "both"),
                    fed({failed(LoadFailure::refused, "No.")}, "gone")};
    CHECK(jsonLine(area).rfind(R"({"file":"a.toml","driver":"opsmap area","layers":[{"name":"roads","features":3,)",
                               0) == 0);
    CHECK(jsonLine(area).find(R"("name":"both/y")") != std::string::npos);
    CHECK(complaints(area) == "a.toml: refused: layer \"gone\": No.\n");
}

TEST_CASE("an area file that cannot be read is refused itself") {
    const CheckedFile area{"a.toml", true, {}, CheckFailure{LoadFailure::refused, "Cannot read area file."}};
    CHECK(exitCodeOf(area) == 2);
    CHECK(complaints(area) == "a.toml: refused: Cannot read area file.\n");
    CHECK(jsonLine(area) == R"({"file":"a.toml","driver":null,"layers":[]})");
}

TEST_CASE("names out of files cannot break lines") {
    const CheckedFile file{"a\n\x1b[31m.kml", false, {fed({finished("b\nc", 1), event::Done{1}})}, {}};
    CHECK(humanText(file).rfind("a\\x0A\\x1B[31m.kml: KML\n  b\\x0Ac: ", 0) == 0);
    CHECK(jsonLine(file).rfind("{\"file\":\"a\\u000a\\u001b[31m.kml\",", 0) == 0);
}

TEST_CASE("of a table of units the faults of its order of battle are warnings") {
    geodata::StoreInfo info{.layerName = "units",
                            .driver = "CSV",
                            .sourceCrs = "EPSG:4326",
                            .mapCrs = "EPSG:4326",
                            .preview = false,
                            .extent = {},
                            .columns = {},
                            .warnings = {}};
    for (const char* column : {"key", "parent"}) info.columns.push_back({column, geodata::ColumnType::text});
    geodata::FeatureSet set{info.columns, {}};
    set.features.push_back({0, {}, {"a", "nobody"}});
    const auto bytes = std::make_shared<const std::vector<std::byte>>(geodata::encodeStore(info, set));
    CheckedSource whole("units", UnitCheck{{{"id", "key"}}, true, true, {}}), plain("units");
    for (CheckedSource* source : {&whole, &plain})
        source->take({1, event::Finished{"units", *geodata::Store::open({*bytes, bytes}), false}});
    CheckedFile area{"a.toml", true, {whole, plain}, {}};
    nameOrphans(area);
    const auto warnings = area.sources[0].layers()[0].warnings;
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].text.find("\"a\" under \"nobody\"") != std::string::npos);
    CHECK(area.sources[1].layers()[0].warnings.empty());
    CHECK(humanText(area).find("units: CSV, 1 features (1 without position), ") != std::string::npos);
    CHECK(jsonLine(area).find(R"("features":1,"without_position":1,"extent_4326")") != std::string::npos);
}

TEST_CASE("a parent in another layer's table is no fault of an area") {
    const auto table = [](const char* id, const char* parent) {
        geodata::StoreInfo info{.layerName = "units",
                                .driver = "CSV",
                                .sourceCrs = "EPSG:4326",
                                .mapCrs = "EPSG:4326",
                                .preview = false,
                                .extent = {},
                                .columns = {},
                                .warnings = {}};
        for (const char* column : {"id", "parent"}) info.columns.push_back({column, geodata::ColumnType::text});
        geodata::FeatureSet set{info.columns, {}};
        set.features.push_back({0, {geodata::GeometryKind::point, {{1, 2}}, {1}}, {id, parent}});
        const auto bytes = std::make_shared<const std::vector<std::byte>>(geodata::encodeStore(info, set));
        CheckedSource source("units", UnitCheck{});
        source.take({1, event::Finished{"units", *geodata::Store::open({*bytes, bytes}), false}});
        return source;
    };
    CheckedFile area{"a.toml", true, {table("engineers", "hq"), table("hq", "un")}, {}};
    nameOrphans(area);
    CHECK(area.sources[0].layers()[0].warnings.empty());
    CHECK(area.sources[1].layers()[0].warnings.size() == 1);
}

TEST_CASE("rows whose symbol code cannot be drawn are named, in areas and in files that have such codes") {
    geodata::StoreInfo info{.layerName = "units",
                            .driver = "CSV",
                            .sourceCrs = "EPSG:4326",
                            .mapCrs = "EPSG:4326",
                            .preview = false,
                            .extent = {},
                            .columns = {},
                            .warnings = {}};
    for (const char* column : {"id", "sidc"}) info.columns.push_back({column, geodata::ColumnType::text});
    geodata::FeatureSet set{info.columns, {}};
    set.features.push_back({1, {}, {"good", "10031000161211040000"}});
    set.features.push_back({2, {}, {"short", "1003"}});
    set.features.push_back({3, {}, {"unknown", "10031000169999990000"}});
    const auto bytes = std::make_shared<const std::vector<std::byte>>(geodata::encodeStore(info, set));
    const auto knows = [](const std::string& sidc) { return std::optional(sidc == "10031000161211040000"); };
    CheckedSource file({}, UnitCheck{{}, true, false, knows});
    file.take({1, event::Finished{"units", *geodata::Store::open({*bytes, bytes}), false}});
    const auto warnings = file.layers()[0].warnings;
    REQUIRE(warnings.size() == 2);
    CHECK(warnings[0].text ==
          "Row 2 of \"units\", \"short\", is drawn as a question mark: its symbol code \"1003\" has 4 characters: 20 "
          "digits or 15 letters are needed.");
    CHECK(warnings[1].text ==
          "Row 3 of \"units\", \"unknown\", is drawn as a question mark: its symbol code \"10031000169999990000\" "
          "names a symbol that there is not.");
}

TEST_CASE("a layer outside its area ends check with 1") {
    geodata::StoreInfo info{.layerName = "towns",
                            .driver = "CSV",
                            .sourceCrs = "EPSG:4326",
                            .mapCrs = "EPSG:4326",
                            .preview = false,
                            .extent = geodata::LonLatBox{33, 35, 33.5, 35.9},
                            .columns = {},
                            .warnings = {}};
    geodata::FeatureSet set;
    set.features.resize(2);
    const auto layer = geodata::Store::open(geodata::ownedBytes(geodata::encodeStore(info, set)));
    REQUIRE(layer);
    CheckedSource source("towns", {}, geodata::LonLatBox{34.95, 32.98, 35.95, 33.55});
    source.take({1, event::Finished{"towns", *layer, false}});
    source.take({1, event::Done{1}});
    const CheckedFile file{"area.toml", true, {source}, {}};
    CHECK(exitCodeOf(file) == exit_code::kLeftOut);
    CHECK(complaints(file).find(
              "area.toml: left out: layer \"towns\": All features of layer \"towns\" lie far from the area") == 0);
}
