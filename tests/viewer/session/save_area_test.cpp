// SPDX-License-Identifier: Apache-2.0
#include "viewer/session/save_area.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

#include "viewer/workspace/open_document.hpp"

using namespace viewer;
namespace fs = std::filesystem;

namespace {

struct AreaFolder {
    fs::path path = fs::temp_directory_path() / ("opsmap-save-area-test-" + std::to_string(::getpid()));
    OpenRequest request;
    AreaFolder() {
        fs::create_directories(path);
        std::ofstream(path / "a.toml")
            << "# the author's remark\n[area]\ncrs = 'EPSG:3857'\n[[layer]]\nid = 'sea'\nsource = 'sea.kml'\n";
        request.files = {path / "a.toml"};
    }
    ~AreaFolder() { fs::remove_all(path); }
    layers::Document open() const {
        const auto document = openDocument(request, {});
        REQUIRE_MESSAGE(document, document.error().text);
        return **document;
    }
};

}  // namespace

TEST_CASE("what is saved to the area is there when it is opened again, and the area file is untouched") {
    const AreaFolder folder;
    const auto sizeBefore = fs::file_size(folder.path / "a.toml");
    layers::Document changed = folder.open();
    changed.layers[0].visible = false;
    changed.unitOffsets["indbatt"] = {3, -4};
    const auto file = saveToArea(folder.request.files, changed);
    REQUIRE_MESSAGE(file, file.error().text);
    CHECK(*file == folder.path / "a.edits.toml");
    CHECK(folder.open() == changed);
    CHECK(fs::file_size(folder.path / "a.toml") == sizeBefore);
    SUBCASE("and an offset taken back is gone the next time") {
        changed.unitOffsets.clear();
        REQUIRE(saveToArea(folder.request.files, changed));
        CHECK(folder.open().unitOffsets.empty());
    }
}

TEST_CASE("where nothing can be written it says so, and the old edits stay") {
    const AreaFolder folder;
    fs::create_directory(folder.path / "a.edits.toml");  // root may write anywhere, but over no folder
    layers::Document document;
    document.file = folder.path / "a.toml";
    const auto file = saveToArea(folder.request.files, document);
    REQUIRE_FALSE(file);
    CHECK(file.error().text.find("Cannot write \"" + (folder.path / "a.edits.toml").string() + "\": ") == 0);
    CHECK(fs::is_directory(folder.path / "a.edits.toml"));
}

TEST_CASE("files opened without an area have nothing to save to") {
    layers::Document document;
    document.title = "roads.kml";
    document.file = "world.toml";
    const auto file = saveToArea({"roads.kml"}, document);
    REQUIRE_FALSE(file);
    CHECK(file.error().text == "Cannot save to the area \"roads.kml\": the files were opened without an area file.");
}
